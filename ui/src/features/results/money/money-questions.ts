import { longQuestions } from '@/document/long-question';
import type { CompareProgress, Economics, MoneyAnswer, MoneyRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What is appraised, at which prices, and the runs it is of: other prices are another question about the same runs. */
export interface MoneyQuestion extends MoneyRequest {
  runKeys: readonly string[];
  economics: Economics;
  /** Prices and rates that options change: figure and value. */
  changed: readonly unknown[];
}

/** Options appraised. */
export const appraisals = longQuestions<MoneyQuestion, CompareProgress, MoneyAnswer>(
  ({ projectId, optionIds, baseId, years }, hear) => client().moneyStart({ projectId, optionIds, baseId, years }, hear),
);
