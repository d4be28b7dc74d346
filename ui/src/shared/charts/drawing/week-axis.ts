/** Steps between the weeks named on an axis: days of the week stay put, and quarters and years where they fit. */
const STEPS = [1, 2, 4, 13, 26, 52, 104, 208, 260];

/** Nearer to the last week than this share of a step, a week gives way to it. */
const CROWDED = 0.6;

/**
 * Weeks named on an axis: evenly from the first, and always the last.
 *
 * @param most how many names have room side by side
 */
export function weekTicks(first: number, last: number, most: number): number[] {
  const length = last - first;
  if (length <= 0) return [first];
  const step = STEPS.find((one) => length / one <= Math.max(most - 1, 1)) ?? length;
  const weeks: number[] = [];
  for (let week = first; week <= last; week += step) weeks.push(week);
  const shown = weeks.at(-1) ?? first;
  if (shown === last) return weeks;
  if (last - shown < CROWDED * step && weeks.length > 1) weeks.pop();
  return [...weeks, last];
}
