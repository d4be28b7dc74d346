import { useMemo, useRef } from 'react';
import { formatPeople, formatWeeks } from '../../format/quantities';
import type { Figures } from '../chart-data';
import { PlacedDrawing, ReadableChart, type Reading } from '../cursor/readable-chart';
import { useChartSize } from '../drawing/chart-size';
import { type WeeksBin, weeksBins } from './weeks-data';
import { drawWeeks, type WeeksDrawing, type WeeksMark } from './weeks-drawing';

export interface WeeksHistogramProps {
  /** People who have waited each whole number of weeks: the first have waited less than 1. */
  people: Figures;
  /** Worth pointing out: the mean, the longest. */
  marks?: readonly WeeksMark[];
  /** In pixels at the usual text size. */
  height?: number;
}

const NO_MARKS: readonly WeeksMark[] = [];

/** A waiting list by weeks waited, with the national lines at 18, 52 and 104 weeks. */
export function WeeksHistogram({ people, marks = NO_MARKS, height = 180 }: WeeksHistogramProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const bins = useMemo(() => weeksBins(people, width), [people, width]);
  const drawing = useMemo(
    () => drawWeeks({ bins, marks, size: { width, height: height * textScale, textScale } }),
    [bins, marks, width, height, textScale],
  );

  return (
    <ReadableChart
      ref={room}
      summary={weeksSummary(people, marks)}
      across="bar"
      grid={{ columns: bins.length, rows: 1, page: 4 }}
      width={width}
      height={height * textScale}
      fills={false}
      placeAt={(x) => {
        const column = bins.findIndex((bin) => x >= drawing.x(bin.fromWeeks) && x < drawing.x(bin.toWeeks));
        return column < 0 ? null : { column, row: 0 };
      }}
      read={({ column }) => readBin(bins[column], drawing)}
    >
      <PlacedDrawing svg={drawing.svg} />
    </ReadableChart>
  );
}

function weeksSummary(people: Figures, marks: readonly WeeksMark[]): string {
  const waiting = (weeks: number) => people.slice(weeks).reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return [
    `${formatPeople(waiting(0))} by weeks waited so far: ${formatPeople(waiting(18))} have waited 18 weeks or longer,`,
    `${formatPeople(waiting(52))} 52 or longer.`,
    ...marks.map((mark) => `${mark.name}, at ${formatWeeks(mark.weeks)}.`),
  ].join(' ');
}

function readBin(bin: WeeksBin | undefined, { x, y, bottom }: WeeksDrawing): Reading {
  if (bin === undefined) return { x: 0, y: 0, marks: null, card: null, words: '' };
  const { fromWeeks, toWeeks, people } = bin;
  const words = `${formatPeople(people)} waiting ${fromWeeks} to ${toWeeks} weeks`;
  const [left, right] = [x(fromWeeks), x(toWeeks)];
  return {
    x: (left + right) / 2,
    y: y(people),
    marks: (
      <rect
        x={left}
        y={y(people)}
        width={right - left}
        height={bottom - y(people)}
        fill="none"
        stroke="var(--focus)"
        strokeWidth="1.5"
      />
    ),
    card: words,
    words: `${words}.`,
  };
}
