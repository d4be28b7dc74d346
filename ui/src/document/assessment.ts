import { create } from 'zustand';
import type { Assessment } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { allSaved, useDocument } from './document';

interface Assessed {
  /** What the program says of the document; none until it has looked. */
  assessment: Assessment | null;
  /** Whether the document has changed since. */
  isStale: boolean;
}

export const useAssessment = create<Assessed>(() => ({ assessment: null, isStale: true }));

/** Rest after a change before the document is looked at [ms]: a drag of a number makes many. */
const restMs = 60;

/** Keeps the assessment in step with the document for as long as it is wanted. */
export function followDocument(tell: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async () => {
    await allSaved();
    const { id, optionId, version } = useDocument.getState();
    if (!id || !optionId) return;
    try {
      const assessment = await client().documentAssess(id, optionId);
      // A look at an older version is no use: the next one is on its way.
      if (useDocument.getState().version !== version) return;
      useAssessment.setState({ assessment, isStale: false });
    } catch (error) {
      tell(error);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, restMs);
  };
  const stop = useDocument.subscribe((now, before) => {
    if (now.id !== before.id) useAssessment.setState({ assessment: null, isStale: true });
    if (now.version === before.version && now.optionId === before.optionId) return;
    useAssessment.setState({ isStale: true });
    soon();
  });
  soon();
  return () => {
    clearTimeout(timer);
    stop();
  };
}
