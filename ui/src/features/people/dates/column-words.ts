import type { ColumnFound, ColumnKind, ReferralDates } from '@/ipc/bindings';
import { formatCount } from '@/shared/format';

const kindWords: Record<ColumnKind, string> = {
  referralDates: 'referral dates',
  dates: 'other dates',
  birthDates: 'dates of birth',
  nhsNumbers: 'NHS numbers',
  names: 'names',
  postcodes: 'postcodes',
  other: 'something else',
};

/** Columns that may tell who a person is. */
const personal: readonly ColumnKind[] = ['birthDates', 'nhsNumbers', 'names', 'postcodes'];

export const isPersonal = ({ kind }: ColumnFound): boolean => personal.includes(kind);

/** `Column 2: NHS numbers, ignored`. */
export function columnWords({ number, kind }: ColumnFound, readColumn: number | null): string {
  const what = number === readColumn ? 'referral dates, read' : `${kindWords[kind]}, ignored`;
  return `Column ${number}: ${what}`;
}

/** What came of a list, in a sentence. */
export function readingWords({ accepted, refusedLines, column }: ReferralDates): string {
  if (column === null) return 'No column of referral dates was found.';
  const read = formatCount(accepted.length, 'person was read', 'people were read');
  if (refusedLines === 0) return `${read}; every line has a date.`;
  return `${read}; ${formatCount(refusedLines, 'line was', 'lines were')} refused.`;
}
