import { useMemo } from 'react';
import { GivenEntry } from '@/document/given/given-entry';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { formatCount } from '@/shared/format';
import { ListChoices } from '../imports/list-choices';
import { ListFound } from '../imports/list-found';
import { useList } from '../imports/use-list';
import { Remark } from '../parts/section-page';
import { historyWords, replayDays } from './history';

interface HistoryDialogProps {
  startDate: string;
  horizonWeeks: number;
  onClose: () => void;
  onAccept: (days: number[]) => void;
}

/** Reads the dates of past referrals, to be replayed from the start on. It is there only while it is open. */
export function HistoryDialog({ startDate, horizonWeeks, onClose, onAccept }: HistoryDialogProps) {
  const reading = useList(startDate, 'referrals');
  const { list } = reading;
  const days = useMemo(() => replayDays(list?.accepted.map(({ date }) => date) ?? []), [list]);
  const isNobody = days.length === 0;
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={isNobody} onPress={() => onAccept(days)}>
        {isNobody ? 'Replay these referrals' : `Replay these ${formatCount(days.length, 'referral')}`}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title="Replay a record of referrals" width="wide" onClose={onClose} footer={footer}>
      <GivenEntry
        reading={reading}
        label="Paste the dates of past referrals, one to a line, or a whole list with its other columns"
        placeholder={'06/01/2025\n13/01/2025\n…'}
        privacy="Only the days are kept. Names, NHS numbers, dates of birth and postcodes are never stored."
      />
      {reading.isReading && <Remark>Reading…</Remark>}
      {list && <ListChoices reading={reading} list={list} columns={['referral']} />}
      {list && <ListFound list={list} />}
      {!isNobody && <Remark>{historyWords(days, horizonWeeks)}</Remark>}
    </Dialog>
  );
}
