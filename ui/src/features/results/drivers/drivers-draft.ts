import { create } from 'zustand';
import { useDocument } from '@/document/document';

/** A question as it is being put. It belongs to this sitting. */
export interface DriversDraft {
  /** Name of the figure that is to be explained. */
  figure: string;
  /** How far figures without a range go down and up [%]. */
  usualPercent: number;
  /** Futures to simulate in all. */
  budget: number;
}

/** As in the terminal. */
export const usualDraft: DriversDraft = { figure: 'longestWait', usualPercent: 10, budget: 5_000 };

/** Questions by id of the project. */
export const useDriversDrafts = create<{ drafts: Readonly<Record<string, DriversDraft>> }>(() => ({ drafts: {} }));

export function useDriversDraft(): DriversDraft {
  const id = useDocument((document) => document.id);
  return useDriversDrafts(({ drafts }) => (id === null ? undefined : drafts[id])) ?? usualDraft;
}

export function putDriversDraft(part: Partial<DriversDraft>): void {
  const { id } = useDocument.getState();
  if (id === null) return;
  useDriversDrafts.setState(({ drafts }) => ({
    drafts: { ...drafts, [id]: { ...usualDraft, ...drafts[id], ...part } },
  }));
}
