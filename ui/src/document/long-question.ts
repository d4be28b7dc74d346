import { create, type StoreApi, type UseBoundStore } from 'zustand';
import type { JobEvent } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { showError } from '@/shared/notices/notices';
import { allSaved, useDocument } from './document';

/** A question that the program works on for a while: what was asked, how far it is, what came of it. */
export interface LongQuestion<Request, Progress, Answer> {
  /** What was asked last. */
  asked: Request | null;
  /** Version of the document when it was asked. */
  version: number;
  isUnderWay: boolean;
  isStopping: boolean;
  progress: Progress | null;
  /** The latest answer; it stays in sight while another question is worked on. */
  answer: Answer | null;
  /** What the answer answers, and the version of the document it is of. */
  answered: { request: Request; version: number } | null;
  /** How the last question ended; none while it is worked on. */
  ending: 'finished' | 'stopped' | 'failed' | null;
  /** Time it took [seconds]. */
  seconds: number | null;
}

type Start<Request, Progress, Answer> = (
  request: Request,
  hear: (event: JobEvent<Progress, Answer>) => void,
) => Promise<number>;

export interface LongQuestions<Request, Progress, Answer> {
  use: UseBoundStore<StoreApi<LongQuestion<Request, Progress, Answer>>>;
  /** Asks; a question that is still worked on is stopped first. Resolves when it has ended. */
  ask: (request: Request) => Promise<void>;
  stop: () => void;
  /** Forgets questions and answers, as when another project is opened. */
  forget: () => void;
}

/**
 * Questions of one kind, one at a time: the latest counts, and an answer that comes late is not shown. Answers belong
 * to the open project and go with it.
 */
export function longQuestions<Request, Progress, Answer>(
  start: Start<Request, Progress, Answer>,
): LongQuestions<Request, Progress, Answer> {
  type State = LongQuestion<Request, Progress, Answer>;
  const nothing: State = {
    asked: null,
    version: 0,
    isUnderWay: false,
    isStopping: false,
    progress: null,
    answer: null,
    answered: null,
    ending: null,
    seconds: null,
  };
  const use = create<State>(() => nothing);
  /** Counts questions, so that what is heard of an older one is let pass. */
  let turn = 0;
  let number: number | null = null;

  const cancel = () => {
    if (number !== null) client().runCancel(number).catch(showError);
  };
  const end = (mine: number, state: Partial<State>) => {
    if (mine !== turn) return;
    number = null;
    use.setState({ isUnderWay: false, isStopping: false, progress: null, ...state });
  };
  const answeredNow = (answer: Answer): Partial<State> => {
    const { asked, version } = use.getState();
    return { answer, answered: asked === null ? null : { request: asked, version } };
  };
  const heard = (mine: number, event: JobEvent<Progress, Answer>): boolean => {
    if (event.kind === 'progress') {
      if (mine === turn) use.setState({ progress: event.progress });
      return false;
    }
    if (event.kind === 'finished') {
      end(mine, { ...answeredNow(event.answer), ending: 'finished', seconds: event.seconds });
    } else if (event.kind === 'stopped') {
      end(mine, { ...(event.answer === null ? {} : answeredNow(event.answer)), ending: 'stopped', seconds: null });
    } else {
      if (mine === turn) showError(event.error);
      end(mine, { ending: 'failed', seconds: null });
    }
    return true;
  };

  const ask = async (request: Request) => {
    turn += 1;
    const mine = turn;
    cancel();
    number = null;
    use.setState({ asked: request, isUnderWay: true, isStopping: false, progress: null, ending: null });
    await allSaved();
    if (mine !== turn) return;
    use.setState({ version: useDocument.getState().version });
    await new Promise<void>((ended) => {
      const begun = start(request, (event) => {
        if (heard(mine, event)) ended();
      });
      begun.then(
        (given) => {
          const isOlder = mine !== turn;
          const { isUnderWay, isStopping } = use.getState();
          if (!isOlder && isUnderWay) number = given;
          // Stop may have been pressed, or another question asked, before there was a number to stop it by.
          if (isOlder || isStopping) client().runCancel(given).catch(showError);
        },
        (error: unknown) => {
          if (mine === turn) showError(error);
          end(mine, { ending: 'failed', seconds: null });
          ended();
        },
      );
    });
  };

  const stop = () => {
    if (!use.getState().isUnderWay) return;
    use.setState({ isStopping: true });
    cancel();
  };
  const forget = () => {
    turn += 1;
    cancel();
    number = null;
    use.setState(nothing);
  };
  useDocument.subscribe((now, before) => {
    if (now.id !== before.id) forget();
  });
  return { use, ask, stop, forget };
}
