import { useEffect, useState } from 'react';
import { useWantedPlace } from '@/document/wanted-place';

/** Which element of a list is open: the one chosen last, or the one that another screen asked for a field of. */
export function useOpenElement(list: 'roles' | 'calendars'): [string | null, (id: string | null) => void] {
  const [openId, open] = useState<string | null>(null);
  const path = useWantedPlace((wanted) => wanted.path);
  const wantedId = path?.startsWith(`${list}/`) ? (path.split('/')[1] ?? null) : null;
  useEffect(() => {
    if (wantedId !== null) open(wantedId);
  }, [wantedId]);
  return [openId, open];
}
