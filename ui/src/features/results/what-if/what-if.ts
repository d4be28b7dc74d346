import { create } from 'zustand';
import { allSaved, edit } from '@/document/document';
import { addOptionLike } from '@/document/keep-option';
import type { DifferencesByWeek, Headline, Lever, LeverKind, Move, WhatIfEvent } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { noteShown } from '@/shared/moments';
import { showError } from '@/shared/notices/notices';

/** The option whose figures are moved, and the run that it is held against. */
export interface Subject {
  projectId: string;
  optionId: string;
  /** Seed and number of simulated futures of the option's stored run. */
  seed: string;
  replications: number;
}

/** What becomes of the option with some figures moved, as far as it is known. */
export interface Effect {
  moves: readonly Move[];
  headline: Headline;
  /** Differences from the option as it is; none in the first, coarse answer. */
  differences: DifferencesByWeek | null;
  /** Simulated futures there will be if nothing is moved again. */
  asked: number;
}

/** It belongs to this sitting: nothing of it is in the document until it is kept. */
interface WhatIf {
  subject: Subject | null;
  levers: readonly Lever[];
  /** Ids of levers taken from the list, beside those that always stand there. */
  picked: readonly string[];
  /** In the order in which they were first moved. */
  moves: readonly Move[];
  effect: Effect | null;
  /** Why it cannot be simulated as moved. */
  problem: unknown;
  /** Id of the option that was kept last; none once that has been put away. */
  keptId: string | null;
}

const nothing: WhatIf = { subject: null, levers: [], picked: [], moves: [], effect: null, problem: null, keptId: null };

export const useWhatIf = create<WhatIf>(() => nothing);

/** Number of the request that went out last. It only grows, so that the program knows the newest whichever comes first. */
let asked = 0;
/** Number of the request whose answer is shown; older ones are not. */
let shown = 0;
/** The next frame, when there is something to send with it. */
let nextFrame: number | null = null;
let sentAt = Number.NEGATIVE_INFINITY;

/** A frame of the screen [ms]: what is sent more often is not seen. */
const frameMs = 16;

/** Kinds of levers that always stand there. */
export const standing: readonly LeverKind[] = ['posts', 'referrals'];

/** The levers that are shown: the standing ones and those picked, in the order of the list. */
export function shownLevers({ levers, picked, moves }: Pick<WhatIf, 'levers' | 'picked' | 'moves'>): Lever[] {
  return levers.filter(
    ({ id, kind }) => standing.includes(kind) || picked.includes(id) || moves.some(({ lever }) => lever === id),
  );
}

/** Turns to an option: what may be moved in it, as the document stands. What is moved already stays, where it can. */
export async function turnTo(subject: Subject): Promise<void> {
  await allSaved();
  const { projectId, optionId } = subject;
  try {
    const levers = await client().whatIfLevers(projectId, optionId);
    const before = useWhatIf.getState();
    const isSame = before.subject?.projectId === projectId && before.subject.optionId === optionId;
    const exists = (id: string) => levers.some((lever) => lever.id === id);
    const moves = isSame ? before.moves.filter(({ lever }) => exists(lever)) : [];
    const picked = isSame ? before.picked.filter(exists) : [];
    useWhatIf.setState({ subject, levers, moves, picked, effect: null, problem: null });
    asked += 1;
    shown = asked;
    if (moves.length > 0) send();
  } catch (error) {
    showError(error);
  }
}

/** Leaves the room: nobody watches any more. */
export function leave(): void {
  if (nextFrame !== null) cancelAnimationFrame(nextFrame);
  nextFrame = null;
  stop();
}

/** Moves a lever; where it stands in the option as it is, it is not moved. Other shares of its set follow it. */
export function moveLever(id: string, value: number): void {
  const { levers, moves } = useWhatIf.getState();
  const lever = levers.find((one) => one.id === id);
  if (!lever) return;
  const isRival = (move: Move) =>
    move.lever !== id && lever.set !== '' && levers.find((one) => one.id === move.lever)?.set === lever.set;
  const others = moves.filter((move) => !isRival(move));
  const isMoved = value !== lever.base;
  const after = others.some((move) => move.lever === id)
    ? others.flatMap((move) => (move.lever === id ? (isMoved ? { lever: id, value } : []) : move))
    : isMoved
      ? [...others, { lever: id, value }]
      : others;
  useWhatIf.setState({ moves: after });
  sendSoon();
}

/** Puts one lever back. */
export function resetLever(id: string): void {
  const lever = useWhatIf.getState().levers.find((one) => one.id === id);
  if (lever) moveLever(id, lever.base);
}

/** Puts everything back. */
export function resetAll(): void {
  useWhatIf.setState({ moves: [] });
  sendSoon();
}

/** Takes a lever from the list, or puts it away. One that is put away is put back first. */
export function pickLever(id: string, isPicked: boolean): void {
  if (!isPicked) resetLever(id);
  useWhatIf.setState(({ picked }) => ({
    picked: isPicked ? [...picked.filter((one) => one !== id), id] : picked.filter((one) => one !== id),
  }));
}

/** Sends at once, or with the next frame when something has gone with this one. */
function sendSoon(): void {
  if (nextFrame !== null) return;
  if (performance.now() - sentAt >= frameMs) {
    send();
    return;
  }
  nextFrame = requestAnimationFrame(() => {
    nextFrame = null;
    send();
  });
}

function send(): void {
  sentAt = performance.now();
  const { subject, moves } = useWhatIf.getState();
  if (!subject) return;
  if (moves.length === 0) {
    useWhatIf.setState({ effect: null, problem: null });
    stop();
    return;
  }
  asked += 1;
  const number = asked;
  client()
    .whatIfMove({ ...requestOf(subject, moves), number }, (event) => hear(number, moves, event))
    .catch((error: unknown) => hear(number, moves, { kind: 'failed', error }));
}

const requestOf = ({ projectId, optionId, seed, replications }: Subject, moves: readonly Move[]) => ({
  projectId,
  optionId,
  seed,
  replications,
  moves: [...moves],
});

function stop(): void {
  asked += 1;
  shown = asked;
  client()
    .whatIfStop(asked)
    .catch((error: unknown) => showError(error));
}

type Heard = WhatIfEvent | { kind: 'failed'; error: unknown };

/** Shows an answer, unless a newer one is shown or nothing is moved any more. */
function hear(number: number, moves: readonly Move[], event: Heard): void {
  if (number < shown) return;
  shown = number;
  if (event.kind === 'failed') {
    useWhatIf.setState({ problem: event.error, effect: null });
    return;
  }
  const { headline, differences, asked: futures } = event;
  useWhatIf.setState({ effect: { moves, headline, differences, asked: futures }, problem: null });
  // The first answer to a move: what a person waits for.
  if (differences === null) noteShown('what-if:bands');
}

/** Puts away the word about the option that was kept. */
export function forgetKept(): void {
  useWhatIf.setState({ keptId: null });
}

/** Makes an option of what is moved: one edit, with single changed figures beside the same design and staffing. */
export async function keepAsOption(name: string): Promise<void> {
  const { subject, moves } = useWhatIf.getState();
  if (!subject || moves.length === 0) return;
  try {
    const changes = await client().whatIfChanges({ ...requestOf(subject, moves), number: 0 });
    let id: string | null = null;
    edit('Keep an option', (draft) => {
      const like = draft.options.find((option) => option.id === subject.optionId);
      if (like) id = addOptionLike(draft, like, { changes }, name);
    });
    if (id === null) return;
    useWhatIf.setState({ keptId: id });
    resetAll();
  } catch (error) {
    showError(error);
  }
}
