import { create } from 'zustand';
import { useDocument } from '@/document/document';
import type { Size } from '@/ipc/bindings';

export const caseTabs = ['paper', 'risks', 'assumptions', 'checklist'] as const;

/** A room of the business case. */
export type CaseTab = (typeof caseTabs)[number];

/** A section being written. */
export interface Draft {
  sectionId: string;
  text: string;
}

/** What is looked at and what is being written: it belongs to this sitting, and coming back finds it as it was. */
interface CaseScreenView {
  tab: CaseTab;
  /** How much of a case, by id of the project; the full case where none was chosen. */
  sizes: Readonly<Record<string, Size>>;
  /** Projects, by id, whose case says what drives the longest wait. */
  drivers: Readonly<Record<string, boolean>>;
  /** Sections being written, by id of the project. */
  drafts: Readonly<Record<string, Draft | undefined>>;
  /** Name of the Word template chosen; none: Pathloom's own look. */
  template: string | null;
}

export const useCaseView = create<CaseScreenView>(() => ({
  tab: 'paper',
  sizes: {},
  drivers: {},
  drafts: {},
  template: null,
}));

export const openTab = (tab: CaseTab): void => useCaseView.setState({ tab });

export function useSize(): Size {
  const id = useDocument((document) => document.id);
  return useCaseView(({ sizes }) => (id === null ? undefined : sizes[id]) ?? 'full');
}

export function chooseSize(size: Size): void {
  const { id } = useDocument.getState();
  if (id !== null) useCaseView.setState(({ sizes }) => ({ sizes: { ...sizes, [id]: size } }));
}

/** Whether the case says what drives the longest wait, which is found out at some length. */
export function useDrivers(): boolean {
  const id = useDocument((document) => document.id);
  return useCaseView(({ drivers }) => id !== null && drivers[id] === true);
}

export function chooseDrivers(isWanted: boolean): void {
  const { id } = useDocument.getState();
  if (id !== null) useCaseView.setState(({ drivers }) => ({ drivers: { ...drivers, [id]: isWanted } }));
}

/** The section being written, where one is. */
export function useDraft(): Draft | undefined {
  const id = useDocument((document) => document.id);
  return useCaseView(({ drafts }) => (id === null ? undefined : drafts[id]));
}

/** Writes on a section, or on none any more. */
export function putDraft(draft: Draft | undefined): void {
  const { id } = useDocument.getState();
  if (id !== null) useCaseView.setState(({ drafts }) => ({ drafts: { ...drafts, [id]: draft } }));
}
