import { useState } from 'react';
import type { ComparedFigure } from '@/ipc/bindings';
import type { OptionIdentity } from '@/shared/charts/chart-data';
import { unitName } from '@/shared/charts/words';
import { Panel } from '@/shared/components/panel';
import { Segmented } from '@/shared/components/segmented';
import { formatWeekAndDay } from '@/shared/format';
import { OptionName } from '../parts/option-sample';
import { bareAmount, differenceWords, figureName, halfWidthWords, shareWords, stateOf, unitOf } from './compare-words';
import styles from './figures-panel.module.css';
import type { Shown } from './shown';

type Side = 'figures' | 'differences' | 'chances';

const sides = [
  { id: 'figures', label: 'Figures' },
  { id: 'differences', label: 'Differences' },
  { id: 'chances', label: 'Chance of doing better' },
] as const;

/** Every headline figure of every option. */
export function FiguresPanel({ shown }: { shown: Shown }) {
  const [side, setSide] = useState<Side>('figures');
  const { comparison } = shown.answer;
  const weekly = comparison.figures.filter(({ figure }) => figure.kind === 'weekly');
  const whole = comparison.figures.filter(({ figure }) => figure.kind !== 'weekly');
  return (
    <Panel
      title="Every headline figure"
      subtitle={subtitles[side](shown.base.name)}
      actions={<Segmented label="What the table shows" value={side} options={sides} onChange={setSide} />}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer */}
      <section className={styles.room} aria-label="Every headline figure of every option" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.name}>
                At the end of {formatWeekAndDay(shown.startDate, comparison.week)}
              </th>
              {shown.options.map((option) => (
                <th key={option.id} scope="col" className={styles.head}>
                  <OptionName name={option.name} colourIndex={option.colourIndex} isShort />
                </th>
              ))}
            </tr>
          </thead>
          <Rows figures={weekly} {...{ shown, side }} />
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={shown.options.length + 1} className={styles.part}>
                Over the whole time simulated
              </th>
            </tr>
          </tbody>
          <Rows figures={whole} {...{ shown, side }} />
        </table>
      </section>
    </Panel>
  );
}

const subtitles: Record<Side, (base: string) => string> = {
  figures: () =>
    'Median, and the range of 9 in 10 simulated futures. Below: the mean and how well it is known (95% interval).',
  differences: (base) =>
    `Mean difference from ${base} in the same futures, with its 95% interval. Of twenty intervals, about one misses its truth.`,
  chances: (base) => `In how many simulated futures an option does better than ${base}, with the 95% interval.`,
};

function Rows({ figures, shown, side }: { figures: readonly ComparedFigure[]; shown: Shown; side: Side }) {
  return (
    <tbody>
      {figures.map((figure) => (
        <tr key={figure.name}>
          <th scope="row" className={styles.name}>
            {figureName(figure)}
            <span className={styles.unit}>{signless(figure)}</span>
          </th>
          {shown.options.map((option, at) => (
            <td key={option.id} className={styles.cell}>
              <Cell {...{ figure, at, side, option }} base={shown.answer.comparison.base} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** Signs that stand at the figures need no heading of their own. */
function signless(figure: ComparedFigure): string {
  const unit = unitOf(figure);
  return unit === 'percent' || unit === 'pounds' ? '' : ` ${unitName(unit)}`;
}

interface CellProps {
  figure: ComparedFigure;
  at: number;
  side: Side;
  option: OptionIdentity;
  base: number;
}

function Cell({ figure, at, side, base }: CellProps) {
  if (side === 'figures') return <FigureCell figure={figure} at={at} />;
  if (at === base) return <span className={styles.quiet}>the base</span>;
  if (side === 'differences') return <DifferenceCell figure={figure} at={at} />;
  const chance = figure.chances.find(({ option, against }) => option === at && against === base);
  return chance ? shareWords(chance.better) : <span className={styles.quiet}>no way is better</span>;
}

function FigureCell({ figure, at }: { figure: ComparedFigure; at: number }) {
  const band = figure.bands[at];
  const unit = unitOf(figure);
  if (!band || band.median === null) return <span className={styles.quiet}>nobody to measure</span>;
  return (
    <>
      <span className={styles.median}>{bareAmount(band.median, unit)}</span>{' '}
      <span className={styles.range}>
        {bareAmount(band.p5, unit)} to {bareAmount(band.p95, unit)}
      </span>
      <span className={styles.mean}>
        mean {bareAmount(band.mean, unit)} ± {halfWidthWords(band.meanIntervalHalfWidth, unit)}
      </span>
    </>
  );
}

function DifferenceCell({ figure, at }: { figure: ComparedFigure; at: number }) {
  const difference = figure.differences[at];
  if (!difference) return null;
  const state = stateOf(difference, figure.better);
  const isApart = state !== 'unclear' && state !== 'same' && state !== 'unknown';
  return (
    <span className={isApart ? styles[state] : styles.quiet}>
      {(state === 'better' || state === 'worse') && <b className={styles.word}>{state}: </b>}
      {differenceWords(difference, unitOf(figure))}
    </span>
  );
}
