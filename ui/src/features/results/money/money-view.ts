import { create } from 'zustand';
import { useDocument } from '@/document/document';

/** What is appraised, for each project: it belongs to this sitting. */
interface MoneyView {
  /** Years of 52 weeks; all that is simulated where none was chosen. */
  years: Readonly<Record<string, number>>;
  /** Id of the option whose account is open; the first besides the base where none was chosen. */
  accounts: Readonly<Record<string, string>>;
}

export const useMoneyView = create<MoneyView>(() => ({ years: {}, accounts: {} }));

/** Years to appraise of those that are simulated; none: all of it. */
export function useYears(weeks: number): number | null {
  const id = useDocument((document) => document.id);
  const chosen = useMoneyView(({ years }) => (id === null ? undefined : years[id]));
  return chosen !== undefined && chosen * 52 <= weeks ? chosen : null;
}

export function chooseYears(years: number | null): void {
  const { id } = useDocument.getState();
  if (id === null) return;
  useMoneyView.setState((view) => {
    const { [id]: _, ...others } = view.years;
    return { years: years === null ? others : { ...others, [id]: years } };
  });
}

export function useAccountId(): string | null {
  const id = useDocument((document) => document.id);
  return useMoneyView(({ accounts }) => (id === null ? undefined : accounts[id])) ?? null;
}

export function chooseAccount(optionId: string): void {
  const { id } = useDocument.getState();
  if (id !== null) useMoneyView.setState(({ accounts }) => ({ accounts: { ...accounts, [id]: optionId } }));
}
