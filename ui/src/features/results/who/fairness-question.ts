import { longQuestions } from '@/document/long-question';
import type { ClientGroup, CompareProgress, FairnessAnswer, FairnessRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What is asked, the run it is of, and what the groups are labelled: either anew is another question. */
export interface FairnessQuestion extends FairnessRequest {
  runKey: string;
  labelled: readonly ClientGroup['labels'][];
}

/** How fair an option is between groups. */
export const fairnessQuestions = longQuestions<FairnessQuestion, CompareProgress, FairnessAnswer>(
  ({ runKey: _, labelled: __, ...request }, hear) => client().fairnessStart(request, hear),
);
