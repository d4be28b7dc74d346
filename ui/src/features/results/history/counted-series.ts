import type { Draft } from 'immer';
import { create } from 'zustand';
import { edit, useDocument } from '@/document/document';
import { readTypedDay } from '@/document/fields/typed-day';
import { freeName, newId } from '@/document/starters';
import type { ActualFigure, ActualMeasure, ActualScope, Actuals, Project } from '@/ipc/bindings';
import type { Unit } from '@/shared/charts/chart-data';
import { dayOfWeek, formatCount, formatDayShort } from '@/shared/format';
import type { HeadlineMeasure } from '../data/figures';

/** What may be counted: its name on the screens, within a sentence, and its unit. */
export const countedMeasures: Record<
  ActualMeasure,
  { label: string; inSentence: string; unit: Unit; measure: HeadlineMeasure }
> = {
  waitingList: { label: 'Waiting list', inSentence: 'the waiting list', unit: 'people', measure: 'waitingList' },
  longestWait: { label: 'Longest wait', inSentence: 'the longest wait', unit: 'weeks', measure: 'longestWait' },
  openReferrals: { label: 'Open referrals', inSentence: 'open referrals', unit: 'people', measure: 'openReferrals' },
};

const chosen = create<{ ids: Readonly<Record<string, string>> }>(() => ({ ids: {} }));

/** The series that is looked at: the chosen one, or the first. */
export function useCountedSeries(): Actuals | null {
  const projectId = useDocument((document) => document.id);
  const all = useDocument(({ project }) => project?.actuals);
  const id = chosen(({ ids }) => (projectId === null ? undefined : ids[projectId]));
  return all?.find((one) => one.id === id) ?? all?.[0] ?? null;
}

export function chooseSeries(id: string): void {
  const { id: projectId } = useDocument.getState();
  if (projectId !== null) chosen.setState(({ ids }) => ({ ids: { ...ids, [projectId]: id } }));
}

/** A day as people type one, or a week of the simulation: `6 Apr 2026`, `week 12`. */
export function readDayOrWeek(text: string, startDate: string): string | null {
  const week = /^(?:week|wk|w)\s*(\d{1,4})$/i.exec(text.trim());
  return week ? dayOfWeek(startDate, Number(week[1])) : readTypedDay(text);
}

const inOrder = (figures: ActualFigure[]) => figures.sort((one, other) => one.date.localeCompare(other.date));

/** Changes one series, which keeps its figures in the order of their days: one step of undo. */
function change(label: string, id: string, recipe: (series: Draft<Actuals>) => void): void {
  edit(label, ({ actuals }) => {
    const series = actuals.find((one) => one.id === id);
    if (!series) return;
    recipe(series);
    inOrder(series.figures);
  });
}

/** Begins a series of its own; it is the one that is looked at from then on. */
export function beginSeries(measure: ActualMeasure): void {
  const { project } = useDocument.getState();
  if (!project) return;
  const name = freeName(countedMeasures[measure].label, project.actuals);
  const id = newId(
    name,
    project.actuals.map((one) => one.id),
  );
  const series: Actuals = { id, name, measure, scope: { kind: 'service' }, figures: [], evidence: null };
  edit(`Add counted figures: ${name}`, (draft) => void draft.actuals.push(series));
  chooseSeries(id);
}

export function removeSeries({ id, name }: Actuals): void {
  edit(`Remove counted figures: ${name}`, (draft) => {
    draft.actuals = draft.actuals.filter((one) => one.id !== id);
  });
}

export function renameSeries({ id }: Actuals, name: string): void {
  change('Rename counted figures', id, (series) => {
    series.name = name;
  });
}

export function countAnother({ id }: Actuals, measure: ActualMeasure): void {
  change(`Count ${countedMeasures[measure].inSentence}`, id, (series) => {
    series.measure = measure;
  });
}

export function countOf({ id }: Actuals, scope: ActualScope): void {
  change('Change whom is counted', id, (series) => {
    series.scope = scope;
  });
}

export function addFigure({ id }: Actuals, figure: ActualFigure): void {
  change(`Add the figure of ${formatDayShort(figure.date)}`, id, ({ figures }) => void figures.push(figure));
}

export function putFigureAt({ id }: Actuals, at: number, part: Partial<ActualFigure>): void {
  change('Change a counted figure', id, ({ figures }) => {
    const figure = figures[at];
    if (figure) Object.assign(figure, part);
  });
}

export function removeFigureAt({ id, figures }: Actuals, at: number): void {
  const day = formatDayShort(figures[at]?.date ?? '');
  change(`Remove the figure of ${day}`, id, (series) => void series.figures.splice(at, 1));
}

/** Takes over figures that were read; a day that is there already gets the new one. */
export function takeOver({ id }: Actuals, read: readonly ActualFigure[]): void {
  const days = new Set(read.map(({ date }) => date));
  change(`Take over ${formatCount(read.length, 'counted figure')}`, id, (series) => {
    series.figures = [...series.figures.filter(({ date }) => !days.has(date)), ...read];
  });
}

/** Whom a series may be of, by a name that tells them apart. */
export function scopesOf({ tiers, groups }: Project): { id: string; label: string; scope: ActualScope }[] {
  return [
    { id: 'service', label: 'Everybody', scope: { kind: 'service' } },
    ...tiers.map(({ id, name }) => ({
      id: `tier/${id}`,
      label: `Tier: ${name}`,
      scope: { kind: 'tier', id } as const,
    })),
    ...(groups.length > 1 ? groups : []).map(({ id, name }) => ({
      id: `group/${id}`,
      label: `Client group: ${name}`,
      scope: { kind: 'group', id } as const,
    })),
  ];
}

export const scopeId = (scope: ActualScope): string =>
  scope.kind === 'service' ? 'service' : `${scope.kind}/${scope.id}`;
