import { longQuestions } from '@/document/long-question';
import type { DriversProgress, DriversReply, DriversRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What drives the answer? */
export const driversQuestions = longQuestions<DriversRequest, DriversProgress, DriversReply>((request, hear) =>
  client().driversStart(request, hear),
);
