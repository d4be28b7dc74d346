import { longQuestions } from '@/document/long-question';
import type {
  CompareProgress,
  FitReply,
  FitRequest,
  FuturesMade,
  TrajectoryReply,
  TrajectoryRequest,
} from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What is held against which forecast: figures typed anew, or another run, are another question. */
export interface TrajectoryQuestion extends TrajectoryRequest {
  runKey: string;
  figures: string;
}

/** Is the service on its trajectory? */
export const trajectories = longQuestions<TrajectoryQuestion, CompareProgress, TrajectoryReply>(
  ({ runKey: _, figures: __, ...request }, hear) => client().trajectoryStart(request, hear),
);

/** Which values of unknown figures go with what was counted? */
export const fits = longQuestions<FitRequest, FuturesMade, FitReply>((request, hear) =>
  client().fitStart(request, hear),
);
