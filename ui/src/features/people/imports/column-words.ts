import type { ColumnFound, ColumnKind, ListMapping, ReferralList, Refusal } from '@/ipc/bindings';
import { formatCount } from '@/shared/format';

const kindWords: Record<ColumnKind, string> = {
  referralDates: 'referral dates',
  dates: 'other dates',
  birthDates: 'dates of birth',
  nhsNumbers: 'NHS numbers',
  recordNumbers: 'record numbers',
  names: 'names',
  postcodes: 'postcodes',
  contactDetails: 'addresses or telephone numbers',
  other: 'something else',
};

/** `Column 2`, or what its heading says. */
export const columnName = ({ number, heading }: ColumnFound): string => heading ?? `Column ${number}`;

/** `Column 2: NHS numbers, ignored`. */
export function columnWords(column: ColumnFound, mapping: ListMapping): string {
  const use = readFor(column, mapping);
  const { heading, kind } = column;
  const known = use ?? (heading !== null && kind === 'other' ? 'ignored' : `${kindWords[kind]}, ignored`);
  return `${columnName(column)}: ${known}`;
}

/** What a column is read for; none: it is not read. */
export function readFor({ number }: ColumnFound, mapping: ListMapping): string | null {
  if (number === mapping.referral) return 'referral dates, read';
  if (number === mapping.ended) return 'who has left the list, read';
  if (number === mapping.group) return 'groups, read';
  if (number === mapping.urgency) return 'urgency, read';
  return null;
}

/** What came of a list, in a sentence. */
export function readingWords({ accepted, refusedLines, mapping }: ReferralList): string {
  if (mapping.referral === null) return 'No column of referral dates was found.';
  const read = formatCount(accepted.length, 'person was read', 'people were read');
  if (refusedLines === 0) return `${read}; every line has a date.`;
  return `${read}; ${formatCount(refusedLines, 'line was', 'lines were')} refused.`;
}

const refusals: Record<Refusal, string> = {
  noDate: 'without a date',
  notADate: 'with something that is not a date',
  noSuchDay: 'with a day that does not exist',
  future: 'after the start date',
  tooLongAgo: 'too long ago',
  ended: 'already ended',
  twice: 'on the list twice',
};

/** `3 without a date, 1 on the list twice`. */
export const refusedWords = ({ refusedBy }: ReferralList): string =>
  refusedBy.map(({ reason, lines }) => `${lines} ${refusals[reason]}`).join(', ');
