import type { Choice, ChoiceKind, Effort, FutureShare, Mix, PostsReply, PostsRequest, Stage } from '@/ipc/bindings';
import { figureWords, listWords } from '@/shared/charts/words';
import { formatCount, formatMoney, formatNumber, formatPercent } from '@/shared/format';
import { goalFigure } from './goal-figures';

/** A figure of a mix as people say it: `5.5 WTE`, `12 places`, `a start every 0.25 weeks`. */
const amounts: Readonly<Record<ChoiceKind, (value: number) => string>> = {
  posts: (value) => `${formatNumber(value, 2)} WTE`,
  places: (value) => formatCount(value, 'place'),
  seats: (value) => formatCount(value, 'seat'),
  weeksBetweenStarts: (value) => `a start every ${formatNumber(value, 2)} weeks`,
  share: (value) => `${formatNumber(value, 1)}%`,
};

export const amountWords = ({ kind }: Pick<Choice, 'kind'>, value: number): string => amounts[kind](value);

/** `5.5 WTE of Occupational therapist, band 6`. */
function figureOfMix({ place, value }: { place: string; value: number }, choices: readonly Choice[]): string {
  const choice = choices.find((one) => one.place === place);
  if (!choice) return `${formatNumber(value, 2)} at ${place}`;
  const { kind, name } = choice;
  if (kind === 'posts') return `${amountWords(choice, value)} of ${name}`;
  return kind === 'share' ? `${amountWords(choice, value)} from ${name}` : `${amountWords(choice, value)} at ${name}`;
}

/** A mix in words, figure by figure. */
export const mixWords = (mix: Mix, choices: readonly Choice[]): string =>
  listWords(mix.figures.map((figure) => figureOfMix(figure, choices)));

/** A mix where the names stand above: `5.5 WTE`, `5.5 WTE, 2 WTE`. */
export function shortMixWords(mix: Mix, choices: readonly Choice[]): string {
  const short = mix.figures.map(({ place, value }) => {
    const choice = choices.find((one) => one.place === place);
    return choice ? amountWords(choice, value) : formatNumber(value, 2);
  });
  return short.join(', ');
}

/** `93% of simulated futures (90% to 95%)`. */
export function metWords({ share, interval }: FutureShare): string {
  return `${formatPercent(share)} of simulated futures (${formatPercent(interval.low)} to ${formatPercent(interval.high)})`;
}

/** `£554,000 a year`: as many figures as a budget has use for. */
export function yearlyWords(pounds: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(Math.abs(pounds), 1))) - 2);
  return `${formatMoney(Math.round(pounds / step) * step)} a year`;
}

/** The answer in one sentence, to be read first. */
export function answerTitle({ answer }: PostsReply, choices: readonly Choice[]): string {
  const { outcome } = answer;
  if (outcome.kind === 'found') {
    const { mix } = outcome;
    return `${mixWords(mix, choices)}: ${yearlyWords(mix.costPoundsPerYear)}, met in ${metWords(mix.met)}`;
  }
  if (outcome.kind === 'impossible') return 'No mix within these limits does it';
  return outcome.best === null
    ? 'Stopped before any mix was found to meet the targets'
    : `Stopped. Found so far: ${mixWords(outcome.best, choices)}, ${yearlyWords(outcome.best.costPoundsPerYear)}`;
}

/** What is asked for, in a sentence: `The longest wait at most 47 weeks at the end of week 52, in 90% of …`. */
export function goalsWords({ goals }: Pick<PostsRequest, 'goals'>): string {
  const each = goals.map(({ figure, side, line, week, probabilityPercent }) => {
    const known = goalFigure(figure);
    const words = known ? figureWords(line, known.unit) : formatNumber(line, 1);
    const when = known?.isWeekly === false ? 'over the whole time' : `at the end of week ${week}`;
    const limit = side === 'atLeast' ? 'at least' : 'at most';
    const share = formatPercent(probabilityPercent / 100, 1);
    return `${known?.inSentence ?? figure} ${limit} ${words} ${when} in ${share} of simulated futures`;
  });
  return listWords(each);
}

/** What is promised, without the names of the methods, which stand below. */
export function promiseWords({ confidencePercent, withinPoints, goals }: PostsRequest): string {
  const points = formatCount(withinPoints, 'point');
  const target = goals.length === 1 ? 'the target' : 'every target';
  const wanted = goals.length === 1 ? `${formatNumber((goals[0]?.probabilityPercent ?? 0) - withinPoints, 1)}%` : '';
  const least = wanted === '' ? `its probability less ${points}` : `a probability of at least ${wanted}`;
  return `With ${formatNumber(confidencePercent, 1)}% confidence this mix meets ${target} with ${least}, and no cheaper mix within the limits would do so with ${points} to spare. Pathway and figures are taken as they stand.`;
}

/** What the money buys, against the option as it stands. */
export function againstNow(mix: Mix, poundsNow: number): string {
  const more = mix.costPoundsPerYear - poundsNow;
  if (Math.abs(more) < 500) return 'It costs the same as the option as it stands.';
  return `That is ${yearlyWords(Math.abs(more))} ${more > 0 ? 'more' : 'less'} than the option as it stands (${yearlyWords(poundsNow)}).`;
}

/** How much was simulated to find it. */
export function effortWords({ mixes, tried, searchReplications, replications }: Effort): string {
  const alone = tried === 1 ? '1 was tried by itself' : `${formatNumber(tried, 0)} were tried by themselves`;
  return `Of ${formatCount(mixes, 'mix', 'mixes')}, ${alone}; ${formatCount(searchReplications, 'simulated future')} decided, ${formatNumber(replications, 0)} in all.`;
}

/** What is going on, stage by stage. */
export const stageWords: Readonly<Record<Stage, string>> = {
  directions: 'Looking which way each figure helps',
  search: 'Trying mixes',
  check: 'Checking the answer on fresh futures',
  frontier: 'Working out what shorter waits cost',
  bottleneck: 'Looking for the bottleneck',
};

/** The name that a kept answer begins with: `Tiered redesign, 5.5 WTE`. */
export const keptName = (optionName: string, mix: Mix, choices: readonly Choice[]): string =>
  `${optionName}, ${shortMixWords(mix, choices)}`;

/** `£4,700 for each week less`. */
export function marginalWords(pounds: number | null, unit: string): string {
  return pounds === null ? '' : `${yearlyWords(pounds).replace(' a year', '')} for each ${unit.replace(/s$/, '')} less`;
}
