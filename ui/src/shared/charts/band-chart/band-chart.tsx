import { useMemo, useRef } from 'react';
import type { ActualPoints, BandSeries, Freshness, TargetLine, Unit } from '../chart-data';
import type { CursorPlace } from '../cursor/move-cursor';
import { PlacedDrawing, ReadableChart } from '../cursor/readable-chart';
import { useChartSize } from '../drawing/chart-size';
import { type BandDrawing, drawBands } from './band-drawing';
import { readBands } from './band-reading';
import { bandSummary } from './band-words';

export interface BandChartProps extends Freshness {
  /** What is drawn: `Longest wait`. */
  measure: string;
  series: readonly BandSeries[];
  /** Date of week 0, as `2026-01-05`. */
  startDate: string;
  /** Week of the first figure, where weeks before it are not shown. */
  firstWeek?: number;
  unit: Unit;
  targets?: readonly TargetLine[];
  actual?: ActualPoints;
  /** Values from nothing, unless the whole course lies far above it. */
  valuesFrom?: 'zero' | 'data';
  /** A value that the axis reaches whatever is drawn, so that it stands still while figures move. */
  reaches?: number;
  /** What the outer band is: where 9 in 10 simulated futures lie, or the 95% interval of a share of them. */
  bandsAre?: 'futures' | 'interval';
  /** In pixels at the usual text size; without it the chart fills its room. */
  height?: number;
}

const NO_TARGETS: readonly TargetLine[] = [];
/** Page Up and Page Down pass over a quarter of a year. */
const QUARTER_WEEKS = 13;

/** How a figure moves week by week under several options: medians, and the bands simulated futures lie in. */
export function BandChart(props: BandChartProps) {
  const { measure, series, startDate, firstWeek = 0, unit, targets = NO_TARGETS, actual, height } = props;
  const { valuesFrom = 'zero', reaches, bandsAre = 'futures', partial, stale } = props;
  const room = useRef<HTMLDivElement>(null);
  const measured = useChartSize(room);
  const { width, textScale } = measured;
  const drawnHeight = height === undefined ? measured.height : height * textScale;
  const count = Math.max(0, ...series.map((one) => one.median.length));

  const picture = useMemo(
    () => ({
      series,
      span: { startDate, firstWeek, count },
      unit,
      targets,
      actual,
      valuesFrom,
      reaches,
      bandsAre,
      partial,
      stale,
      size: { width, height: drawnHeight, textScale },
    }),
    [
      series,
      startDate,
      firstWeek,
      count,
      unit,
      targets,
      actual,
      valuesFrom,
      reaches,
      bandsAre,
      partial,
      stale,
      width,
      drawnHeight,
      textScale,
    ],
  );
  const drawing = useMemo(() => drawBands(picture), [picture]);

  return (
    <ReadableChart
      ref={room}
      summary={bandSummary(measure, picture)}
      across="week"
      upAndDown="option"
      grid={{ columns: count, rows: series.length, page: QUARTER_WEEKS }}
      width={width}
      height={drawnHeight}
      fills={height === undefined}
      placeAt={(x, y) => nearest(series, drawing, x, y)}
      read={(place) => readBands(picture, drawing, place)}
    >
      <PlacedDrawing svg={drawing.svg} />
    </ReadableChart>
  );
}

/** The week under a point, and the option whose median there is nearest to it. */
function nearest(
  series: readonly BandSeries[],
  { frame, places }: BandDrawing,
  x: number,
  y: number,
): CursorPlace | null {
  if (series.length === 0 || x < frame.left - 6 || x > frame.right + 6) return null;
  const column = places.indexAt(x);
  const away = series.map((one) => {
    const value = one.median[column];
    return typeof value === 'number' && Number.isFinite(value)
      ? Math.abs(places.y(value) - y)
      : Number.POSITIVE_INFINITY;
  });
  return { column, row: Math.max(away.indexOf(Math.min(...away)), 0) };
}
