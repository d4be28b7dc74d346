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
  isOpen: boolean;
  stepName: string;
  startDate: string;
  onClose: () => void;
  onAccept: (list: ListAges) => void;
}

/** Reads a waiting list from referral dates, and shows what is in it before anything is taken. */
export function ImportDialog({ isOpen, stepName, onClose, ...rest }: ImportDialogProps) {
  return (
    <Dialog title={`Who waits for ${stepName}`} width="wide" isOpen={isOpen} onClose={onClose}>
      <Importing {...rest} />
    </Dialog>
  );
}

/** Built anew each time the dialog opens, so that no list outlives it. */
function Importing({ startDate, onAccept }: Pick<ImportDialogProps, 'startDate' | 'onAccept'>) {
  const reading = useReferralDates(startDate);
  const { found } = reading;
  const list = useMemo(() => {
    if (!found || found.accepted.length === 0) return null;
    return { kind: 'ages' as const, weeks: found.accepted.map(({ weeksWaited }) => weeksWaited) };
  }, [found]);
  const picture = useStartingPicture(list);
  const people = list?.weeks.length ?? 0;
  return (
    <>
      <Remark>Weeks waited are counted up to the start of the simulation, {formatDay(startDate)}.</Remark>
      <DatesEntry reading={reading} />
      {reading.isReading && <Remark>Reading…</Remark>}
      {found && <DatesFound found={found} />}
      {list && picture && <ListPicture picture={picture} />}
      <p>
        <Button variant="primary" isDisabled={list === null} onPress={() => list && onAccept({ weeks: list.weeks })}>
          {people === 0 ? 'Use these people' : `Use these ${formatPeople(people)}`}
        </Button>
      </p>
    </>
  );
}
