import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { formatCount } from '@/shared/format';
import { DatesEntry } from '../dates/dates-entry';
import { DatesFound } from '../dates/dates-found';
import { useReferralDates } from '../dates/use-referral-dates';
import { Remark } from '../parts/section-page';
import { historyWords, replayDays } from './history';

interface HistoryDialogProps {
  isOpen: boolean;
  startDate: string;
  horizonWeeks: number;
  onClose: () => void;
  onAccept: (days: number[]) => void;
}

/** Reads the dates of past referrals, to be replayed from the start on. */
export function HistoryDialog({ isOpen, onClose, ...rest }: HistoryDialogProps) {
  return (
    <Dialog title="Replay a record of referrals" width="wide" isOpen={isOpen} onClose={onClose}>
      <HistoryReading {...rest} />
    </Dialog>
  );
}

/** Built anew each time the dialog opens, so that no list outlives it. */
function HistoryReading({ startDate, horizonWeeks, onAccept }: Omit<HistoryDialogProps, 'isOpen' | 'onClose'>) {
  const reading = useReferralDates(startDate);
  const days = replayDays(reading.found?.accepted.map(({ date }) => date) ?? []);
  return (
    <>
      <DatesEntry reading={reading} />
      {reading.found && <DatesFound found={reading.found} />}
      {days.length > 0 && <Remark>{historyWords(days, horizonWeeks)}</Remark>}
      <p>
        <Button variant="primary" isDisabled={days.length === 0} onPress={() => onAccept(days)}>
          {days.length === 0 ? 'Replay these referrals' : `Replay these ${formatCount(days.length, 'referral')}`}
        </Button>
      </p>
    </>
  );
}
