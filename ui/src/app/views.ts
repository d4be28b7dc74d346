import { lazy } from 'react';
import type { ScreenViews } from './screen-area';

/** The screens, each fetched when it is first gone to, so that the window is there before they are. */
export const views: ScreenViews = {
  start: lazy(async () => ({ default: (await import('./start-view')).StartView })),
  pathway: lazy(async () => ({ default: (await import('@/features/pathway/pathway-screen')).PathwayScreen })),
  people: lazy(async () => ({ default: (await import('@/features/people/people-screen')).PeopleScreen })),
  case: lazy(async () => ({
    default: (await import('@/features/business-case/business-case-screen')).BusinessCaseScreen,
  })),
  results: lazy(async () => ({ default: (await import('@/features/results/results-screen')).ResultsScreen })),
};
