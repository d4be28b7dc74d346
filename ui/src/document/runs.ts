import { create } from 'zustand';
import type { Headline, OptionView, RunEvent, Settings } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { noteShown } from '@/shared/moments';
import { allSaved, useDocument } from './document';

/** A run under way. */
export interface RunUnderWay {
  /** The number to stop it by; none until the program has given one. */
  number: number | null;
  optionIds: readonly string[];
  /** Simulated futures finished, of all options together. */
  finished: number;
  /** Simulated futures asked for, of all options together. */
  asked: number;
  /** Bands so far, by option. */
  headlines: readonly Headline[];
  isStopping: boolean;
}

/** How the last run of the open project ended. */
export interface LastRun {
  ending: 'finished' | 'cancelled' | 'failed';
  optionIds: readonly string[];
  /** Simulated futures of each option that were asked for. */
  replications: number;
  seed: string;
  /** Simulated futures that finished, of all options together. */
  finished: number;
  /** Time it took [seconds]; none when it did not finish. */
  seconds: number | null;
}

interface Runs {
  underWay: RunUnderWay | null;
  /** The latest results of each option, as far as there are any. */
  views: readonly OptionView[];
  /** Whether the results of the open project have been asked for and answered. */
  isLoaded: boolean;
  /** Version of the document that the run under way, or the last one, was made of. */
  ranVersion: number | null;
  lastRun: LastRun | null;
}

/** Before the first bands; always the same, so that nothing is drawn anew for it. */
export const noHeadlines: readonly Headline[] = [];

const nothing: Runs = { underWay: null, views: [], isLoaded: false, ranVersion: null, lastRun: null };

export const useRuns = create<Runs>(() => nothing);

/** How a run is made: chosen by the person, kept in the settings. */
export type RunChoices = Pick<Settings, 'replications' | 'seed'>;

let tell: (error: unknown) => void = () => undefined;

/** Says who is told when a run fails. */
export function onRunError(hear: (error: unknown) => void): void {
  tell = hear;
}

/** The run that the program is making, which may be of a project that has been closed since. */
let running: { projectId: string; ended: Promise<void> } | null = null;

/** Runs options of the open document; one run at a time. Resolves when it has ended. */
export async function startRun(optionIds: readonly string[], choices: RunChoices): Promise<void> {
  await allSaved();
  const { id: projectId, version } = useDocument.getState();
  if (!projectId || optionIds.length === 0) return;
  if (useRuns.getState().underWay && running) {
    if (running.projectId === projectId) return;
    // The run of a project that was closed has been told to stop: this one begins as soon as it has.
    await running.ended;
  }
  const asked = choices.replications * optionIds.length;
  const underWay = { number: null, optionIds, finished: 0, asked, headlines: noHeadlines, isStopping: false };
  useRuns.setState({ underWay, ranVersion: version, lastRun: null });
  const ended = untilEnded(projectId, optionIds, choices);
  running = { projectId, ended };
  await ended;
}

async function untilEnded(projectId: string, optionIds: readonly string[], choices: RunChoices): Promise<void> {
  const last = await heard(projectId, optionIds, choices);
  if (last.kind === 'failed') tell(last.error);
  await loadResults();
  const lastRun: LastRun = {
    ending: last.kind,
    optionIds,
    ...choices,
    finished: last.kind === 'finished' ? choices.replications * optionIds.length : finishedBefore(last),
    seconds: last.kind === 'finished' ? last.seconds : null,
  };
  // What a closed project's run came to says nothing of the open one.
  const isOpen = useDocument.getState().id === projectId;
  useRuns.setState(isOpen ? { underWay: null, lastRun } : { underWay: null });
}

const finishedBefore = (last: LastEvent) => (last.kind === 'cancelled' ? last.finished : 0);

type LastEvent = Exclude<RunEvent, { kind: 'progress' }> | { kind: 'failed'; error: unknown };

/** Starts the run in the program and hears of it to the end. */
function heard(projectId: string, optionIds: readonly string[], choices: RunChoices): Promise<LastEvent> {
  return new Promise((ended) => {
    const hear = (event: RunEvent) => (event.kind === 'progress' ? advance(event) : ended(event));
    client()
      .runStart({ projectId, optionIds: [...optionIds], ...choices }, hear)
      .then(keepNumber, (error: unknown) => ended({ kind: 'failed', error }));
  });
}

function keepNumber(number: number): void {
  const { underWay } = useRuns.getState();
  if (!underWay) return;
  useRuns.setState({ underWay: { ...underWay, number } });
  // Stop may have been pressed before there was a number to stop it by.
  if (underWay.isStopping) client().runCancel(number).catch(tell);
}

function advance({ finished, asked, headlines }: { finished: number; asked: number; headlines: Headline[] }): void {
  const { underWay } = useRuns.getState();
  if (!underWay) return;
  useRuns.setState({ underWay: { ...underWay, finished, asked, headlines } });
  if (underWay.headlines.length === 0) noteShown('run:first-bands');
}

/** Stops the run under way; what has finished is kept. */
export function stopRun(): void {
  const { underWay } = useRuns.getState();
  if (!underWay || underWay.isStopping) return;
  useRuns.setState({ underWay: { ...underWay, isStopping: true } });
  if (underWay.number !== null) client().runCancel(underWay.number).catch(tell);
}

/** Reads the latest results of every option of the open document. */
export async function loadResults(): Promise<void> {
  await allSaved();
  const { id, project, version } = useDocument.getState();
  if (!id || !project) return;
  try {
    const views = await client().resultsGet(
      id,
      project.options.map((option) => option.id),
    );
    if (useDocument.getState().id !== id) return;
    useRuns.setState({ views, isLoaded: true });
    // A change made in the meantime has not been held against them.
    if (useDocument.getState().version !== version) await markOutOfDate();
  } catch (error) {
    tell(error);
    if (useDocument.getState().id === id) useRuns.setState({ isLoaded: true });
  }
}

/** Rest after a change before results are held against the document [ms]. */
const restMs = 250;

/** Keeps the results in step with the document: on opening they are read, on a change they are held against it. */
export function followResults(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = useDocument.subscribe((now, before) => {
    if (now.id !== before.id) {
      stopRun();
      useRuns.setState({ ...nothing, underWay: useRuns.getState().underWay });
      void loadResults();
    } else if (now.version !== before.version) {
      clearTimeout(timer);
      timer = setTimeout(markOutOfDate, restMs);
    }
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

async function markOutOfDate(): Promise<void> {
  await allSaved();
  const { id, project, version } = useDocument.getState();
  if (!id || !project) return;
  try {
    const states = await client().resultsStates(
      id,
      project.options.map((option) => option.id),
    );
    if (useDocument.getState().version !== version) return;
    const { views: known } = useRuns.getState();
    const keyOf = (id: string) => known.find((view) => view.optionId === id)?.run?.key;
    // After an undo the document has results again that are not those on the screen.
    if (states.some(({ optionId, run }) => run && run.key !== keyOf(optionId))) return void (await loadResults());
    const views = states.map(({ optionId, state, run }) => {
      const results = known.find((view) => view.optionId === optionId)?.results ?? null;
      return { optionId, state, run, results };
    });
    useRuns.setState({ views });
  } catch (error) {
    tell(error);
  }
}
