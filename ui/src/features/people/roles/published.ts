import type { Estimate, EvidenceLabel } from '@/ipc/bindings';
import { formatMoney } from '@/shared/format';

/**
 * The published figures offered beside the fields of a role, each with the source that it is put into a document
 * with. This is the one place where they are written down.
 */

/** A figure to be had at one press. */
export interface PublishedFigure {
  id: string;
  /** What the menu says: "London, 19.2%". */
  label: string;
  value: number;
  /** The source in a few words, under the label. */
  brief: string;
  evidence: { label: EvidenceLabel; source: string; reason: string | null };
}

/** The figure as the document holds it. */
export function asEstimate({ value, evidence }: PublishedFigure): Estimate {
  return { value, evidence: { ...evidence, date: null, owner: null, confidence: null } };
}

const actionPlan = 'RCOT, Occupational therapy workforce strategy action plan, England 2024-2027';

const vacancyByRegion: readonly (readonly [id: string, region: string, percent: number])[] = [
  ['england', 'England', 11.4],
  ['east-of-england', 'East of England', 15.4],
  ['london', 'London', 19.2],
  ['midlands', 'Midlands', 8.9],
  ['north-east-and-yorkshire', 'North East and Yorkshire', 6.9],
  ['north-west', 'North West', 7.4],
  ['south-east', 'South East', 13.3],
  ['south-west', 'South West', 8.3],
];

/** Share of occupational therapy posts vacant in the NHS, by region [%]. */
export const vacancyFigures: readonly PublishedFigure[] = vacancyByRegion.map(([id, region, value]) => ({
  id,
  label: `${region}, ${value}%`,
  value,
  brief: 'RCOT workforce action plan, March 2024',
  evidence: {
    label: 'published',
    source: `${actionPlan}, vacancy rates by region, March 2024`,
    reason: `Occupational therapists, NHS, ${region}`,
  },
}));

const leaverRates: readonly (readonly [id: string, whose: string, percent: number])[] = [
  ['england', 'Occupational therapists, England', 8],
  ['south-east', 'Occupational therapists, South East', 9.4],
  ['london', 'Occupational therapists, London', 10],
  ['other-professions', 'Other allied health professions, England', 6.9],
];

/** Share of staff who leave in a year [%]. */
export const leaverFigures: readonly PublishedFigure[] = leaverRates.map(([id, whose, value]) => ({
  id,
  label: `${whose}, ${value}% a year`,
  value,
  brief: 'RCOT workforce action plan 2024-2027',
  evidence: { label: 'published', source: `${actionPlan}, leaver rates`, reason: whose },
}));

const leaveByService: readonly (readonly [years: string, days: number])[] = [
  ['On appointment', 27],
  ['After 5 years', 29],
  ['After 10 years', 33],
];

/** Annual leave besides the bank holidays [days a year]. */
export const leaveFigures: readonly PublishedFigure[] = leaveByService.map(([years, value]) => ({
  id: String(value),
  label: `${years}, ${value} days`,
  value,
  brief: 'NHS terms and conditions of service',
  evidence: {
    label: 'published',
    source: 'NHS terms and conditions of service handbook, section 13',
    reason: `Agenda for Change, ${years.toLowerCase()}`,
  },
}));

/** Working time lost to sickness [%]. */
export const sicknessFigures: readonly PublishedFigure[] = (
  [
    [2019, 4.3],
    [2022, 5.6],
  ] as const
).map(([year, value]) => ({
  id: String(year),
  label: `NHS ${year}, ${value}%`,
  brief: 'Nuffield Trust',
  value,
  evidence: {
    label: 'published',
    source: `Nuffield Trust, All is not well, figure for ${year}`,
    reason: null,
  },
}));

const costByBand: readonly (readonly [band: string, pounds: number])[] = [
  ['3', 35_118],
  ['4', 39_372],
  ['5', 47_166],
  ['6', 58_592],
  ['7', 70_604],
  ['8a', 81_637],
];

/** Yearly cost of a whole post with on-costs, by Agenda for Change band [£]. */
export const costFigures: readonly PublishedFigure[] = costByBand.map(([band, value]) => ({
  id: band,
  label: `Band ${band}, ${formatMoney(value)}`,
  brief: 'Worked out from Agenda for Change 2025/26',
  value,
  evidence: {
    label: 'derived',
    source: 'Agenda for Change pay scales 2025/26; NHS Employers, employer contributions April 2024',
    reason:
      "Mean of the lowest and the highest pay point of the band, plus employer National Insurance, the apprenticeship levy and the full 23.7% employer pension contribution (a trust's own books show 14.38%)",
  },
}));
