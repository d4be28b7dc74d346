import { useMemo, useRef } from 'react';
import { formatCount, formatNumber } from '../../format';
import { PlacedDrawing, ReadableChart, type Reading } from '../cursor/readable-chart';
import { useChartSize } from '../drawing/chart-size';
import { expectedAt, type ValueBar, type ValueCurve } from './value-data';
import { drawValues, type ValueDrawing } from './value-drawing';

export interface ValueHistogramProps {
  bars: readonly ValueBar[];
  /** Lines over the bars. */
  curves: readonly ValueCurve[];
  /** Below the bars: `time with the person, min`. */
  axisName: string;
  /** In pixels at the usual text size. */
  height?: number;
}

/** How often each value was measured, with what a shape expects drawn over it. */
export function ValueHistogram({ bars, curves, axisName, height = 200 }: ValueHistogramProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const drawing = useMemo(
    () => drawValues({ bars, curves, axisName, size: { width, height: height * textScale, textScale } }),
    [bars, curves, axisName, width, height, textScale],
  );
  return (
    <ReadableChart
      ref={room}
      summary={valuesSummary(bars, curves, axisName)}
      across="bar"
      grid={{ columns: bars.length, rows: 1, page: 4 }}
      width={width}
      height={height * textScale}
      fills={false}
      placeAt={(x) => {
        const column = bars.findIndex(({ from, to }) => x >= drawing.x(from) && x < drawing.x(to));
        return column < 0 ? null : { column, row: 0 };
      }}
      read={({ column }) => readBar(bars[column], curves, drawing)}
    >
      <PlacedDrawing svg={drawing.svg} />
    </ReadableChart>
  );
}

function valuesSummary(bars: readonly ValueBar[], curves: readonly ValueCurve[], axisName: string): string {
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const highest = bars.reduce(
    (most, bar) => (bar.count > most.count ? bar : most),
    bars[0] ?? { from: 0, to: 0, count: 0 },
  );
  const over = curves.map(({ name }) => name).join(', ');
  return [
    `${formatCount(total, 'value')} of ${axisName}, from ${formatNumber(bars[0]?.from ?? 0)} to ${formatNumber(bars.at(-1)?.to ?? 0)};`,
    `most often from ${formatNumber(highest.from)} to ${formatNumber(highest.to)}.`,
    over && `Drawn over them: ${over}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

function readBar(bar: ValueBar | undefined, curves: readonly ValueCurve[], { x, y, bottom }: ValueDrawing): Reading {
  if (bar === undefined) return { x: 0, y: 0, marks: null, card: null, words: '' };
  const expected = curves.map((curve) => {
    const people = expectedAt(curve, (bar.from + bar.to) / 2);
    return `${curve.name} expects ${people === null ? 'none' : formatNumber(people)}`;
  });
  const from = `${formatNumber(bar.from)} to ${formatNumber(bar.to)}`;
  const words = [`${from}: ${formatCount(bar.count, 'value')}`, ...expected].join('; ');
  const [left, right] = [x(bar.from), x(bar.to)];
  return {
    x: (left + right) / 2,
    y: y(bar.count),
    marks: (
      <rect
        x={left}
        y={y(bar.count)}
        width={right - left}
        height={bottom - y(bar.count)}
        fill="none"
        stroke="var(--focus)"
        strokeWidth="1.5"
      />
    ),
    card: words,
    words: `${words}.`,
  };
}
