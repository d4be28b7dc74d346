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
  const moved = movement(course, measure);
  const from = course.start === null ? '' : `from ${bareStart(course.start)} `;
  const words =
    went === 'falls' || went === 'rises'
      ? `${measure.inSentence} ${moved.replace(' to ', ` ${from}to `)} by ${when}`
      : `${measure.inSentence} ${moved} by ${when}`;
  return isOnlyOption ? sentenceCase(words) : `With ${course.name}, ${words}`;
}

const bareStart = (value: number) => formatNumber(value, 0);

function againstBase(base: KnownCourse, known: readonly KnownCourse[], context: FindingContext): string {
  const { measure, when } = context;
  const better = known.filter((course) => course !== base && course.p95 < base.p5);
  const [best] = byMedian(better);
  if (!best) return noneBetter(base, known, context);
  const rivals = better.filter((course) => course !== best && course.p5 <= best.p95);
  const [rival] = byMedian(rivals);
  const close = rival ? `, its band overlapping that of ${rival.name}` : '';
  const baseMoves = movement(base, measure);
  return `With ${best.name}, ${measure.inSentence} ${movement(best, measure)} by ${when}${close}; with ${base.name}, ${measure.isPlural ? 'they' : 'it'} ${baseMoves}`;
}

function noneBetter(base: KnownCourse, known: readonly KnownCourse[], { measure, when }: FindingContext): string {
  const others = known.filter((course) => course !== base);
  const baseMoves = `with ${base.name}, ${measure.inSentence} ${movement(base, measure)} by ${when}`;
  const [only] = others;
  if (only && others.length === 1) {
    return only.p5 > base.p95
      ? `${sentenceCase(baseMoves)}; with ${only.name}, ${measure.isPlural ? 'they' : 'it'} ${movement(only, measure)}`
      : `The bands of ${base.name} and ${only.name} overlap: ${baseMoves}`;
  }
  return `No option shown ends clearly below ${base.name}: ${baseMoves}`;
}

function amongEquals(known: readonly KnownCourse[], { measure, when }: FindingContext): string {
  const [best, second] = byMedian(known);
  if (!best || !second) return '';
  if (second.p5 > best.p95) {
    return `With ${best.name}, ${measure.inSentence} ${movement(best, measure)} by ${when}, the lowest of the options shown`;
  }
  const [low, high] = [Math.min(best.p5, second.p5), Math.max(best.p95, second.p95)];
  const verb = measure.isPlural ? 'end' : 'ends';
  return `The bands of ${best.name} and ${second.name} overlap: ${measure.inSentence} ${verb} between ${formatNumber(low, 0)} and ${endWords(high, measure)} by ${when}`;
}

function byMedian(courses: readonly KnownCourse[]): KnownCourse[] {
  return courses.toSorted((one, other) => one.median - other.median);
}
