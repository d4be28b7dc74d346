import { create } from 'zustand';
import { useDocument } from '@/document/document';

export const resultsTabs = [
  'waits',
  'whatIf',
  'compare',
  'money',
  'drivers',
  'posts',
  'onTrack',
  'who',
  'staff',
  'flow',
  'watch',
] as const;

/** A room of the results. */
export type ResultsTab = (typeof resultsTabs)[number];

/** What is looked at: it belongs to this sitting, and coming back from another screen finds it as it was. */
interface ResultsView {
  /** Open room, by id of the project; the waits where none was chosen. */
  tabs: Readonly<Record<string, ResultsTab>>;
  /** Week at whose end figures are read, by id of the project; the last week where none was chosen. */
  weeks: Readonly<Record<string, number>>;
  /** The option that rooms about one option ask about, by id of the project. */
  options: Readonly<Record<string, string>>;
}

export const useResultsView = create<ResultsView>(() => ({ tabs: {}, weeks: {}, options: {} }));

export function useTab(): ResultsTab {
  const id = useDocument((document) => document.id);
  return useResultsView(({ tabs }) => (id === null ? undefined : tabs[id]) ?? 'waits');
}

export function openTab(tab: ResultsTab): void {
  const { id } = useDocument.getState();
  if (id !== null) useResultsView.setState(({ tabs }) => ({ tabs: { ...tabs, [id]: tab } }));
}

/** The week at whose end figures are read, which the results must reach. */
export function useWeek(lastWeek: number): number {
  const id = useDocument((document) => document.id);
  const chosen = useResultsView(({ weeks }) => (id === null ? undefined : weeks[id]));
  return Math.min(chosen ?? lastWeek, lastWeek);
}

export function chooseWeek(week: number): void {
  const { id } = useDocument.getState();
  if (id !== null) useResultsView.setState(({ weeks }) => ({ weeks: { ...weeks, [id]: week } }));
}

/** The option asked about: the one chosen in any of the rooms about one option, or the one shown on the other screens. */
export function useAskedOption(): string | null {
  const id = useDocument((document) => document.id);
  const project = useDocument((document) => document.project);
  const shown = useDocument((document) => document.optionId);
  const chosen = useResultsView(({ options }) => (id === null ? undefined : options[id]));
  const options = project?.options ?? [];
  const byId = (optionId: string | null | undefined) => options.find((option) => option.id === optionId);
  return (byId(chosen) ?? byId(shown) ?? options[0])?.id ?? null;
}

export function askAbout(optionId: string): void {
  const { id } = useDocument.getState();
  if (id !== null) useResultsView.setState(({ options }) => ({ options: { ...options, [id]: optionId } }));
}
