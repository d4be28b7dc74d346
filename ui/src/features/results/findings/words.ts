import type { MeasureWords } from '@/document/measures';
import type { Spread } from '@/shared/charts/chart-data';
import { bareWords, figureWords } from '@/shared/charts/words';
import { formatCount } from '@/shared/format';

/** An option with one figure at the end of what is shown, and where it began. */
export interface Course {
  name: string;
  /** Whether it is the one that the others are held against. */
  isBase: boolean;
  start: number | null;
  end: Spread;
}

/** A course whose figures were measured. */
export interface KnownCourse {
  name: string;
  isBase: boolean;
  start: number | null;
  p5: number;
  median: number;
  p95: number;
}

export function knownCourses(courses: readonly Course[]): KnownCourse[] {
  return courses.flatMap(({ name, isBase, start, end: { median, p5, p95 } }) =>
    median === null || p5 === null || p95 === null ? [] : [{ name, isBase, start, median, p5, p95 }],
  );
}

/** People need no unit after "the waiting list"; weeks do. */
export function endWords(value: number, measure: MeasureWords): string {
  return measure.unit === 'people' ? bareWords(value, 'people') : figureWords(value, measure.unit);
}

/** Which way a figure goes, claimed only where 9 in 10 of the simulated futures lie on one side of where it began. */
export function direction({ start, p5, p95 }: KnownCourse): 'falls' | 'rises' | 'stays' | 'unknown' {
  if (start === null) return 'unknown';
  if (p95 < start) return 'falls';
  return p5 > start ? 'rises' : 'stays';
}

/** `falls to 44 weeks by January 2027`, `is still near 161 weeks`. */
export function movement(course: KnownCourse, measure: MeasureWords, when?: string): string {
  const end = endWords(course.median, measure);
  const went = direction(course);
  const [singular, plural] = {
    falls: ['falls to', 'fall to'],
    rises: ['rises to', 'rise to'],
    stays: course.p5 === course.p95 ? ['is still', 'are still'] : ['is still near', 'are still near'],
    unknown: ['is', 'are'],
  }[went];
  const moment = when === undefined ? '' : ` ${went === 'falls' || went === 'rises' ? 'by' : 'in'} ${when}`;
  return `${measure.isPlural ? plural : singular} ${end}${moment}`;
}

/** With fewer simulated futures than this there is no fifth percentile to speak of: one in twenty needs twenty. */
const fewestFutures = 20;

/** What stands in the place of a finding while there is too little to find anything in; none once there is enough. */
export function tooFewWords(name: string, futures: number): string | null {
  if (futures >= fewestFutures) return null;
  return `${name}: ${formatCount(futures, 'simulated future')} ${futures === 1 ? 'is' : 'are'} too few to tell change from chance`;
}

export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
