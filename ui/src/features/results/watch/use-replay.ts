import { useEffect, useState } from 'react';
import { allSaved } from '@/document/document';
import type { IpcError, Replay, ReplayRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { classifyError, type ErrorWords } from '@/shared/notices/classify-error';

/** One simulated future, or why there is none. */
export type ReplayState =
  | { kind: 'reading' }
  | { kind: 'there'; key: string; request: ReplayRequest; replay: Replay }
  | { kind: 'failed'; words: ErrorWords };

/** Rest after a change before the future is simulated anew [ms]. */
const restMs = 300;

/** The asked-for future of the document as it stands; simulated anew when the document changes. */
export function useReplay(request: ReplayRequest | null, version: number): ReplayState {
  const [state, setState] = useState<{ of: string; found: ReplayState }>({ of: '', found: { kind: 'reading' } });
  const wanted = request && JSON.stringify([request, version]);
  useEffect(() => {
    if (wanted === null) return;
    let isWanted = true;
    const [asked] = JSON.parse(wanted) as [ReplayRequest, number];
    const read = async (): Promise<ReplayState> => {
      await allSaved();
      return { kind: 'there', key: wanted, request: asked, replay: await client().replayGet(asked) };
    };
    const timer = setTimeout(() => {
      read()
        .catch((error: IpcError): ReplayState => ({ kind: 'failed', words: classifyError(error) }))
        .then((found) => isWanted && setState({ of: wanted, found }));
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted]);
  return state.of === wanted ? state.found : { kind: 'reading' };
}
