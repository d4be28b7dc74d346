import { create } from 'zustand';
import type { Headline, OptionView } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { allSaved, useDocument } from './document';

/** A run under way. */
export interface RunUnderWay {
  /** The number to stop it by; none until the program has given one. */
  number: number | null;
  optionIds: readonly string[];
  finished: number;
  asked: number;
  /** Bands so far, by option. */
  headlines: readonly Headline[];
  isStopping: boolean;
}

interface Runs {
  underWay: RunUnderWay | null;
  /** The latest results of each option, as far as there are any. */
  views: readonly OptionView[];
  /** Version of the document that the run under way, or the last one, was made of. */
  ranVersion: number | null;
  /** Time the last run took [seconds]. */
  seconds: number | null;
  /** How the last run ended. */
  ending: 'finished' | 'cancelled' | 'failed' | null;
}

const nothing: Runs = { underWay: null, views: [], ranVersion: null, seconds: null, ending: null };

export const useRuns = create<Runs>(() => nothing);

/** How a run is made: chosen by the person, kept in the settings. */
export interface RunChoices {
  replications: number;
  seed: string;
}

let tell: (error: unknown) => void = () => undefined;

/** Says who is told when a run fails. */
export function onRunError(hear: (error: unknown) => void): void {
  tell = hear;
}

/** Runs options of the open document; one run at a time. Resolves when it has ended. */
export async function startRun(optionIds: readonly string[], choices: RunChoices): Promise<void> {
  await allSaved();
  const { id: projectId, version } = useDocument.getState();
  if (!projectId || useRuns.getState().underWay || optionIds.length === 0) return;
  const asked = choices.replications * optionIds.length;
  const underWay = { number: null, optionIds, finished: 0, asked, headlines: [], isStopping: false };
  useRuns.setState({ underWay, ranVersion: version, seconds: null, ending: null });
  await new Promise<void>((ended) => {
    const end = async (ending: Runs['ending'], seconds: number | null) => {
      await loadResults();
      useRuns.setState({ underWay: null, ending, seconds });
      ended();
    };
    client()
      .runStart({ projectId, optionIds: [...optionIds], ...choices }, (event) => {
        switch (event.kind) {
          case 'progress':
            advance(event);
            break;
          case 'finished':
            void end('finished', event.seconds);
            break;
          case 'cancelled':
            void end('cancelled', null);
            break;
          case 'failed':
            tell(event.error);
            void end('failed', null);
            break;
        }
      })
      .then((number) => {
        const { underWay } = useRuns.getState();
        if (!underWay) return;
        useRuns.setState({ underWay: { ...underWay, number } });
        // Stop may have been pressed before there was a number to stop it by.
        if (underWay.isStopping) void client().runCancel(number);
      })
      .catch((error: unknown) => {
        tell(error);
        void end('failed', null);
      });
  });
}

function advance({ finished, asked, headlines }: { finished: number; asked: number; headlines: Headline[] }): void {
  const { underWay } = useRuns.getState();
  if (underWay) useRuns.setState({ underWay: { ...underWay, finished, asked, headlines } });
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
  const { id, project } = useDocument.getState();
  if (!id || !project) return;
  try {
    const views = await client().resultsGet(
      id,
      project.options.map((option) => option.id),
    );
    if (useDocument.getState().id === id) useRuns.setState({ views });
  } catch (error) {
    tell(error);
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
  if (!id || !project || useRuns.getState().underWay) return;
  try {
    const states = await client().resultsStates(
      id,
      project.options.map((option) => option.id),
    );
    if (useDocument.getState().version !== version) return;
    const views = states.map(({ optionId, state, run }) => {
      const known = useRuns.getState().views.find((view) => view.optionId === optionId);
      return { optionId, state, run, results: known?.results ?? null };
    });
    useRuns.setState({ views });
  } catch (error) {
    tell(error);
  }
}
