import { useMemo } from 'react';
import { type Asked, useAsked } from '@/document/asked';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { Economics, MoneyAnswer, ServiceOption } from '@/ipc/bindings';
import { useBaseId } from '../compare/compare-view';
import { notSimulated, optionsOf, useWanted } from '../compare/use-comparison';
import type { OptionOutcome } from '../data/outcomes';
import { appraisals, type MoneyQuestion } from './money-questions';

/** What the room shows. */
export interface Appraised extends Omit<Asked<MoneyQuestion, MoneyAnswer>, 'answered'> {
  /** The options to be appraised: the marked ones, with the base and "do nothing" whether marked or not. */
  wanted: readonly OptionOutcome[];
  baseId: string | null;
  /** Options of the answer, in its order. */
  options: readonly OptionOutcome[];
}

const noOptions: readonly ServiceOption[] = [];

/** Keeps an appraisal in step with the runs, the prices, the base and the years. */
export function useAppraisal(years: number | null): Appraised {
  const wanted = useWanted();
  const baseId = useBaseId();
  const projectId = useDocument((document) => document.id);
  const economics = useDocument(({ project }) => project?.economics ?? null);
  const all = useDocument(({ project }) => project?.options ?? noOptions);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const isReady = !isRunning && wanted.length > 0 && notSimulated(wanted).length === 0;
  const question = useMemo((): MoneyQuestion | null => {
    if (!isReady || projectId === null || baseId === null || economics === null) return null;
    return questionOf({ projectId, baseId, years, economics }, wanted, all);
  }, [isReady, projectId, baseId, years, economics, wanted, all]);

  const { answered: _, ...asked } = useAsked(appraisals, question);
  const { answer } = asked;
  const options = useMemo(() => optionsOf(answer?.report.options ?? [], wanted), [answer, wanted]);
  return { ...asked, wanted, baseId, options };
}

interface Question {
  projectId: string;
  baseId: string;
  years: number | null;
  economics: Economics;
}

function questionOf(asked: Question, wanted: readonly OptionOutcome[], all: readonly ServiceOption[]): MoneyQuestion {
  const optionIds = wanted.map(({ id }) => id);
  // What is simulated is in the keys of the runs; what options change in prices is not.
  const changed = all
    .filter(({ id }) => optionIds.includes(id))
    .map(({ changes }) => changes.filter(({ figure }) => figure.startsWith('economics/')));
  return { ...asked, optionIds, changed, runKeys: wanted.map(({ run }) => run?.key ?? '') };
}
