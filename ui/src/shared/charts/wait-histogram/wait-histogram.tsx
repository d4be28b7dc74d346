import { useId, useMemo, useRef } from 'react';
import type { Freshness } from '../chart-data';
import type { CursorPlace } from '../cursor/move-cursor';
import { PlacedDrawing, ReadableChart } from '../cursor/readable-chart';
import { useChartSize } from '../drawing/chart-size';
import { drawGroupedWaits } from './grouped-drawing';
import { drawStackedWaits } from './stacked-drawing';
import { NATIONAL_WAIT_BANDS, type WaitDrawing, type WaitPicture, type WaitSeries } from './wait-data';
import { readWaits, waitSummary } from './wait-reading';

export interface WaitHistogramProps extends Freshness {
  series: readonly WaitSeries[];
  bands?: readonly string[];
  /** People, or their share of everybody waiting. */
  unit?: WaitPicture['unit'];
  /** Below the bands: `weeks waited so far, at week 52`. */
  axisName?: string;
  /** Height at the usual text size, in pixels; bars that lie down take what they need. */
  height?: number;
}

/** People still waiting by how long they have waited, options side by side, or by tier or group with an option in each row. */
export function WaitHistogram({
  series,
  bands = NATIONAL_WAIT_BANDS,
  unit = 'people',
  axisName = 'weeks waited so far',
  height = 220,
  partial,
  stale,
}: WaitHistogramProps) {
  const room = useRef<HTMLDivElement>(null);
  const { width, textScale } = useChartSize(room);
  const drawingId = useId().replace(/\W/g, '');
  const picture = useMemo<WaitPicture>(
    () => ({
      series,
      bands,
      unit,
      axisName,
      drawingId,
      partial,
      stale,
      size: { width, height: height * textScale, textScale },
    }),
    [series, bands, unit, axisName, drawingId, partial, stale, width, height, textScale],
  );
  const stacked = series.some((one) => (one.parts ?? []).length > 0);
  const drawing = useMemo(() => (stacked ? drawStackedWaits(picture) : drawGroupedWaits(picture)), [picture, stacked]);
  const grid = { columns: bands.length, rows: series.length, page: bands.length };

  return (
    <ReadableChart
      ref={room}
      summary={waitSummary(picture)}
      across="band of waits"
      upAndDown="option"
      grid={grid}
      width={width}
      height={drawing.height}
      fills={false}
      placeAt={(x, y) => cellAt(drawing, grid, x, y)}
      read={(place) => readWaits(picture, drawing, place)}
    >
      <PlacedDrawing svg={drawing.svg} />
    </ReadableChart>
  );
}

/** The bar whose room holds a point; between bars, the nearest. */
function cellAt(
  drawing: WaitDrawing,
  grid: { columns: number; rows: number },
  x: number,
  y: number,
): CursorPlace | null {
  let best: CursorPlace | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const { left, right, top, bottom } = drawing.cell(row, column);
      const away = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
      if (away < least) [best, least] = [{ row, column }, away];
    }
  }
  return best;
}
