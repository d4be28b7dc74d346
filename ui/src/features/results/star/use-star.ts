import { useEffect, useState } from 'react';
import { useDocument } from '@/document/document';
import type { StarView } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { showError } from '@/shared/notices/notices';

/** The Star of an option against another, as the document stands; that of before while the next is on its way. */
export function useStar(optionId: string | null, baseId: string | null): StarView | null {
  const projectId = useDocument((document) => document.id);
  const version = useDocument((document) => document.version);
  const saving = useDocument((document) => document.saving);
  const [found, setFound] = useState<{ of: string; view: StarView } | null>(null);
  const of = `${projectId} ${optionId} ${baseId}`;
  useEffect(() => {
    // The program is asked once it has what is on the screen.
    if (projectId === null || optionId === null || baseId === null || saving !== 'saved') return;
    let isWanted = version >= 0;
    client()
      .starGet(projectId, optionId, baseId)
      .then((view) => isWanted && setFound({ of: `${projectId} ${optionId} ${baseId}`, view }), showError);
    return () => {
      isWanted = false;
    };
  }, [projectId, optionId, baseId, version, saving]);
  return found?.of === of ? found.view : null;
}
