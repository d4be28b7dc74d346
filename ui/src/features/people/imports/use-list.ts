import { useCallback, useState } from 'react';
import { afresh, type Reading, useGiven } from '@/document/given/use-given';
import type { DayOrder, GivenList, ListMapping, ListPurpose, ReferralList } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What the person chose about how a list is read; nothing chosen: as the list itself suggests. */
interface Choices {
  sheet: number | null;
  mapping: ListMapping | null;
  dayOrder: DayOrder | null;
}

const unchosen: Choices = { sheet: null, mapping: null, dayOrder: null };

/** A list of referrals being read, with the choices about how. */
export interface ReadingOfList extends Reading<ReferralList> {
  /** What was found last: stays while a changed choice is read. */
  list: ReferralList | null;
  chooseSheet: (sheet: number) => void;
  chooseColumns: (mapping: ListMapping) => void;
  chooseDayOrder: (dayOrder: DayOrder) => void;
}

export function useList(startDate: string, purpose: ListPurpose): ReadingOfList {
  const [choices, setChoices] = useState(unchosen);
  const read = useCallback(
    (given: GivenList) => client().referralsRead(given, { purpose, startDate, ...choices }),
    [purpose, startDate, choices],
  );
  // Another list is read afresh: its columns are not those of the one before.
  const reading = afresh(useGiven(read), () => setChoices(unchosen));
  return {
    ...reading,
    list: reading.found,
    // The columns of one sheet are not those of another.
    chooseSheet: (sheet) => setChoices({ ...unchosen, sheet }),
    chooseColumns: (mapping) => setChoices((before) => ({ ...before, mapping })),
    chooseDayOrder: (dayOrder) => setChoices((before) => ({ ...before, dayOrder })),
  };
}
