import type { Estimate, Evidence } from '@/ipc/bindings';

/** A figure taken apart: its value or most likely value, its range if it has one, and its evidence. */
export interface Figure {
  likely: number;
  range: { low: number; high: number } | null;
  evidence: Evidence | null;
}

export function figureOf(estimate: Estimate): Figure {
  if (typeof estimate === 'number') return { likely: estimate, range: null, evidence: null };
  const evidence = estimate.evidence ?? null;
  if ('likely' in estimate && estimate.likely !== undefined) {
    return { likely: estimate.likely, range: { low: estimate.low, high: estimate.high }, evidence };
  }
  return { likely: (estimate as { value: number }).value, range: null, evidence };
}

/** The shortest form of a figure: a bare number where there is nothing more to say. */
export function estimateOf({ likely, range, evidence }: Figure): Estimate {
  if (range) return { low: range.low, likely, high: range.high, ...(evidence ? { evidence } : {}) };
  return evidence ? { value: likely, evidence } : likely;
}

/** The value, or the most likely one. */
export const likelyOf = (estimate: Estimate): number => figureOf(estimate).likely;

/**
 * The same figure with another value. A range keeps its low and high where the value stays inside, and is widened to
 * it where not; evidence stays with the figure until the person changes it.
 */
export function withLikely(estimate: Estimate, likely: number): Estimate {
  const { range, evidence } = figureOf(estimate);
  const widened = range && { low: Math.min(range.low, likely), high: Math.max(range.high, likely) };
  return estimateOf({ likely, range: widened, evidence });
}
