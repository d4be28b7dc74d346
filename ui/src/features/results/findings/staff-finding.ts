import type { LoadState, RoleHours } from '@/shared/charts/bar-list/bar-list-data';
import { listWords } from '@/shared/charts/words';
import { formatPercent } from '@/shared/format';
import { sentenceCase } from './words';

/** Above this, small delays show as waits; the bound that the loads are told by, too [%]. */
const tightPercent = 90;
/** From here on a whole percentage is all of it [%]. */
const fullPercent = 99.5;

/** How loaded a role was: hours used, of those there were. What it was asked for beyond them waits, and is no hour used. */
export function usedState(usedPercent: number): LoadState {
  if (usedPercent > 100.5) return 'over';
  if (usedPercent >= fullPercent) return 'full';
  return usedPercent > tightPercent ? 'tight' : 'keepsUp';
}

/** Which roles have no hours to spare under an option, in a sentence. */
export function staffFinding(optionName: string, roles: readonly RoleHours[], isOnlyOption: boolean): string {
  const words = rolesWords(roles);
  return isOnlyOption ? sentenceCase(words) : `With ${optionName}, ${words}`;
}

function rolesWords(roles: readonly RoleHours[]): string {
  const full = roles.filter(({ state }) => state === 'full' || state === 'over');
  const [busiest] = roles.toSorted((one, other) => other.usedPercent - one.usedPercent);
  if (!busiest) return 'nobody is employed';
  if (full.length === roles.length)
    return roles.length === 1 ? `${busiest.name} has no hours to spare` : 'no role has hours to spare';
  if (full.length > 0)
    return `${listWords(full.map(({ name }) => name))} ${full.length === 1 ? 'has' : 'have'} no hours to spare`;
  const used = formatPercent(busiest.usedPercent / 100);
  if (roles.length === 1) return `${busiest.name} uses ${used} of its hours`;
  return `every role has hours to spare; ${busiest.name} uses the most, ${used}`;
}
