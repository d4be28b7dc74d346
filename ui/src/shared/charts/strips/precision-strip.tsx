import type { Unit } from '../chart-data';
import { optionLook } from '../drawing/option-look';
import { betweenWords, figureWords } from '../words';
import styles from './strips.module.css';

export interface PrecisionStripProps {
  /** What is estimated: `Longest wait, tiered redesign`. */
  name: string;
  median: number;
  p5: number;
  p25: number;
  p75: number;
  p95: number;
  unit: Unit;
  /** Ends of the scale; strips below each other share one, so that they can be compared. */
  from: number;
  to: number;
  colourIndex: number;
  /** The line to be met. */
  target?: number;
}

const WIDTH = 120;
const HEIGHT = 16;
const EDGE = 3;

/** How sure a figure is, in the height of a line of text: half of the simulated futures in the thick part, 9 in 10 in the thin. */
export function PrecisionStrip({
  name,
  median,
  p5,
  p25,
  p75,
  p95,
  unit,
  from,
  to,
  colourIndex,
  target,
}: PrecisionStripProps) {
  const { line } = optionLook(colourIndex);
  const span = to - from || 1;
  const x = (value: number) => EDGE + (Math.min(Math.max(value, from), to) - from) * ((WIDTH - 2 * EDGE) / span);
  const middle = HEIGHT / 2;
  const words = [
    `${name}: ${figureWords(median, unit)};`,
    `half of the simulated futures ${betweenWords(p25, p75, unit)}, 9 in 10 ${betweenWords(p5, p95, unit)}.`,
    ...(target === undefined ? [] : [`Target ${figureWords(target, unit)}.`]),
  ].join(' ');
  return (
    <svg
      className={styles.strip}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={words}
      preserveAspectRatio="none"
    >
      <path d={`M${EDGE} ${middle}H${WIDTH - EDGE}`} stroke="var(--line)" />
      <path d={`M${x(p5)} ${middle}H${x(p95)}`} stroke={line} strokeWidth="3" strokeOpacity="0.45" />
      <path d={`M${x(p25)} ${middle}H${x(p75)}`} stroke={line} strokeWidth="8" strokeOpacity="0.55" />
      <path d={`M${x(median)} 2V${HEIGHT - 2}`} stroke={line} strokeWidth="2.5" />
      {target !== undefined && <path d={`M${x(target)} 0V${HEIGHT}`} stroke="var(--target)" strokeDasharray="2 2" />}
    </svg>
  );
}
