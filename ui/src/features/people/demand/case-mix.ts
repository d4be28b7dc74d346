import { likelyOf } from '@/document/estimate';
import type { ClientGroup, Estimate } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format';

export type CaseMix = Readonly<Record<string, Estimate>>;

/** Off by no more than this, shares count as adding to 100 [percentage points]. */
const tolerance = 0.005;

/** Shares of the groups together [%]. */
export const totalShare = (mix: CaseMix): number =>
  Object.values(mix).reduce<number>((sum, share) => sum + likelyOf(share), 0);

/** What is left of 100, in words. */
export function remainderWords(mix: CaseMix): string {
  const left = 100 - totalShare(mix);
  if (Math.abs(left) <= tolerance) return 'Adds to 100%.';
  const size = `${formatNumber(Math.abs(left), 2)}%`;
  return left > 0 ? `${size} still to give out.` : `${size} too much.`;
}

export const addsUp = (mix: CaseMix): boolean => Math.abs(100 - totalShare(mix)) <= tolerance;

/** Everybody shared out evenly, in whole percentages that add to 100. */
export function evenMix(groups: readonly ClientGroup[]): Record<string, number> {
  const whole = Math.floor(100 / groups.length);
  const left = 100 - whole * groups.length;
  return Object.fromEntries(groups.map(({ id }, at) => [id, whole + (at < left ? 1 : 0)]));
}
