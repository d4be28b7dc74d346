import { type Figures, figureAt, isMeasured, type Unit } from '../chart-data';
import { optionLook } from '../drawing/option-look';
import { figureWords } from '../words';
import styles from './strips.module.css';

export interface TrendProps {
  /** What moves: `Waiting list, tiered redesign`. */
  name: string;
  median: Figures;
  p5: Figures;
  p95: Figures;
  unit: Unit;
  colourIndex: number;
}

const WIDTH = 96;
const HEIGHT = 28;
const EDGE = 3;

/** The course of a figure, small enough for a card: the median, the band 9 in 10 lie in, and where it ends. From nothing up. */
export function Trend({ name, median, p5, p95, unit, colourIndex }: TrendProps) {
  const { line } = optionLook(colourIndex);
  const most = Math.max(0, ...[...median, ...p95].filter(isMeasured)) || 1;
  const x = (index: number) => EDGE + (index / Math.max(median.length - 1, 1)) * (WIDTH - 2 * EDGE);
  const y = (value: number) => HEIGHT - EDGE - (value / most) * (HEIGHT - 2 * EDGE);
  const places = (column: Figures) =>
    column.flatMap((_, index) => {
      const value = figureAt(column, index);
      return value === null ? [] : [`${x(index).toFixed(1)} ${y(value).toFixed(1)}`];
    });
  const last = median.findLastIndex(isMeasured);
  const [start, end] = [figureAt(median, median.findIndex(isMeasured)), figureAt(median, last)];
  if (end === null) return null;
  return (
    <svg
      className={styles.trend}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${name}: from ${figureWords(start, unit)} to ${figureWords(end, unit)}.`}
    >
      <path d={`M0 ${HEIGHT - EDGE}H${WIDTH}`} stroke="var(--line)" />
      <path d={`M${[...places(p95), ...places(p5).reverse()].join('L')}Z`} fill={line} fillOpacity="0.2" />
      <path d={`M${places(median).join('L')}`} fill="none" stroke={line} strokeWidth="1.6" strokeLinejoin="round" />
      <circle cx={x(last)} cy={y(end)} r="2.4" fill={line} />
    </svg>
  );
}
