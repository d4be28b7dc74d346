import { create } from 'zustand';
import { bankEnds, type Estimate } from '@/ipc/bindings';

/** A field that a figure is looked for. */
export interface BankField {
  /** What it is, in words: "Vacant posts". */
  label: string;
  /** Its place in the document: the program offers what fits it. */
  place: string;
  /** Puts a figure into it, as one edit. */
  onInsert: (value: Estimate) => void;
}

/** The bank of cited figures, open or not. It belongs to this sitting. */
interface Bank {
  isOpen: boolean;
  /** None while somebody only looks round. */
  field: BankField | null;
}

export const useBank = create<Bank>(() => ({ isOpen: false, field: null }));

/** Opens the bank, for a field or to look round. */
export function openBank(field: BankField | null): void {
  useBank.setState({ isOpen: true, field });
}

export function closeBank(): void {
  useBank.setState({ isOpen: false, field: null });
}

const ends: readonly string[] = bankEnds;

/** Whether the bank has any figure for the field at a place. Which ones, the program says when they are asked for. */
export function hasFigures(place: string): boolean {
  return ends.some((end) => place === end || place.endsWith(`/${end}`));
}
