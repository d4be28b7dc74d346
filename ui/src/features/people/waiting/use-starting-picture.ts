import { useEffect, useState } from 'react';
import type { StartingList, StartingPicture } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { showError } from '@/shared/notices/notices';

/** The people on a list by weeks waited, as the simulation draws them; the last picture stays until the next is there. */
export function useStartingPicture(list: StartingList | null): StartingPicture | null {
  const [picture, setPicture] = useState<StartingPicture | null>(null);
  useEffect(() => {
    if (!list) return setPicture(null);
    let isWanted = true;
    client()
      .startingListPreview(list)
      .then((drawn) => isWanted && setPicture(drawn), showError);
    return () => {
      isWanted = false;
    };
  }, [list]);
  return picture;
}
