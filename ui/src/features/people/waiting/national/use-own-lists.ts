import { useEffect, useMemo, useState } from 'react';
import { useRuns } from '@/document/runs';
import type { Design, OptionResults, StartingList, StartingPicture } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { showError } from '@/shared/notices/notices';
import { canStart } from '../starting';
import { type BandedList, bandCount } from './national-shares';

/** This service's own list: as it is now, and as it is simulated at the end where there are results. */
export function useOwnLists(design: Design, optionId: string): BandedList[] {
  const now = useListNow(design);
  const view = useRuns(({ views }) => views.find((one) => one.optionId === optionId) ?? null);
  const simulated = useMemo(() => simulatedList(view?.results ?? null, view?.state === 'outOfDate'), [view]);
  return useMemo(() => [now, simulated].filter((list) => list !== null), [now, simulated]);
}

function useListNow({ steps }: Design): BandedList | null {
  const [now, setNow] = useState<BandedList | null>(null);
  useEffect(() => {
    let isWanted = true;
    const lists = steps.filter(canStart).flatMap(({ work }) => work.start?.waiting ?? []);
    picturesOf(lists).then((pictures) => isWanted && setNow(addedUp(pictures)), showError);
    return () => {
      isWanted = false;
    };
  }, [steps]);
  return now;
}

const picturesOf = (lists: readonly StartingList[]) =>
  Promise.all(lists.map((list) => client().startingListPreview(list)));

/** The lists of all steps as one; none where nobody waits. */
export function addedUp(pictures: readonly StartingPicture[]): BandedList | null {
  const total = pictures.reduce((sum, { people }) => sum + people, 0);
  if (total === 0) return null;
  const byBand = Array.from({ length: bandCount }, (_, band) =>
    pictures.reduce((sum, { byNationalBand }) => sum + (byNationalBand[band] ?? 0), 0),
  );
  return { id: 'now', name: 'Here now', total, byBand, over52: (byBand[6] ?? 0) + (byBand[7] ?? 0) };
}

/** Who still waits at the end of the simulation, on average over its futures. */
export function simulatedList(results: OptionResults | null, isOutOfDate: boolean): BandedList | null {
  if (!results) return null;
  const byBand = Array.from({ length: bandCount }, (_, band) => {
    const series = results.weekly.find(
      ({ measure, scope }) => measure === `nationalBand${band}` && scope.kind === 'service',
    );
    return series?.bands.mean.at(-1) ?? null;
  });
  if (byBand.every((people) => people === null)) return null;
  const total = byBand.reduce<number>((sum, people) => sum + (people ?? 0), 0);
  const name = `Here at the end, simulated${isOutOfDate ? ' (out of date)' : ''}`;
  return { id: 'simulated', name, total, byBand, over52: (byBand[6] ?? 0) + (byBand[7] ?? 0), isSimulated: true };
}
