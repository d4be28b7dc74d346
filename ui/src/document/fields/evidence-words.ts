import type { Confidence, Estimate, Evidence, EvidenceLabel } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format/numbers';
import { figureOf } from '../estimate';

/** What stands behind a figure, as people say it. */
export const evidenceLabels: Record<EvidenceLabel, { label: string; description: string }> = {
  published: { label: 'Published', description: 'Printed in a source that can be found' },
  derived: { label: 'Worked out', description: 'Arithmetic from published figures' },
  measured: { label: 'Measured here', description: 'Counted by the service itself' },
  assumed: { label: 'Assumed', description: 'To be replaced by a local figure' },
  fromMemory: { label: 'From memory', description: 'To be checked before anybody relies on it' },
};

export const confidenceLabels: Record<Confidence, string> = {
  high: 'Sure',
  medium: 'Fairly sure',
  low: 'Not sure',
};

/** How a value is written: `£38,000`, `90 min`, `12%`. */
export interface ValueUnit {
  /** As it follows the number, with its space: ` min`, `%`. */
  unit?: string | undefined;
  prefix?: string | undefined;
}

export function valueWords(value: number, { unit = '', prefix = '' }: ValueUnit): string {
  return `${prefix}${formatNumber(value, 4)}${unit}`;
}

/** A figure's range and source in a line, or nothing when it has neither: `Assumed, local diary week. 60 to 120 min`. */
export function figureNote(estimate: Estimate, unit: ValueUnit): string | null {
  const { range, evidence } = figureOf(estimate);
  const from = evidence && sourceWords(evidence);
  const between = range && `${unit.prefix ?? ''}${formatNumber(range.low, 4)} to ${valueWords(range.high, unit)}`;
  return [from, between && `From ${between}`].filter(Boolean).join('. ') || null;
}

/** `Published: Smith and others 2012`. */
export function sourceWords({ label, source }: Evidence): string {
  const kind = evidenceLabels[label].label;
  return source ? `${kind}: ${source.replace(/\.$/, '')}` : `${kind}, no source named`;
}
