import type { RoleLoad } from '@/ipc/bindings';
import { formatPercent } from '@/shared/format';

/** How loaded a role is: the same bounds as the command line's own words. */
export type LoadState = 'idle' | 'keepsUp' | 'tight' | 'full' | 'over';

/** Above this, small delays show as waits [%]. */
const tightPercent = 90;

export function loadState({ hoursNeededPerWeek, loadPercent }: RoleLoad): LoadState {
  if (hoursNeededPerWeek <= 0) return 'idle';
  if (loadPercent === null || loadPercent > 100.5) return 'over';
  // Work that a role has no more hours for goes to the roles that help out: full is not yet too much.
  if (loadPercent >= 99.5) return 'full';
  return loadPercent > tightPercent ? 'tight' : 'keepsUp';
}

/** `87%: keeps up`. */
export function loadWords(load: RoleLoad): string {
  if (load.hoursNeededPerWeek <= 0) return 'no work here';
  if (load.loadPercent === null) return 'nobody to do it';
  const state = { idle: '', keepsUp: 'keeps up', tight: 'tight', full: 'full', over: 'too much' }[loadState(load)];
  return `${formatPercent(load.loadPercent / 100)}: ${state}`;
}
