import type { LastRun } from '@/document/runs';
import type { RunCard } from '@/ipc/bindings';
import { formatCount, formatNumber, formatSince } from '@/shared/format';

const futures = (count: number) => formatCount(count, 'simulated future');

/** How long a run took: `0.9 s`, `14 s`, `2 min 5 s`. */
export function secondsWords(seconds: number): string {
  if (seconds < 0.05) return 'under 0.1 s';
  if (seconds < 60) return `${formatNumber(seconds, seconds < 10 ? 1 : 0)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** How the last run of this sitting went, in a line. */
export function lastRunWords(run: LastRun): string {
  const { ending, optionIds, replications, seed, seconds, finished } = run;
  if (ending === 'failed') return 'The last run could not be made. What there was before is still shown.';
  if (ending === 'cancelled') {
    const asked = formatNumber(replications * optionIds.length, 0);
    return `Stopped after ${formatNumber(finished, 0)} of ${asked} simulated futures. What had finished is kept.`;
  }
  const each = optionIds.length > 1 ? ' of each option' : '';
  return [`${futures(replications)}${each}`, seconds === null ? null : secondsWords(seconds), `seed ${seed}`]
    .filter(Boolean)
    .join(', ');
}

/** How the shown results were made, where they were there before this sitting. */
export function earlierRunWords(runs: readonly RunCard[], now: Date): string | null {
  const latest = runs.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))[0];
  if (!latest) return null;
  return `${madeWords(runs)}, run ${formatSince(new Date(latest.madeAt), now)}`;
}

/** How many simulated futures the runs have, and from which seed: `300 simulated futures, seed 1`. */
export function madeWords(runs: readonly RunCard[]): string {
  const counts = runs.map(({ replications }) => replications);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const count = least === most ? futures(most) : `${formatNumber(least, 0)} to ${futures(most)}`;
  const seeds = [...new Set(runs.map(({ seed }) => seed))];
  return `${count}, ${seeds.length === 1 ? 'seed' : 'seeds'} ${seeds.join(' and ')}`;
}

/** Letters of a run's key that tell it apart from any other in a lifetime of runs. Chosen. */
const keyLetters = 10;

/** What shown figures can be traced to: project, runs, engine. Goes with every copied and saved image. */
export function sourceOf({ name: projectName }: { name: string }, shown: readonly { run: RunCard | null }[]): string {
  const runs = shown.flatMap(({ run }) => run ?? []);
  if (runs.length === 0) return projectName;
  const engines = [...new Set(runs.map(({ engineVersion }) => engineVersion))].join(' and ');
  const keys = [...new Set(runs.map(({ key }) => key.slice(0, keyLetters)))];
  const named = `${keys.length === 1 ? 'run' : 'runs'} ${keys.join(', ')}`;
  return [projectName, madeWords(runs), `Pathloom engine ${engines}`, named].join(' · ');
}
