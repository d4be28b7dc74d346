import { useMemo } from 'react';
import type { ListAges } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { formatDay, formatPeople } from '@/shared/format';
import { DatesEntry } from '../dates/dates-entry';
import { DatesFound } from '../dates/dates-found';
import { useReferralDates } from '../dates/use-referral-dates';
import { Remark } from '../parts/section-page';
import { ListPicture } from './list-picture';
import { useStartingPicture } from './use-starting-picture';

interface ImportDialogProps {
  stepName: string;
  startDate: string;
  onClose: () => void;
  onAccept: (list: ListAges) => void;
}

/**
 * Reads a waiting list from referral dates, and shows what is in it before anything is taken. It is there only while
 * it is open, so that no list outlives it.
 */
export function ImportDialog({ stepName, startDate, onClose, onAccept }: ImportDialogProps) {
  const reading = useReferralDates(startDate);
  const { found } = reading;
  const list = useMemo(() => {
    if (!found || found.accepted.length === 0) return null;
    return { kind: 'ages' as const, weeks: found.accepted.map(({ weeksWaited }) => weeksWaited) };
  }, [found]);
  const picture = useStartingPicture(list);
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={list === null} onPress={() => list && onAccept({ weeks: list.weeks })}>
        {list ? `Use these ${formatPeople(list.weeks.length)}` : 'Use these people'}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title={`Who waits for ${stepName}`} width="wide" onClose={onClose} footer={footer}>
      <Remark>Weeks waited are counted up to the start of the simulation, {formatDay(startDate)}.</Remark>
      <DatesEntry reading={reading} />
      {reading.isReading && <Remark>Reading…</Remark>}
      {found && <DatesFound found={found} />}
      {list && picture && <ListPicture picture={picture} />}
    </Dialog>
  );
}
