import type { Figures, Freshness, OptionIdentity, Spread } from '../chart-data';
import type { ChartSize } from '../drawing/chart-size';

/**
 * Weeks waited so far, as the national statistics group them.
 *
 * Source: NHS England, Community Health Services waiting lists. The engine counts people into them
 * (`NATIONAL_BANDS` in pathloom-simulation); here are only the names on the axis.
 */
export const NATIONAL_WAIT_BANDS = ['0-1', '1-2', '2-4', '4-12', '12-18', '18-52', '52-104', '104+'] as const;

/** A tier keeps the tier palette; a client group has a number, which decides its texture. */
export type PartTone = 'universal' | 'targeted' | 'individualised' | 'none' | number;

/** People of one tier or group in each band. */
export interface WaitPart {
  readonly id: string;
  readonly name: string;
  readonly tone: PartTone;
  readonly people: Figures;
}

/** People still waiting under one option, by how long they have waited. */
export interface WaitSeries extends OptionIdentity {
  /** One for each band. */
  readonly people: readonly Spread[];
  /** The same people by tier or by group; drawn one on top of the other, an option in each row. */
  readonly parts?: readonly WaitPart[];
}

/** Everything the drawing of waits depends on. */
export interface WaitPicture extends Freshness {
  readonly series: readonly WaitSeries[];
  readonly bands: readonly string[];
  /** People, or their share of everybody waiting. */
  readonly unit: 'people' | 'percent';
  /** Said below the bands: `weeks waited so far, at week 52`. */
  readonly axisName: string;
  /** Unlike any other chart's on the page: textures are found by it. */
  readonly drawingId: string;
  readonly size: ChartSize;
}

/** A finished drawing of waits, and the place of each band of each option on it. */
export interface WaitDrawing {
  readonly svg: SVGSVGElement;
  readonly height: number;
  /** The rectangle that belongs to a band of an option. */
  readonly cell: (row: number, column: number) => { left: number; right: number; top: number; bottom: number };
}
