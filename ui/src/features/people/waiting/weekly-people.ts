import type { StartingPicture } from '@/ipc/bindings';

/** People by whole weeks waited. A bar of several weeks is spread over them as evenly as whole people allow. */
export function weeklyPeople({ bars, barWeeks }: Pick<StartingPicture, 'bars' | 'barWeeks'>): number[] {
  const weeks = Math.max(1, Math.round(barWeeks));
  return bars.flatMap((people) =>
    Array.from({ length: weeks }, (_, week) => Math.floor(people / weeks) + (week < people % weeks ? 1 : 0)),
  );
}
