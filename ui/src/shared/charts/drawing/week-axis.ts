/** Steps between the weeks named on an axis: days of the week stay put, and quarters and years where they fit. */
const STEPS = [1, 2, 4, 13, 26, 52, 104, 208, 260];

/**
 * Weeks named on an axis: evenly from the first, and always the last.
 *
 * @param most how many names have room side by side
 */
export function weekTicks(first: number, last: number, most: number): number[] {
  const length = last - first;
  if (length <= 0) return [first];
  const room = length / Math.max(most - 1, 1);
  const step = STEPS.find((one) => one >= room) ?? length;
  const weeks: number[] = [];
  for (let week = first; week <= last; week += step) weeks.push(week);
  const shown = weeks.at(-1) ?? first;
  if (shown === last) return weeks;
  // The week before the last gives way where the two names would touch.
  if (last - shown < room && weeks.length > 1) weeks.pop();
  return [...weeks, last];
}
