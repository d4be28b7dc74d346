import { useMemo, useState } from 'react';
import { GivenEntry } from '@/document/given/given-entry';
import type { ClientGroup, ListMapping, ReferralList } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { formatDay, formatPeople } from '@/shared/format';
import { showError } from '@/shared/notices/notices';
import { areKnown, type GroupChoices, proposedTargets, type TakenList } from '../imports/group-choice';
import { GroupPart } from '../imports/group-part';
import { ListChoices } from '../imports/list-choices';
import { ListFound } from '../imports/list-found';
import { useList } from '../imports/use-list';
import { Remark } from '../parts/section-page';
import { ListPicture } from './list-picture';
import { useStartingPicture } from './use-starting-picture';

interface ImportDialogProps {
  stepName: string;
  startDate: string;
  groups: readonly ClientGroup[];
  onClose: () => void;
  onAccept: (taken: TakenList) => void;
}

const columns: readonly (keyof ListMapping)[] = ['referral', 'ended', 'group', 'urgency'];

/**
 * Reads a waiting list, and shows what is in it before anything is taken. It is there only while it is open, so that no
 * list outlives it.
 */
export function ImportDialog({ stepName, startDate, groups, onClose, onAccept }: ImportDialogProps) {
  const reading = useList(startDate, 'waitingList');
  const { list } = reading;
  const sorting = useGroups(list, groups);
  const isNobody = !list || list.accepted.length === 0;
  const ages = useMemo(() => {
    if (!list || list.accepted.length === 0) return null;
    return { kind: 'ages' as const, weeks: list.accepted.map(({ weeksWaited }) => weeksWaited), groups: [] };
  }, [list]);
  const picture = useStartingPicture(ages);
  const accept = () => {
    if (!list) return;
    if (list.remember) client().columnsRemember(list.remember).catch(showError);
    onAccept({ list, groups: sorting?.isKept ? sorting.choices : null });
  };
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={isNobody} onPress={accept}>
        {isNobody ? 'Use these people' : `Use these ${formatPeople(list.accepted.length)}`}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title={`Who waits for ${stepName}`} width="wide" onClose={onClose} footer={footer}>
      <Remark>Weeks waited are counted up to the start of the simulation, {formatDay(startDate)}.</Remark>
      <GivenEntry
        reading={reading}
        label="Paste the referral dates, one to a line, or the whole list with its other columns"
        placeholder={'06/01/2025\n13/01/2025\n…'}
        privacy="Kept: weeks waited, client groups while the switch below is on, and the headings of the columns you chose. Names, NHS numbers, dates of birth and postcodes are never stored."
      />
      {reading.isReading && <Remark>Reading…</Remark>}
      {list && <ListChoices reading={reading} list={list} columns={columns} />}
      {list && <ListFound list={list} />}
      {list && sorting && <GroupPart list={list} groups={groups} {...sorting} />}
      {ages && picture && <ListPicture picture={picture} />}
    </Dialog>
  );
}

interface Sorting {
  choices: GroupChoices;
  isKept: boolean;
  onKeep: (isKept: boolean) => void;
  onChange: (choices: GroupChoices) => void;
}

/** What becomes of the groups found in a list; none where there are none. A changed choice holds for the list it was made on. */
function useGroups(list: ReferralList | null, groups: readonly ClientGroup[]): Sorting | null {
  const proposed = useMemo(() => (list ? proposedTargets(list, groups) : null), [list, groups]);
  const [made, setMade] = useState<{ of: ReferralList; choices: GroupChoices; isKept: boolean } | null>(null);
  if (!list || !proposed || list.groups.length === 0) return null;
  const { choices, isKept } = made?.of === list ? made : { choices: proposed, isKept: areKnown(proposed) };
  return {
    choices,
    isKept,
    onKeep: (kept) => setMade({ of: list, choices, isKept: kept }),
    onChange: (changed) => setMade({ of: list, choices: changed, isKept }),
  };
}
