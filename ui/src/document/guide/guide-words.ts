import type { Beside, Lies, OutcomeKinship } from '@/ipc/bindings';
import { formatBand, formatNumber, formatSensible, isKnown } from '@/shared/format/numbers';

/** What a published outcome says of the model, in a word and in a sentence. */
export const kinships: Record<OutcomeKinship, { label: string; words: string }> = {
  reproduction: {
    label: 'Reproduction',
    words: 'follows from inputs that were found without looking at it, so that being near speaks for the model.',
  },
  calibration: {
    label: 'Calibration',
    words: 'came first: inputs that nobody published were chosen so that it comes out. Being near is no test.',
  },
  illustration: {
    label: 'Illustration',
    words: 'was put in, or is shown for orientation. Being near proves nothing.',
  },
};

const places: Record<Lies, string> = {
  within: 'The published figure lies within the range of 9 in 10 simulated futures.',
  below:
    'The published figure lies below the range of 9 in 10 simulated futures: more is simulated than was published.',
  above:
    'The published figure lies above the range of 9 in 10 simulated futures: less is simulated than was published.',
};

/** As many digits as mean something in a simulated figure: whole numbers from 10 up, as everywhere in results. */
const rounded = (value: number | null): string =>
  isKnown(value) && Math.abs(value) >= 9.95 ? formatNumber(value, 0) : formatSensible(value);

/** A figure with the unit that the program gives it: `47 weeks`, `1 week`, `21%`, `£131,100 a year`. */
export function amount(value: number | null, unit: string): string {
  const number = rounded(value);
  if (!isKnown(value)) return number;
  if (unit.startsWith('%')) return `${number}${unit}`;
  if (unit.startsWith('£'))
    return number.startsWith('−') ? `−£${number.slice(1)}${unit.slice(1)}` : `£${number}${unit.slice(1)}`;
  if (number === '1' && unit === 'people') return '1 person';
  return unit === '' ? number : `${number} ${number === '1' ? unit.replace(/s$/, '') : unit}`;
}

/** The simulated figure with its range; otherwise why there is none. */
export function simulatedWords({ simulated, unit, whyNot }: Beside): string {
  if (!simulated) return whyNot ? `Not simulated: ${whyNot}.` : 'Not simulated: no result here measures it.';
  const { median, p5, p95 } = simulated;
  if (!isKnown(median)) return 'Nobody to measure in any simulated future.';
  return formatBand(median, p5, p95, (value) => amount(value, unit), rounded);
}

/** Where the published figure lies against the simulated range. */
export const liesWords = ({ lies }: Beside): string | null => lies && places[lies];
