import type { DriverInput, Drivers, Swing, SwingEffect, Verdict } from '@/ipc/bindings';
import type { Unit } from '@/shared/charts/chart-data';
import type { ShareRow } from '@/shared/charts/share-bars/share-data';
import type { SwingState, TornadoPicture, TornadoRow } from '@/shared/charts/tornado-chart/tornado-data';
import { formatNumber } from '@/shared/format';
import { differenceWords, unitOf, upperFirst } from '../compare/compare-words';

/** Figures that the chart has room for; the table below it has all. */
const mostRows = 12;

/** A figure's own value with its unit: `8.2`, `73 minutes`, `3.2%`, `£43,000`, `£210 a day`. */
export function valueWords(value: number, unit: string): string {
  const size = Math.abs(value);
  const number = formatNumber(value, size < 100 ? 2 : size < 1000 ? 1 : 0);
  if (unit.startsWith('%')) return `${number}${unit}`;
  if (unit.startsWith('£')) return `£${number}${unit.slice(1)}`;
  return unit === '' ? number : `${number} ${number === '1' ? unit.replace(/s$/, '') : unit}`;
}

const states: Readonly<Record<SwingEffect, SwingState>> = {
  clear: 'clear',
  cannotBeToldFromNone: 'unclear',
  none: 'none',
  nothingMeasured: 'unknown',
};

/** `33 weeks lower (32 to 34)`; `cannot be told from none`. */
export function swingWords({ effect, swing, interval, futures }: Swing, unit: Unit): string {
  switch (effect) {
    case 'clear': {
      const verdict: Verdict = (swing ?? 0) < 0 ? 'lower' : 'higher';
      return differenceWords({ mean: swing, interval, futures, verdict, words: '' }, unit);
    }
    case 'cannotBeToldFromNone':
      return 'cannot be told from none';
    case 'none':
      return 'changes nothing';
    case 'nothingMeasured':
      return 'nobody to measure';
  }
}

const isLargest = ({ effect }: Swing) => effect === 'clear' || effect === 'cannotBeToldFromNone';

/** The figures that move the answer, as the chart draws them. */
export function tornadoOf(drivers: Drivers): TornadoPicture {
  const unit = unitOf(drivers);
  return {
    measure: upperFirst(drivers.words),
    likely: drivers.atLikely.mean ?? 0,
    unit,
    rows: drivers.swings
      .filter(isLargest)
      .slice(0, mostRows)
      .map((swing) => rowOf(swing, unit)),
  };
}

function rowOf(swing: Swing, unit: Unit): TornadoRow {
  const { input, atLow, atHigh, interval } = swing;
  return {
    id: input.place,
    name: input.words,
    low: { words: valueWords(input.low, input.unit), at: atLow },
    high: { words: valueWords(input.high, input.unit), at: atHigh },
    swing: swing.swing,
    swingFrom: interval.low,
    swingTo: interval.high,
    state: states[swing.effect],
    words: swingWords(swing, unit),
  };
}

/** What moves the answer most, as a finding. */
export function tornadoFinding(drivers: Drivers): string {
  const [first] = drivers.swings;
  const measure = upperFirst(drivers.words);
  if (first?.effect !== 'clear') return `${measure}: no figure by itself moves it in a way that can be told from none`;
  const words = swingWords(first, unitOf(drivers)).replace(/ \(.*\)$/, '');
  return `${measure} moves most with “${first.input.words}”: ${words} ${fromTo(first.input)}`;
}

/** `from 8.1 to 9.9`, `from 54 to 66 minutes`, `from 2.6% to 3.2%`. */
export function fromTo({ low, high, unit }: DriverInput): string {
  const from = /^[a-z]/i.test(unit) ? valueWords(low, '') : valueWords(low, unit);
  return `from ${from} to ${valueWords(high, unit)}`;
}

/** Shares of the spread that are worth a bar: those that can be told from none, and the largest of the others. */
export function sharesOf({ spread }: Drivers): ShareRow[] {
  return (spread?.shares ?? []).slice(0, 8).map(({ place, words, share, interval, clear }) => ({
    id: place,
    name: words,
    share,
    low: interval.low ?? 0,
    high: interval.high ?? 1,
    isClear: clear,
  }));
}

/** What explains the spread, as a finding. */
export function sharesFinding(drivers: Drivers): string {
  const [first] = sharesOf(drivers);
  if (!first?.isClear) return 'No single uncertain figure can be told to explain any of the spread';
  const most =
    first.share >= 0.5 ? 'most of the spread' : `${Math.round(100 * first.share)}% of the spread, the largest share`;
  return `“${first.name}” explains ${most}`;
}
