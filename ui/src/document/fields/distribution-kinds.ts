import type { Distribution, Estimate } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format/numbers';
import { likelyOf } from '../estimate';
import { type ValueUnit, valueWords } from './evidence-words';

export type DistributionKind = Distribution['kind'];
export type DistributionOf<Kind extends DistributionKind> = Extract<Distribution, { kind: Kind }>;

/** What a kind is called, and what it says of the people it is about. */
export const distributionKinds: Record<DistributionKind, { label: string; description: string }> = {
  fixed: { label: 'Always the same', description: 'Everybody alike' },
  pert: { label: 'Low, likely and high', description: 'Smooth between three points (PERT)' },
  triangular: {
    label: 'Low, likely and high, straight',
    description: 'Straight lines between three points (triangular)',
  },
  uniform: { label: 'Anything between two', description: 'Every value equally likely (uniform)' },
  lognormal: { label: 'A long tail', description: 'The usual shape of durations (lognormal)' },
  gamma: { label: 'A shorter tail', description: 'Between a bell and a long tail (gamma)' },
  normal: { label: 'A bell curve', description: 'Alike on both sides of the mean (normal)' },
  exponential: { label: 'Many short, a few long', description: 'Known by its mean alone (exponential)' },
  weibull: { label: 'By shape and mean', description: 'Weibull' },
  mixture: { label: 'Different for some people', description: 'Each share of people has its own (mixture)' },
  counted: { label: 'Values counted here', description: 'Each as likely as another' },
};

/** A figure of a distribution that a field can change. */
export interface Parameter {
  field: string;
  label: string;
  /** A number without the unit of the whole, as a shape is. */
  isBare?: boolean;
  isOptional?: boolean;
}

const spread: readonly Parameter[] = [
  { field: 'mean', label: 'Mean' },
  { field: 'sd', label: 'Standard deviation' },
  { field: 'atLeast', label: 'At least', isOptional: true },
  { field: 'atMost', label: 'At most', isOptional: true },
];
const threePoints: readonly Parameter[] = [
  { field: 'low', label: 'Lowest' },
  { field: 'likely', label: 'Most likely' },
  { field: 'high', label: 'Highest' },
];

/** The figures of each kind, in the order in which they are read. Mixtures and counted values have lists instead. */
export const parametersOf: Record<DistributionKind, readonly Parameter[]> = {
  fixed: [{ field: 'value', label: 'Value' }],
  pert: threePoints,
  triangular: threePoints,
  uniform: [
    { field: 'low', label: 'Lowest' },
    { field: 'high', label: 'Highest' },
  ],
  lognormal: spread,
  gamma: spread,
  normal: spread,
  exponential: [{ field: 'mean', label: 'Mean' }],
  weibull: [
    { field: 'shape', label: 'Shape', isBare: true },
    { field: 'mean', label: 'Mean' },
  ],
  mixture: [],
  counted: [],
};

/** The figure that stands for the whole in a sentence; none for a mixture and for counted values. */
export const headlineField: Record<DistributionKind, string | null> = {
  fixed: 'value',
  pert: 'likely',
  triangular: 'likely',
  uniform: null,
  lognormal: 'mean',
  gamma: 'mean',
  normal: 'mean',
  exponential: 'mean',
  weibull: 'mean',
  mixture: null,
  counted: null,
};

/** A figure of a distribution by its name, as far as it has one. */
export function parameterOf(distribution: Distribution, field: string): Estimate | null {
  const figure = (distribution as unknown as Record<string, Estimate | null | undefined>)[field];
  return figure ?? null;
}

/** The same distribution with another value of one figure. */
export function withParameter(distribution: Distribution, field: string, figure: Estimate | null): Distribution {
  return { ...distribution, [field]: figure } as Distribution;
}

/** How far either side of its middle a new spread goes, as a share of it. Chosen: a start to be changed. */
const newSpreadShare = 0.4;

/** A distribution of another kind with about the same middle: where its figures start. */
export function asKind(distribution: Distribution, kind: DistributionKind): Distribution {
  if (distribution.kind === kind) return distribution;
  const middle = middleOf(distribution);
  const centre = middle === null ? 1 : likelyOf(middle);
  const mean = middle ?? centre;
  const low = rounded(centre * (1 - newSpreadShare));
  const high = rounded(centre * (1 + newSpreadShare));
  const sd = rounded(centre * newSpreadShare);
  switch (kind) {
    case 'fixed':
      return { kind, value: mean };
    case 'exponential':
      return { kind, mean };
    case 'uniform':
      return { kind, low, high };
    case 'triangular':
    case 'pert':
      return { kind, low, likely: mean, high };
    case 'normal':
    case 'lognormal':
    case 'gamma':
      return { kind, mean, sd, atLeast: null, atMost: null };
    case 'weibull':
      return { kind, shape: 1.5, mean };
    case 'mixture':
      return {
        kind,
        parts: [
          { percent: 50, of: distribution },
          { percent: 50, of: { kind: 'fixed', value: mean } },
        ],
      };
    case 'counted':
      return { kind, values: [centre] };
  }
}

function middleOf(distribution: Distribution): Estimate | null {
  const headline = headlineField[distribution.kind];
  if (headline) return parameterOf(distribution, headline);
  if (distribution.kind === 'uniform') return rounded((likelyOf(distribution.low) + likelyOf(distribution.high)) / 2);
  if (distribution.kind === 'counted') return distribution.values[Math.floor(distribution.values.length / 2)] ?? null;
  const first = distribution.kind === 'mixture' ? distribution.parts[0] : undefined;
  return first ? middleOf(first.of) : null;
}

/** To two decimals, so that no dust of arithmetic reaches a field. */
const rounded = (value: number) => Math.round(value * 100) / 100;

/** How a distribution spreads, in a few words after its headline figure; none when it is always the same. */
export function spreadWords(distribution: Distribution, unit: ValueUnit): string | null {
  const number = (estimate: Estimate) => formatNumber(likelyOf(estimate), 2);
  switch (distribution.kind) {
    case 'fixed':
      return null;
    case 'exponential':
      return 'on average, many shorter and a few longer';
    case 'uniform':
      return `between ${number(distribution.low)} and ${valueWords(likelyOf(distribution.high), unit)}`;
    case 'triangular':
    case 'pert':
      return `most often, from ${number(distribution.low)} to ${number(distribution.high)}`;
    case 'normal':
    case 'lognormal':
    case 'gamma':
      return `on average, give or take ${number(distribution.sd)}`;
    case 'weibull':
      return `on average, shape ${number(distribution.shape)}`;
    case 'mixture':
      return `different for each of ${distribution.parts.length} shares of people`;
    case 'counted':
      return `as in ${distribution.values.length === 1 ? 'one counted value' : `${formatNumber(distribution.values.length, 0)} counted values`}`;
  }
}

/** Reads counted values as people paste them: numbers with anything but digits and points between them. */
export function readValues(text: string): number[] | null {
  const parts = text.split(/[\s;,]+/).filter(Boolean);
  const values = parts.map(Number);
  return values.length > 0 && values.every(Number.isFinite) ? values : null;
}
