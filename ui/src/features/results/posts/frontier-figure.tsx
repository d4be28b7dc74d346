import { useMemo } from 'react';
import { useDocument } from '@/document/document';
import type { Choice, FrontierMix, PostsReply, PostsRequest } from '@/ipc/bindings';
import type { ChartTable, Unit } from '@/shared/charts/chart-data';
import { PointChart } from '@/shared/charts/point-chart/point-chart';
import type { MarkedPoint, PointSeries } from '@/shared/charts/point-chart/point-data';
import { figureWords } from '@/shared/charts/words';
import { formatNumber, formatPercent } from '@/shared/format';
import { ResultFigure } from '../parts/result-figure';
import { goalFigure } from './goal-figures';
import styles from './posts-tab.module.css';
import { marginalWords, mixWords, shortMixWords, yearlyWords } from './posts-words';

interface FrontierFigureProps {
  reply: PostsReply;
  request: PostsRequest;
  choices: readonly Choice[];
  optionName: string;
  source: string;
  isStale: boolean;
}

const units: Readonly<Record<string, Unit>> = { weeks: 'weeks', people: 'people', '%': 'percent', '£': 'pounds' };

/** What shorter waits cost: mixes of which none is both cheaper and better. */
export function FrontierFigure({ reply, request, choices, optionName, source, isStale }: FrontierFigureProps) {
  const { answer } = reply;
  const unit = units[answer.frontierUnit] ?? 'weeks';
  const colourIndex = useDocument(({ project }) => {
    return Math.max(0, project?.options.findIndex(({ id }) => id === request.optionId) ?? 0);
  });
  const series = useMemo((): PointSeries[] => {
    const points = answer.frontier.map((one) => pointOf(one, unit, choices));
    return [{ id: request.optionId, name: optionName, colourIndex, points }];
  }, [answer, unit, choices, request, optionName, colourIndex]);
  const marked = useMemo(() => markedOf(reply, choices), [reply, choices]);
  const line = useMemo(() => lineOf(request), [request]);
  return (
    <section className={styles.card}>
      <ResultFigure
        title={finding(answer.frontier, unit)}
        subtitle={`Mean ${answer.frontierFigure} against yearly cost, with 95% intervals: mixes of which none is both cheaper and better.`}
        source={source}
        fileName="what-shorter-waits-cost"
        table={() => frontierTable(reply, choices, unit)}
      >
        <PointChart
          series={series}
          x={{ name: 'cost a year', unit: 'pounds', from: 'data' }}
          y={{ name: answer.frontierFigure, unit }}
          marked={marked}
          line={line}
          height={300}
          stale={isStale}
        />
      </ResultFigure>
      <MarginalTable {...{ reply, choices, unit }} />
    </section>
  );
}

function pointOf({ mix, mean, interval, poundsPerUnitLess }: FrontierMix, unit: Unit, choices: readonly Choice[]) {
  const next =
    poundsPerUnitLess === null ? '' : ` From the mix before: ${marginalWords(poundsPerUnitLess, unit)} a year.`;
  return {
    x: mix.costPoundsPerYear,
    y: mean,
    low: interval.low,
    high: interval.high,
    title: yearlyWords(mix.costPoundsPerYear),
    words: `${mixWords(mix, choices)}; all targets met in ${formatPercent(mix.met.share)}.${next}`,
  };
}

/** The mix that was found, where it lies on the frontier. */
function markedOf({ answer }: PostsReply, choices: readonly Choice[]): MarkedPoint | null {
  const { outcome } = answer;
  if (outcome.kind !== 'found') return null;
  const same = answer.frontier.find(({ mix }) => mix.words === outcome.mix.words);
  if (!same) return null;
  return { x: same.mix.costPoundsPerYear, y: same.mean, name: `the answer: ${shortMixWords(same.mix, choices)}` };
}

/** The line of the target for the longest wait at the week that the frontier is about: that of the first weekly target. */
function lineOf({ goals }: PostsRequest) {
  const week = goals.find(({ figure }) => goalFigure(figure)?.isWeekly)?.week;
  const goal = goals.find((one) => one.figure === 'longestWait' && one.week === week);
  return goal ? { y: goal.line, name: `target: ${figureWords(goal.line, 'weeks')}` } : null;
}

function finding(frontier: readonly FrontierMix[], unit: Unit): string {
  const [first, last] = [frontier[0], frontier.at(-1)];
  if (!first || !last || unit !== 'weeks') return 'What more staff buys';
  const weeks = first.mean - last.mean;
  const cost = last.mix.costPoundsPerYear - first.mix.costPoundsPerYear;
  return `Between these limits each week off the longest wait costs about ${yearlyWords(cost / weeks)}`;
}

function frontierTable({ answer }: PostsReply, choices: readonly Choice[], unit: Unit): ChartTable {
  return {
    caption: `What shorter waits cost: ${answer.frontierFigure}`,
    columns: [
      { label: 'mix', kind: 'text' },
      { label: 'cost a year', kind: 'pounds' },
      { label: `mean ${answer.frontierFigure}`, kind: unit },
      { label: 'from', kind: unit },
      { label: 'to', kind: unit },
      { label: 'all targets met', kind: 'percent' },
      { label: `£ a year for each ${unit.replace(/s$/, '')} less`, kind: 'pounds' },
    ],
    rows: answer.frontier.map(({ mix, mean, interval, poundsPerUnitLess }) => [
      mixWords(mix, choices),
      mix.costPoundsPerYear,
      mean,
      interval.low,
      interval.high,
      mix.met.share === null ? null : mix.met.share * 100,
      poundsPerUnitLess,
    ]),
    rowHeaders: 1,
  };
}

/** The same as a table to be read beside the chart: what each further step buys. */
function MarginalTable({ reply, choices, unit }: { reply: PostsReply; choices: readonly Choice[]; unit: Unit }) {
  const { answer } = reply;
  const found = answer.outcome.kind === 'found' ? answer.outcome.mix.words : null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.tableRoom} aria-label="What shorter waits cost, mix by mix" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Mix</th>
            <th scope="col">Cost a year</th>
            <th scope="col">Mean {answer.frontierFigure}</th>
            <th scope="col">Targets met</th>
            <th scope="col">Each {unit.replace(/s$/, '')} less costs a year</th>
          </tr>
        </thead>
        <tbody>
          {answer.frontier.map(({ mix, mean, interval, poundsPerUnitLess }) => (
            <tr key={mix.words} className={mix.words === found ? styles.found : undefined}>
              <th scope="row">
                {shortMixWords(mix, choices)}
                {mix.words === found && ' – the answer'}
              </th>
              <td>{yearlyWords(mix.costPoundsPerYear).replace(' a year', '')}</td>
              <td>
                {formatNumber(mean, 1)} ({formatNumber(interval.low, 1)} to {formatNumber(interval.high, 1)})
              </td>
              <td>{formatPercent(mix.met.share)}</td>
              <td>{poundsPerUnitLess === null ? '' : yearlyWords(poundsPerUnitLess).replace(' a year', '')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
