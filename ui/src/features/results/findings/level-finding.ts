import { formatNumber, formatPeople } from '@/shared/format';
import { type Course, type KnownCourse, knownCourses, tooFewWords } from './words';

/** What is counted, at one moment. */
export interface Level {
  /** What is counted, as a heading. */
  name: string;
  /** Simulated futures behind each figure; where they differ, the fewest. */
  futures: number;
  /** After the number of people: "have waited over 52 weeks". */
  did: string;
  /** With nobody as the subject: "has waited over 52 weeks". */
  nobodyDid: string;
  /** `at the end of week 52`. */
  when: string;
  isOnlyOption: boolean;
}

/**
 * How many people there are at one moment under the best option and under the base, in a sentence. Nobody is said only
 * where 95 in 100 simulated futures have nobody; options are told apart only where their bands do not overlap.
 */
export function levelFinding(courses: readonly Course[], level: Level): string {
  const known = knownCourses(courses);
  const base = known.find(({ isBase }) => isBase) ?? known[0];
  if (!base) return `Nothing was there to measure ${level.when}`;
  const tooFew = tooFewWords(level.name, level.futures);
  if (tooFew !== null) return tooFew;
  const best = known.filter(({ p95 }) => p95 < base.p5).toSorted((one, other) => one.median - other.median)[0];
  const first = best ?? base;
  const opening = level.isOnlyOption ? '' : `with ${first.name}, `;
  const words = `${opening}${countWords(first, level)} ${level.when}`;
  const against = best ? `; with ${base.name}, ${rangeWords(base)}` : closeness(known, base);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${against}`;
}

function countWords(course: KnownCourse, { did, nobodyDid }: Level): string {
  if (course.p95 === 0) return `nobody ${nobodyDid}`;
  return `${rangeWords(course)} ${course.median === 1 ? nobodyDid : did}`;
}

/** `62 people (31 to 93)`. */
function rangeWords({ median, p5, p95 }: KnownCourse): string {
  return p5 === p95
    ? formatPeople(median)
    : `${formatPeople(median)} (${formatNumber(p5, 0)} to ${formatNumber(p95, 0)})`;
}

/** The furthest of the options that clearly have more, or that none clearly has fewer. */
function closeness(known: readonly KnownCourse[], base: KnownCourse): string {
  const [worst] = known.filter(({ p5 }) => p5 > base.p95).toSorted((one, other) => other.median - one.median);
  if (worst) return `; with ${worst.name}, ${rangeWords(worst)}`;
  if (known.length === 1) return '';
  return base.p95 === 0 ? ', nor clearly with any other option' : '; no option shown has clearly fewer';
}
