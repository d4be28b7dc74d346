import { create } from 'zustand';

/** What is selected on the pathway. It belongs to this sitting: it is neither saved nor undone. */
export interface Selection {
  steps: readonly string[];
  links: readonly string[];
  /** A field of the selected step that asks for attention, as the path below the step: `work/perWeek`. */
  field: string | null;
}

const nothing: Selection = { steps: [], links: [], field: null };

export const useSelection = create<Selection>(() => nothing);

export function select(selection: Partial<Selection>): void {
  useSelection.setState({ ...nothing, ...selection });
}
