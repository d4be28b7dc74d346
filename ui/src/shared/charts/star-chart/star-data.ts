import { formatCount } from '../../format/numbers';

/** A point of the star: how much is said of it, and how much only seems to belong there. */
export interface StarPointShown {
  readonly id: string;
  readonly name: string;
  readonly tagged: number;
  readonly proposed: number;
}

/** `2 changes, 3 proposed`; `nothing`. */
export function pointWords({ tagged, proposed }: StarPointShown): string {
  const said = tagged > 0 ? [formatCount(tagged, 'change')] : [];
  const open = proposed > 0 ? [`${formatCount(proposed, 'difference')} not tagged`] : [];
  return [...said, ...open].join(', ') || 'nothing';
}

/** The whole star in words. */
export function starSummary(about: string, points: readonly StarPointShown[]): string {
  return [`${about}.`, ...points.map((point) => `${point.name}: ${pointWords(point)}.`)].join(' ');
}
