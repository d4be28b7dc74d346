import type { Band, EquityGroup, Fairness } from '@/ipc/bindings';
import type { ChartTable, Spread } from '@/shared/charts/chart-data';
import type { Difference } from '@/shared/charts/difference-chart/difference-data';
import { differenceWords, stateOf } from '../compare/compare-words';

export const spreadOfBand = ({ median, p5, p95 }: Band): Spread => ({ median, p5, p95 });

/** The sentence of the program, as a title has it: without its full stop. */
export const fairnessTitle = ({ words }: Fairness): string => words.replace(/\.$/, '');

/** How much longer each group waits than the one that waits least; waits are longer, not higher. */
export function groupDifferences({ groups }: Fairness, colourIndex: number): Difference[] {
  return groups.flatMap(({ name, againstShortest }) => {
    if (!againstShortest) return [];
    const { mean, interval } = againstShortest;
    const words = differenceWords(againstShortest, 'weeks').replace('higher', 'longer').replace('lower', 'shorter');
    const state = stateOf(againstShortest, 'neither');
    return [{ option: { id: name, name, colourIndex }, mean, low: interval.low, high: interval.high, state, words }];
  });
}

const spread = ({ median, p5, p95 }: Band) => [median, p5, p95];

/** Every figure of every group. */
export function fairnessTable({ groups, gap, week }: Fairness): ChartTable {
  const of = (group: string, kind: 'weeks' | 'people') =>
    (['median', 'from', 'to'] as const).map((label) => ({ label, group, kind }));
  const difference = `mean wait, difference from ${gap?.shortest ?? 'the group that waits least'}`;
  const differences = ({ againstShortest: one }: EquityGroup) =>
    one ? [one.mean, one.interval.low, one.interval.high] : [null, null, null];
  return {
    caption: `Fairness between groups: medians with the range of 9 in 10 simulated futures; differences with their 95% interval`,
    columns: [
      { label: 'group', kind: 'text' },
      ...of('mean wait of those seen', 'weeks'),
      ...(['mean', 'from', 'to'] as const).map((label) => ({ label, group: difference, kind: 'weeks' as const })),
      ...of(`still waiting, week ${week}`, 'people'),
      ...of(`longest wait, week ${week}`, 'weeks'),
      ...of('removed for each 100 referred', 'people'),
    ],
    rows: groups.map((group) => [
      group.name,
      ...spread(group.meanWaitWeeks),
      ...differences(group),
      ...spread(group.waiting),
      ...spread(group.longestWaitWeeks),
      ...spread(group.removedPercent),
    ]),
    rowHeaders: 1,
  };
}
