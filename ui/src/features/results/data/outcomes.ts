import { useMemo } from 'react';
import { chosenOf, useLeftOut } from '@/document/chosen-options';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { OptionResults, OptionView, ResultState, RunCard, ServiceOption } from '@/ipc/bindings';
import type { OptionIdentity } from '@/shared/charts/chart-data';

/** A chosen option with what its latest run came to. */
export interface OptionOutcome extends OptionIdentity {
  /** Whether it is the one that the others are held against: the first of the document. */
  isBase: boolean;
  state: ResultState;
  results: OptionResults | null;
  run: RunCard | null;
}

/** An option that has results. */
export type OptionWithResults = OptionOutcome & { results: OptionResults };

/**
 * The chosen options in the order of the document. An option keeps its colour whichever are chosen: it goes by the
 * place in the document.
 */
export function outcomesOf(
  options: readonly ServiceOption[],
  leftOut: readonly string[],
  views: readonly OptionView[],
): OptionOutcome[] {
  return chosenOf(options, leftOut).map(({ id, name }) => {
    const view = views.find(({ optionId }) => optionId === id);
    const colourIndex = options.findIndex((option) => option.id === id);
    return {
      id,
      name,
      colourIndex,
      isBase: colourIndex === 0,
      state: view?.state ?? 'none',
      results: view?.results ?? null,
      run: view?.run ?? null,
    };
  });
}

const noOptions: readonly ServiceOption[] = [];

/** The chosen options of the open project with what is known of each. */
export function useOutcomes(): readonly OptionOutcome[] {
  const options = useDocument(({ project }) => project?.options ?? noOptions);
  const views = useRuns((runs) => runs.views);
  const leftOut = useLeftOut();
  return useMemo(() => outcomesOf(options, leftOut, views), [options, leftOut, views]);
}

export function withResults(outcomes: readonly OptionOutcome[]): OptionWithResults[] {
  return outcomes.filter((outcome): outcome is OptionWithResults => outcome.results !== null);
}

/** Simulated futures behind the results of each option; where they differ, the fewest. */
export function fewestFutures(options: readonly OptionWithResults[]): number {
  return Math.min(...options.map(({ results }) => results.replicationsFinished));
}

/** Whether anything shown is not of the document as it stands. */
export function isOutOfDate(outcomes: readonly OptionOutcome[]): boolean {
  return outcomes.some(({ state }) => state === 'outOfDate');
}
