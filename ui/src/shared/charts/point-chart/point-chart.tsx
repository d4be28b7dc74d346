import { useMemo, useRef } from 'react';
import type { Freshness } from '../chart-data';
import type { CursorPlace } from '../cursor/move-cursor';
import { PlacedDrawing, ReadableChart, type Reading } from '../cursor/readable-chart';
import { ReadingRows } from '../cursor/reading-rows';
import { useChartSize } from '../drawing/chart-size';
import { optionLook } from '../drawing/option-look';
import { figureWords, freshnessNote } from '../words';
import type { MarkedPoint, PointAxis, PointLine, PointSeries } from './point-data';
import { drawPoints, type PointDrawing } from './point-drawing';
import type { PointPicture } from './point-frame';

export interface PointChartProps extends Freshness {
  series: readonly PointSeries[];
  x: PointAxis;
  y: PointAxis;
  /** A place that is named on the drawing. */
  marked?: MarkedPoint | null;
  /** A level that is to be kept to. */
  line?: PointLine | null;
  /** In pixels at the usual text size. */
  height: number;
}

/** One figure against another, point by point: what shorter waits cost, how precision grows. */
export function PointChart({ series, x, y, marked = null, line = null, height, partial, stale }: PointChartProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const picture = useMemo(
    () => ({ series, x, y, marked, line, partial, stale, size: { width, height: height * textScale, textScale } }),
    [series, x, y, marked, line, partial, stale, width, height, textScale],
  );
  const drawing = useMemo(() => drawPoints(picture), [picture]);
  return (
    <ReadableChart
      ref={room}
      summary={summaryOf(picture)}
      across="point"
      upAndDown="option"
      grid={{ columns: Math.max(0, ...series.map(({ points }) => points.length)), rows: series.length, page: 4 }}
      width={width}
      height={height * textScale}
      fills={false}
      placeAt={(left, top) => nearest(picture, drawing, left, top)}
      read={(place) => readPoint(picture, drawing, place)}
    >
      <PlacedDrawing svg={drawing.svg} />
    </ReadableChart>
  );
}

function summaryOf({ series, x, y, marked, partial, stale }: PointPicture): string {
  const note = freshnessNote({ partial, stale });
  const courses = series.map(({ name, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (!first || !last) return `${name}: nothing yet.`;
    const ends = [first, last].map((one) => `${figureWords(one.y, y.unit)} at ${figureWords(one.x, x.unit)}`);
    return `${name}: from ${ends.join(' to ')}, ${points.length} points.`;
  });
  return [note && `${note}.`, `${y.name} against ${x.name}.`, ...courses, marked && `${marked.name}.`]
    .filter(Boolean)
    .join(' ');
}

/** The point nearest to a place on the drawing. */
function nearest({ series }: PointPicture, { frame }: PointDrawing, left: number, top: number): CursorPlace | null {
  let best: CursorPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [row, { points }] of series.entries()) {
    for (const [column, point] of points.entries()) {
      const away = Math.hypot(frame.x(point.x) - left, frame.y(point.y) - top);
      if (away < least) [best, least] = [{ column, row }, away];
    }
  }
  return best;
}

function readPoint({ series, y }: PointPicture, { frame }: PointDrawing, { column, row }: CursorPlace): Reading {
  const option = series[row];
  const point = option?.points[Math.min(column, option.points.length - 1)];
  if (!option || !point) return { x: 0, y: 0, marks: null, card: null, words: '' };
  const [left, top] = [frame.x(point.x), frame.y(point.y)];
  const rows = [{ option, figure: figureWords(point.y, y.unit), band: '' }];
  return {
    x: left,
    y: top,
    marks: (
      <circle
        cx={left}
        cy={top}
        r={5}
        fill={optionLook(option.colourIndex).line}
        stroke="var(--card)"
        strokeWidth={2}
      />
    ),
    card: <ReadingRows title={point.title} rows={rows} active={0} detail={point.words} sample="line" />,
    words: `${point.title}. ${option.name}. ${point.words}`,
  };
}
