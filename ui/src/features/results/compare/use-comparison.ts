import { useMemo } from 'react';
import { type Asked, useAsked } from '@/document/asked';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { CompareAnswer } from '@/ipc/bindings';
import { type OptionOutcome, outcomesOf, useOutcomes } from '../data/outcomes';
import { type ComparisonQuestion, comparisons } from './compare-questions';
import { useBaseId } from './compare-view';
import { counterfactualOf } from './counterfactual';

/** What the comparison shows. */
export interface Compared extends Omit<Asked<ComparisonQuestion, CompareAnswer>, 'answered'> {
  /** The options to be compared: the marked ones, with the base and "do nothing" whether marked or not. */
  wanted: readonly OptionOutcome[];
  baseId: string | null;
  /** Options of the answer, in its order. */
  options: readonly OptionOutcome[];
}

/** Options that have to be simulated before they can be compared. */
export const notSimulated = (wanted: readonly OptionOutcome[]): OptionOutcome[] =>
  wanted.filter(({ state }) => state !== 'current');

/** Keeps a comparison in step with the runs, the base and the week. */
export function useComparison(week: number): Compared {
  const wanted = useWanted();
  const baseId = useBaseId();
  const projectId = useDocument((document) => document.id);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const isReady = !isRunning && wanted.length > 1 && notSimulated(wanted).length === 0;
  const question = useMemo((): ComparisonQuestion | null => {
    if (!isReady || projectId === null || baseId === null) return null;
    const runKeys = wanted.map(({ run }) => run?.key ?? '');
    return { projectId, optionIds: wanted.map(({ id }) => id), baseId, week, runKeys };
  }, [isReady, projectId, baseId, week, wanted]);

  const { answered: _, ...asked } = useAsked(comparisons, question);
  const { answer } = asked;
  const options = useMemo(() => optionsOf(answer?.comparison.options ?? [], wanted), [answer, wanted]);
  return { ...asked, wanted, baseId, options };
}

/** The marked options, with the base and "do nothing" whether marked or not. */
export function useWanted(): readonly OptionOutcome[] {
  const marked = useOutcomes();
  const options = useDocument(({ project }) => project?.options);
  const views = useRuns((runs) => runs.views);
  const baseId = useBaseId();
  return useMemo(() => {
    const always = [baseId, counterfactualOf(options ?? [])?.id];
    const isIn = (id: string) => always.includes(id) || marked.some((one) => one.id === id);
    return outcomesOf(options ?? [], [], views).filter(({ id }) => isIn(id));
  }, [marked, options, views, baseId]);
}

/** The options of an answer with their colours; one that is gone since keeps its name. */
export function optionsOf(
  answered: readonly { id: string; name: string }[],
  wanted: readonly OptionOutcome[],
): OptionOutcome[] {
  return answered.map(({ id, name }, at) => {
    const known = wanted.find((option) => option.id === id);
    return known ?? { id, name, colourIndex: at, isBase: false, state: 'outOfDate', results: null, run: null };
  });
}
