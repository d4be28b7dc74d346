import { create } from 'zustand';
import { likelyOf } from '@/document/estimate';
import type { Shown } from '@/document/shown';
import { formatCount, formatNumber, formatPerWeek } from '@/shared/format';
import { isOfKind } from './parts/step-edits';
import { peopleAtStart } from './waiting/starting';

/** The sections of the screen, in the order of its list. */
export const sectionIds = ['roles', 'skills', 'staffing', 'calendars', 'demand', 'waiting', 'groups', 'money'] as const;
export type SectionId = (typeof sectionIds)[number];

export const sectionLabels: Record<SectionId, string> = {
  roles: 'People',
  skills: 'Who does what',
  staffing: 'Staffing and options',
  calendars: 'Calendars',
  demand: 'Demand',
  waiting: 'Waiting list now',
  groups: 'Client groups',
  money: 'Money',
};

/** Which section is open. It belongs to this sitting: it is neither saved nor undone. */
export const usePeopleSection = create<{ section: SectionId }>(() => ({ section: 'roles' }));

export const openSection = (section: SectionId): void => usePeopleSection.setState({ section });

/** What a section holds, at a glance. */
export function sectionSummary(section: SectionId, { project, design }: Shown): string {
  const steps = design.steps;
  switch (section) {
    case 'roles':
      return formatCount(project.roles.length, 'role');
    case 'skills':
      return formatCount(steps.filter(({ work }) => 'staff' in work).length, 'step with staff', 'steps with staff');
    case 'staffing':
      return `${formatCount(project.mixes.length, 'staffing', 'staffings')}, ${formatCount(project.options.length, 'option')}`;
    case 'calendars':
      return formatCount(project.calendars.length, 'calendar');
    case 'demand': {
      const rates = steps.flatMap((step) => (isOfKind(step, 'referrals') ? [likelyOf(step.work.perWeek)] : []));
      return rates.length === 0 ? 'no referrals yet' : formatPerWeek(rates.reduce((sum, rate) => sum + rate, 0));
    }
    case 'waiting': {
      const { waiting, underWay } = peopleAtStart(design);
      const isNobody = waiting + underWay === 0;
      return isNobody ? 'nobody yet' : `${formatNumber(waiting, 0)} waiting, ${formatNumber(underWay, 0)} under way`;
    }
    case 'groups':
      return formatCount(project.groups.length, 'group');
    case 'money': {
      const { costs, effects } = project.economics;
      return `${formatCount(effects.length, 'effect')}, ${formatCount(costs.length, 'other cost')}`;
    }
  }
}

/** The places of the document that belong to a section: their problems are counted at its name. */
export function sectionPaths(section: SectionId, { project, design }: Shown): string[] {
  const inSteps = (parts: (work: Shown['design']['steps'][number]['work']) => string[]) =>
    design.steps.flatMap(({ id, work }) => parts(work).map((part) => `designs/${design.id}/steps/${id}/${part}`));
  switch (section) {
    case 'roles':
      return ['roles'];
    case 'skills':
      return inSteps((work) => ('staff' in work ? ['work/staff'] : []));
    case 'staffing':
      return ['mixes', 'options'];
    case 'calendars':
      return ['calendars'];
    case 'demand':
      return inSteps((work) => (work.kind === 'referrals' ? ['work'] : []));
    case 'waiting':
      return inSteps((work) => ('start' in work ? ['work/start'] : []));
    case 'groups':
      return project.groups.length > 0 ? ['groups'] : [];
    case 'money':
      return ['economics'];
  }
}
