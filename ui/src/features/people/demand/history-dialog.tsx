import { useMemo } from 'react';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { formatCount } from '@/shared/format';
import { DatesEntry } from '../dates/dates-entry';
import { DatesFound } from '../dates/dates-found';
import { useReferralDates } from '../dates/use-referral-dates';
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
  const reading = useReferralDates(startDate);
  const { found } = reading;
  const days = useMemo(() => replayDays(found?.accepted.map(({ date }) => date) ?? []), [found]);
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
      <DatesEntry reading={reading} />
      {reading.isReading && <Remark>Reading…</Remark>}
      {found && <DatesFound found={found} />}
      {!isNobody && <Remark>{historyWords(days, horizonWeeks)}</Remark>}
    </Dialog>
  );
}
