import {
  type ActualPoints,
  type BandSeries,
  type Freshness,
  figureAt,
  type TargetLine,
  type Unit,
  type WeekSpan,
} from '../chart-data';
import type { ChartSize } from '../drawing/chart-size';
import { type Lettering, lettering } from '../drawing/lettering';
import { textWidth } from '../drawing/text-width';
import { type ValueAxis, valueAxis } from '../drawing/value-axis';
import { axisNumber, unitName } from '../words';
import { type EndLabels, endLabels, legendHeight } from './end-labels';

/** Everything the drawing of bands depends on. */
export interface BandPicture extends Freshness {
  readonly series: readonly BandSeries[];
  readonly span: WeekSpan;
  readonly unit: Unit;
  readonly targets: readonly TargetLine[];
  readonly actual: ActualPoints | undefined;
  readonly valuesFrom: 'zero' | 'data';
  readonly reaches?: number | undefined;
  /** What a band is: where simulated futures lie, or the 95% interval of a share of them. */
  readonly bandsAre?: 'futures' | 'interval';
  readonly size: ChartSize;
}

/** Where things go on the drawing, in pixels. */
export interface BandFrame {
  readonly letters: Lettering;
  readonly axis: ValueAxis;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Named at the ends of their lines; null where there is no room and a legend below names them. */
  readonly ends: EndLabels | null;
}

/** Below this width names at the ends of lines would leave too little of the lines. */
const NARROWEST_WITH_ENDS = 460;

export function bandFrame(picture: BandPicture): BandFrame {
  const { size, series, unit } = picture;
  const letters = lettering(size.textScale);
  const foot = letters.line * 2 + 8;
  const top = letters.line + 10;
  const axis = valueAxis(valuesCovered(picture), size.height - foot - top);
  const widest = Math.max(...axis.ticks.map((tick) => textWidth(axisNumber(tick, unit), letters.small)));
  const left = Math.max(
    widest + 10,
    textWidth('30 Sep 2026', letters.small) / 2,
    textWidth(unitName(unit), letters.small) / 2,
  );

  const plain: BandFrame = {
    letters,
    axis,
    width: size.width,
    height: size.height,
    left,
    right: size.width - textWidth('30 Sep 2026', letters.small) / 2,
    top,
    bottom: size.height - foot,
    ends: null,
  };
  if (size.width >= NARROWEST_WITH_ENDS * size.textScale) {
    const ends = endLabels(series, unit, plain);
    if (ends !== null) return { ...plain, ends, right: size.width - ends.room };
  }
  return { ...plain, bottom: plain.bottom - legendHeight(series, letters) };
}

/** From nothing, or from the lowest figure, to the highest: bands, targets and counted points alike. */
function valuesCovered({ series, span, targets, actual, valuesFrom, reaches, unit }: BandPicture) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  const cover = (value: number | null) => {
    if (value === null) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const one of series) {
    for (let index = 0; index < span.count; index += 1) {
      for (const column of [one.p5, one.median, one.p95]) cover(figureAt(column, index));
    }
  }
  for (const target of targets) cover(target.value);
  for (const point of actual?.points ?? []) cover(point.value);
  if (valuesFrom === 'zero') cover(0);
  if (reaches !== undefined && Number.isFinite(low)) cover(reaches);
  return Number.isFinite(low) ? { low, high, smallestStep: smallestStep(unit) } : { low: 0, high: 1, smallestStep: 1 };
}

/** People are counted in ones; anything else may be shared. */
function smallestStep(unit: Unit): number {
  return unit === 'people' ? 1 : 0.1;
}

/** Pixels up and across for a week and a value, as the drawing has them. */
export function placesOn(frame: BandFrame, span: WeekSpan) {
  const perWeek = (frame.right - frame.left) / Math.max(span.count - 1, 1);
  const perValue = (frame.bottom - frame.top) / (frame.axis.to - frame.axis.from);
  return {
    x: (week: number) => frame.left + (week - span.firstWeek) * perWeek,
    y: (value: number) => frame.bottom - (value - frame.axis.from) * perValue,
    /** The place in the columns nearest to a point across. */
    indexAt: (x: number) => Math.min(Math.max(Math.round((x - frame.left) / perWeek), 0), span.count - 1),
  };
}

export type Places = ReturnType<typeof placesOn>;
