import type { MeasureWords } from '@/document/measures';
import { formatNumber } from '@/shared/format';
import {
  type Course,
  direction,
  endWords,
  type KnownCourse,
  knownCourses,
  movement,
  sentenceCase,
  tooFewWords,
} from './words';

/** What else is said in the sentence. */
export interface FindingContext {
  measure: MeasureWords;
  /** When the figures are taken: `January 2027`. */
  when: string;
  /** Simulated futures behind each course; where they differ, the fewest. */
  futures: number;
  /** Whether the option need not be named, because there is no other. */
  isOnlyOption: boolean;
}

/**
 * What a chart of courses shows, in a sentence. Less is taken as better, as it is of lists and waits.
 *
 * Two options are told apart only where the bands that 9 in 10 of the simulated futures lie in do not overlap. Common
 * random numbers can tell options apart whose bands overlap; the sentence never claims that they are alike, only that
 * their bands do not show it.
 */
export function courseFinding(courses: readonly Course[], context: FindingContext): string {
  const known = knownCourses(courses);
  const [first] = known;
  if (!first) return `${context.measure.name}: nothing was there to measure`;
  const tooFew = tooFewWords(context.measure.name, context.futures);
  if (tooFew !== null) return tooFew;
  if (known.length === 1) return oneCourse(first, context);
  const base = known.find(({ isBase }) => isBase);
  return base ? againstBase(base, known, context) : amongEquals(known, context);
}

function oneCourse(course: KnownCourse, { measure, when, isOnlyOption }: FindingContext): string {
  const went = direction(course);
  const moved = movement(course, measure, when);
  const words = `${measure.inSentence} ${went === 'falls' || went === 'rises' ? withStart(moved, course) : moved}`;
  return isOnlyOption ? sentenceCase(words) : `With ${course.name}, ${words}`;
}

/** `falls from 161 to 72 weeks`. */
function withStart(moved: string, { start }: KnownCourse): string {
  return start === null ? moved : moved.replace(' to ', ` from ${formatNumber(start, 0)} to `);
}

function againstBase(base: KnownCourse, known: readonly KnownCourse[], context: FindingContext): string {
  const { measure, when } = context;
  const better = known.filter((course) => course !== base && course.p95 < base.p5);
  const [best] = byMedian(better);
  if (!best) return noneBetter(base, known, context);
  const rivals = better.filter((course) => course !== best && course.p5 <= best.p95);
  const [rival] = byMedian(rivals);
  const close = rival ? `, its band overlapping that of ${rival.name}` : '';
  const it = measure.isPlural ? 'they' : 'it';
  const bestMoves = `${measure.inSentence} ${movement(best, measure, when)}`;
  return `With ${best.name}, ${bestMoves}${close}; with ${base.name}, ${it} ${movement(base, measure)}`;
}

/** No option lies clearly below the base: the furthest above it is told, or that the bands do not tell them apart. */
function noneBetter(base: KnownCourse, known: readonly KnownCourse[], { measure, when }: FindingContext): string {
  const others = known.filter((course) => course !== base);
  const worst = byMedian(others.filter(({ p5 }) => p5 > base.p95)).at(-1);
  const it = measure.isPlural ? 'they' : 'it';
  const baseMoves = `with ${base.name}, ${measure.inSentence} ${movement(base, measure, when)}`;
  if (worst) return `${sentenceCase(baseMoves)}; with ${worst.name}, ${it} ${movement(worst, measure)}`;
  const [only] = others;
  if (only && others.length === 1) return `The bands of ${base.name} and ${only.name} overlap: ${baseMoves}`;
  return `No option shown ends clearly below ${base.name}: ${baseMoves}`;
}

function amongEquals(known: readonly KnownCourse[], { measure, when }: FindingContext): string {
  const [best, ...others] = byMedian(known);
  if (!best) return '';
  const rival = others.find(({ p5 }) => p5 <= best.p95);
  if (!rival) {
    return `With ${best.name}, ${measure.inSentence} ${movement(best, measure, when)}, the lowest of the options shown`;
  }
  const [low, high] = [Math.min(best.p5, rival.p5), Math.max(best.p95, rival.p95)];
  const ends = `${measure.isPlural ? 'end' : 'ends'} between ${formatNumber(low, 0)} and ${endWords(high, measure)}`;
  return `The bands of ${best.name} and ${rival.name} overlap: ${measure.inSentence} ${ends} in ${when}`;
}

function byMedian(courses: readonly KnownCourse[]): KnownCourse[] {
  return courses.toSorted((one, other) => one.median - other.median);
}
