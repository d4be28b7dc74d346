import type { HorizonMeasure, WeeklyMeasure } from '@/document/measures';
import type { BandColumns, BandFigures, Headline, OptionResults, ScopeName } from '@/ipc/bindings';
import { type BandSeries, figureAt, type OptionIdentity, type Spread } from '@/shared/charts/chart-data';
import type { OptionOutcome } from './outcomes';

/** Whom or what a figure is about. */
export interface Scope {
  kind: 'service' | 'tier' | 'group' | 'step' | 'role';
  id: string | null;
}

export const wholeService: Scope = { kind: 'service', id: null };

const isAbout = (scope: ScopeName, { kind, id }: Scope) => scope.kind === kind && scope.id === id;

/** Measures that are known week by week by a number in their name as well. */
type WeeklyName = WeeklyMeasure | `nationalBand${number}`;

/** A weekly measure of an option; none where there is no such column. */
export function weeklyBands(results: OptionResults, measure: WeeklyName, scope: Scope): BandColumns | null {
  return results.weekly.find((series) => series.measure === measure && isAbout(series.scope, scope))?.bands ?? null;
}

/** A figure over the whole time simulated. */
export function horizonBand(results: OptionResults, measure: HorizonMeasure, scope: Scope): BandFigures | null {
  return results.horizon.find((figure) => figure.measure === measure && isAbout(figure.scope, scope))?.band ?? null;
}

export const noSpread: Spread = { median: null, p5: null, p95: null };

/** How a weekly figure spreads at the end of a week. */
export function spreadAt(bands: BandColumns | null, week: number): Spread {
  if (!bands) return noSpread;
  return { median: figureAt(bands.p50, week), p5: figureAt(bands.p5, week), p95: figureAt(bands.p95, week) };
}

export function spreadOf(band: BandFigures | null): Spread {
  return band ? { median: band.p50, p5: band.p5, p95: band.p95 } : noSpread;
}

/** A figure of an option, as it moves week by week. */
export function bandSeries({ id, name, colourIndex }: OptionIdentity, bands: BandColumns): BandSeries {
  const { p50: median, p5, p25, p75, p95 } = bands;
  return { id, name, colourIndex, median, p5, p25, p75, p95 };
}

/** Measures whose bands are there while a run is under way. */
export type HeadlineMeasure = 'waitingList' | 'longestWait' | 'openReferrals';

/** The bands of the run under way as far as it has come, else those of the latest results. */
export function latestSeries(
  outcomes: readonly OptionOutcome[],
  headlines: readonly Headline[],
  measure: HeadlineMeasure,
): BandSeries[] {
  return outcomes.flatMap((outcome) => {
    const headline = headlines.find(({ optionId }) => optionId === outcome.id);
    const bands = headline?.[measure] ?? (outcome.results && weeklyBands(outcome.results, measure, wholeService));
    return bands ? [bandSeries(outcome, bands)] : [];
  });
}

/** The last week that the results reach. */
export function lastWeekOf(outcomes: readonly OptionOutcome[]): number {
  const lengths = outcomes.map(({ results }) => (results?.weekly[0]?.bands.p50.length ?? 1) - 1);
  return Math.max(0, ...lengths);
}

/** Weeks that the figures over the whole time are counted over: those simulated, less the warm-up. */
export function weeksCounted(results: OptionResults, { warmUpWeeks }: { warmUpWeeks: number }): number {
  return Math.max(1, (results.weekly[0]?.bands.p50.length ?? 1) - 1 - warmUpWeeks);
}

/** A total as so much a week. */
export function perWeek({ median, p5, p95 }: Spread, weeks: number): Spread {
  const rate = (total: number | null) => (total === null ? null : total / weeks);
  return { median: rate(median), p5: rate(p5), p95: rate(p95) };
}
