import { useEffect, useMemo } from 'react';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { CompareAnswer } from '@/ipc/bindings';
import { type OptionOutcome, outcomesOf, useOutcomes } from '../data/outcomes';
import { type ComparisonQuestion, comparisons } from './compare-questions';
import { useBaseId } from './compare-view';
import { counterfactualOf } from './counterfactual';

/** Rest after a change before it is compared anew [ms]: a slider makes many. */
const restMs = 120;

/** What the comparison shows. */
export interface Compared {
  /** The options to be compared: the marked ones, with the base and "do nothing" whether marked or not. */
  wanted: readonly OptionOutcome[];
  baseId: string | null;
  /** The latest comparison; none before the first. */
  answer: CompareAnswer | null;
  /** Options of the answer, in its order. */
  options: readonly OptionOutcome[];
  /** Whether the answer is of something that is no longer so, and no other is on its way. */
  isStale: boolean;
  isUnderWay: boolean;
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
  const { asked, answer, answered, isUnderWay } = comparisons.use();
  const isReady = !isRunning && wanted.length > 1 && notSimulated(wanted).length === 0;
  const question = useMemo((): ComparisonQuestion | null => {
    if (!isReady || projectId === null || baseId === null) return null;
    const runKeys = wanted.map(({ run }) => run?.key ?? '');
    return { projectId, optionIds: wanted.map(({ id }) => id), baseId, week, runKeys };
  }, [isReady, projectId, baseId, week, wanted]);

  useEffect(() => {
    if (question === null || isSame(comparisons.use.getState().asked, question)) return;
    const timer = setTimeout(() => void comparisons.ask(question), restMs);
    return () => clearTimeout(timer);
  }, [question]);

  const options = useMemo(() => optionsOf(answer?.comparison.options ?? [], wanted), [answer, wanted]);
  // While the answer is on its way, the one before is shown as it was: its titles name what it is of.
  const isStale =
    question === null || (!isUnderWay && isSame(asked, question) && !isSame(answered?.request ?? null, question));
  return { wanted, baseId, answer, options, isStale, isUnderWay };
}

const isSame = (one: ComparisonQuestion | null, other: ComparisonQuestion): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);

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
