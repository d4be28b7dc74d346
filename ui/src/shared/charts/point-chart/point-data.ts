import type { ChartTable, OptionIdentity, Unit } from '../chart-data';

/** A place on the chart: a figure against another. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  /** The interval of `y`, drawn as a whisker. */
  readonly low?: number | null;
  readonly high?: number | null;
  /** Where it is, as the head of its card: `£466,000 a year`. */
  readonly title: string;
  /** What it says, in a sentence. */
  readonly words: string;
}

/** Points of one option, joined in their order. */
export interface PointSeries extends OptionIdentity {
  readonly points: readonly ChartPoint[];
}

/** What an axis counts. */
export interface PointAxis {
  /** Named once at the axis: `cost a year`. */
  readonly name: string;
  readonly unit: Unit;
  /** Doublings lie at equal distances. */
  readonly isDoubling?: boolean;
  /** From nothing, or from the lowest figure. */
  readonly from?: 'zero' | 'data';
}

/** A place that is marked and named on the drawing. */
export interface MarkedPoint {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** A level that is to be kept to. */
export interface PointLine {
  readonly y: number;
  readonly name: string;
}

/** The numbers of a chart of points: a row for each. */
export function pointTable(caption: string, series: readonly PointSeries[], x: PointAxis, y: PointAxis): ChartTable {
  return {
    caption,
    columns: [
      { label: 'option', kind: 'text' },
      { label: x.name, kind: x.unit },
      { label: y.name, kind: y.unit },
    ],
    rows: series.flatMap(({ name, points }) => points.map((point) => [name, point.x, point.y])),
    rowHeaders: 2,
  };
}
