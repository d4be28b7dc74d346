import type { BandColumns, ComparedFigure, RoleTurnover, VacanciesAnswer } from '@/ipc/bindings';
import { figureAt } from '@/shared/charts/chart-data';
import { figureWords } from '@/shared/charts/words';
import { formatNumber } from '@/shared/format';
import { differenceWords, unitOf, upperFirst } from '../compare/compare-words';

/** `1.32 of 11.6 WTE of these roles are vacant at the start` */
export function vacantWords(roles: readonly RoleTurnover[]): string {
  const sum = (of: (role: RoleTurnover) => number | null) => roles.reduce((all, role) => all + (of(role) ?? 0), 0);
  const [vacant, posts] = [sum(({ vacantWte }) => vacantWte), sum(({ wte }) => wte)];
  return `${formatNumber(vacant, 2)} of ${formatNumber(posts, 2)} WTE of these roles are vacant at the start`;
}

/**
 * What vacancies and turnover do to the longest wait and to the waiting list, in a sentence: `With its vacancies and
 * turnover, the longest wait at week 52 is 12 weeks longer (10 to 14) than with every post filled; the waiting list is
 * 80 people longer (60 to 100)`.
 */
export function vacancyFinding({ comparison }: VacanciesAnswer): string {
  const words = (name: string) => {
    const figure = comparison.figures.find((one) => one.name === name);
    return figure ? longerWords(figure) : null;
  };
  const [wait, list] = [words('longestWait'), words('waitingList')];
  const first = `With vacancies and turnover, the longest wait at week ${comparison.week} ${wait ?? 'is not known'}`;
  const second =
    list === null ? '' : `; the waiting list ${list.replace(/ (than with|from that with) every post filled/, '')}`;
  return `${first}${second}`;
}

/** `is 12 weeks longer (10 to 14) than with every post filled` */
function longerWords(figure: ComparedFigure): string | null {
  const difference = figure.differences[1];
  if (!difference) return null;
  const words = differenceWords(difference, unitOf(figure));
  switch (difference.verdict) {
    case 'lower':
    case 'higher':
      return `is ${words.replace('higher', 'longer').replace('lower', 'shorter')} than with every post filled`;
    case 'cannotBeToldApart':
      return `${words.replace('told apart', 'told apart from that with every post filled')}`;
    case 'same':
      return `is ${words}`;
    case 'nothingMeasured':
      return `is not known: ${words}`;
  }
}

/** `Longest wait at week 52: 47 weeks, and 35 weeks with every post filled`: the medians. */
export function courseTitle(
  name: string,
  unit: 'weeks' | 'people',
  week: number,
  courses: readonly BandColumns[],
): string {
  const [filled = null, asItIs = null] = courses.map(({ p50 }) => figureAt(p50, week));
  const [now, without] = [figureWords(asItIs, unit), figureWords(filled, unit)];
  const words = `${upperFirst(name)} at week ${week}: ${now}`;
  return now === without ? `${words}, as with every post filled` : `${words}, and ${without} with every post filled`;
}
