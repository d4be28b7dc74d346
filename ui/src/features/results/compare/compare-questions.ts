import { longQuestions } from '@/document/long-question';
import type {
  CompareAnswer,
  CompareProgress,
  CompareRequest,
  PrecisionAnswer,
  PrecisionProgress,
  PrecisionRequest,
} from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What is compared, and the runs it is of: the same options simulated anew are another question. */
export interface ComparisonQuestion extends CompareRequest {
  runKeys: readonly string[];
}

/** Options held against each other. */
export const comparisons = longQuestions<ComparisonQuestion, CompareProgress, CompareAnswer>(
  ({ runKeys: _, ...request }, hear) => client().compareStart(request, hear),
);

/** Runs as long as a wished precision needs. */
export const precisionRuns = longQuestions<PrecisionRequest, PrecisionProgress, PrecisionAnswer>((request, hear) =>
  client().precisionStart(request, hear),
);
