/**
 * What the charts draw: plain data, no drawing and no words.
 *
 * A missing figure (nothing was there to measure) is `null` or NaN; charts leave a gap and say so, and never draw it as 0.
 */

/**
 * What a figure counts, which decides its words and rounding. Percentages run from 0 to 100; a plain figure's unit is said in
 * its name.
 */
export type Unit = 'plain' | 'people' | 'weeks' | 'percent' | 'hours' | 'pounds';

/** A column of figures, one for each week or band. */
export type Figures = readonly (number | null)[];

/** An option keeps one name, one colour and one dash pattern wherever it is drawn. */
export interface OptionIdentity {
  readonly id: string;
  readonly name: string;
  /** Place in the option palette, from 0; also decides dash pattern and bar texture. */
  readonly colourIndex: number;
  /** What something else is held against: drawn as a dashed grey outline, behind it. */
  readonly isGhost?: boolean;
}

/** How a figure spreads over simulated futures, week by week. */
export interface BandSeries extends OptionIdentity {
  readonly median: Figures;
  readonly p5: Figures;
  readonly p25: Figures;
  readonly p75: Figures;
  readonly p95: Figures;
}

/** How one figure spreads over simulated futures. */
export interface Spread {
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
}

/** A line to be met, drawn across the chart and named. */
export interface TargetLine {
  readonly id: string;
  /** "nobody over 52 weeks" */
  readonly name: string;
  readonly value: number;
  /** Week by which it should be met; a tick marks it. */
  readonly byWeek?: number;
}

/** What was counted in real life, drawn as points over the bands. */
export interface ActualPoints {
  /** "Published" */
  readonly name: string;
  readonly points: readonly { readonly week: number; readonly value: number }[];
}

/** The weeks of a chart and the dates on which they end. */
export interface WeekSpan {
  /** Date of week 0, as `2026-01-05`. */
  readonly startDate: string;
  /** Week of the first figure in each column. */
  readonly firstWeek: number;
  /** Figures in each column. */
  readonly count: number;
}

/** Whether what is drawn can be relied on; both are said in words on the drawing itself, so that a copied image says it too. */
export interface Freshness {
  /** The run is still going on; bands will sharpen. */
  readonly partial?: boolean;
  /** An input has changed since the run. */
  readonly stale?: boolean;
}

/** The column of a chart's table. */
export interface TableColumn {
  readonly label: string;
  /** Heading over neighbouring columns with the same group: the option's name. */
  readonly group?: string;
  readonly kind: 'text' | 'date' | Unit;
}

/** A cell of a chart's table: text, an ISO date, a number, or nothing measured. */
export type TableCell = string | number | null;

/** The numbers of a chart, for reading and for a spreadsheet. */
export interface ChartTable {
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** How many columns at the left name the row. */
  readonly rowHeaders: number;
}

/** Whether a figure was measured. */
export function isMeasured(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** The figure at a place in a column, null where nothing was measured. */
export function figureAt(column: Figures, index: number): number | null {
  const value = column[index];
  return isMeasured(value) ? value : null;
}
