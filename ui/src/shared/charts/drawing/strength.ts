import type { Freshness } from '../chart-data';

/** How strongly bars, lines and bands are drawn: what is out of date steps back, so that nobody takes it for the present. */
export function strengthOf({ stale }: Freshness): number {
  return stale === true ? 0.4 : 1;
}
