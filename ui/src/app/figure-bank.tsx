import { lazy, Suspense } from 'react';
import { openBank, useBank } from '@/document/bank/bank-state';
import { type Action, useActions } from '@/shared/actions/actions';

/** Fetched when it is first opened. */
const BankDialog = lazy(async () => ({ default: (await import('@/document/bank/bank-dialog')).BankDialog }));

const actions: readonly Action[] = [
  {
    id: 'bank.open',
    label: 'Figure bank…',
    section: 'Figures',
    searchWords: 'cited published source evidence vacancy leavers pay unit cost missed',
    run: () => openBank(null),
  },
];

/** The bank of cited figures, wherever it is asked for. */
export function FigureBank() {
  const isOpen = useBank((bank) => bank.isOpen);
  useActions(actions);
  return <Suspense>{isOpen && <BankDialog />}</Suspense>;
}
