import { longQuestions } from '@/document/long-question';
import type { GuideAnswer, GuideProgress, GuideRequest, Project } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What is simulated, and the document that it was asked of. */
export interface GuideQuestion extends GuideRequest {
  of: Project;
}

/** What was published beside what is simulated. */
export const guideQuestions = longQuestions<GuideQuestion, GuideProgress, GuideAnswer>(({ of: _, ...request }, hear) =>
  client().guideStart(request, hear),
);

const simulated = [
  'startDate',
  'horizonWeeks',
  'warmUpWeeks',
  'tiers',
  'groups',
  'calendars',
  'roles',
  'designs',
  'mixes',
  'options',
] as const;

/** Whether anything that is simulated has changed since: a tick in the checklist has not. */
export function isStale({ of }: GuideQuestion, now: Project): boolean {
  return simulated.some((part) => of[part] !== now[part]) || of.guide?.published !== now.guide?.published;
}
