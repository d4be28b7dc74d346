import { longQuestions } from '@/document/long-question';
import type { CompareProgress, VacanciesAnswer, VacanciesRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What is asked, and the run it is of: an option simulated anew is another question. */
export interface VacanciesQuestion extends VacanciesRequest {
  runKey: string;
}

/** An option held against itself with every post filled. */
export const vacancyQuestions = longQuestions<VacanciesQuestion, CompareProgress, VacanciesAnswer>(
  ({ runKey: _, ...request }, hear) => client().vacanciesStart(request, hear),
);
