import type {
  NationalFigures,
  NationalOrganisation,
  NationalServices,
  NationalWorkbook,
  OrganisationLevel,
} from '@/ipc/bindings';
import type { FinderSection } from '@/shared/components/finder';
import { formatCount, formatMonth, formatNumber, formatPeople, formatPercent } from '@/shared/format';
import { lowerFirst } from '@/shared/format/words';
import { type ComparedList, type Comparison, sharesOf } from './national-shares';

/** Whom services are for. */
export type NationalAge = keyof Pick<NationalFigures, 'adults' | 'children'>;

export const ageWords: Record<NationalAge, string> = {
  adults: 'Adult services',
  children: 'Children and young people',
};

const levelWords: Record<OrganisationLevel, string> = {
  provider: 'Providers',
  system: 'Integrated care boards',
  region: 'Regions',
  england: 'England',
};

/** Names come in capitals: `BIRMINGHAM COMMUNITY HEALTHCARE NHS FOUNDATION TRUST`. */
export function organisationName(name: string): string {
  if (name !== name.toUpperCase()) return name;
  const small = new Set(['and', 'of', 'the', 'for', 'in', 'on', 'upon', 'with']);
  const kept = new Set(['nhs', 'icb', 'cic', 'uk', 'hcrg', 'mpft']);
  const word = (one: string, at: number) => {
    const lower = one.toLowerCase();
    if (kept.has(lower)) return one;
    if (at > 0 && small.has(lower)) return lower;
    return lower.charAt(0).toUpperCase() + lower.slice(1);
  };
  return name.split(' ').map(word).join(' ');
}

/** Organisations to find one among, providers first. */
export function organisationSections(organisations: readonly NationalOrganisation[]): FinderSection[] {
  return (['provider', 'system', 'region'] as const)
    .map((level) => ({
      id: level,
      name: levelWords[level],
      items: organisations
        .filter((one) => one.level === level)
        .map(({ number, name, code }) => ({ id: String(number), name: organisationName(name), value: code ?? '' })),
    }))
    .filter(({ items }) => items.length > 0);
}

/** What was read, in a sentence. */
export function workbookWords({ month, tables, organisations, problemCount }: NationalWorkbook): string {
  const when = month ? `${formatMonth(month)}: ` : '';
  const read = `${formatCount(tables.length, 'table was', 'tables were')} read, with ${formatCount(organisations.length, 'organisation')}`;
  const left = problemCount > 0 ? `; ${formatCount(problemCount, 'thing was', 'things were')} not understood` : '';
  return `${when}${read}${left}.`;
}

/** Service lines to choose among, all of them first. */
export function lineOptions(services: NationalServices): { id: string; label: string }[] {
  return [
    { id: allLines, label: 'All of them together' },
    ...services.lines.map(({ name, counts }) => ({
      id: name,
      label: counts.total === null ? name : `${name} (${formatNumber(counts.total, 0)})`,
    })),
  ];
}

/** Stands for all service lines. */
export const allLines = 'all services';

/** The finding over the chart: who waits over a year, or where hardly anybody does, within 18 weeks. */
export function comparisonTitle({ lists }: Comparison): string {
  const known = lists.filter(({ known: people }) => people > 0);
  if (known.length === 0) return 'Nothing is known of how long people wait';
  const most = Math.max(...known.map((list) => sharesOf(list).over52 ?? 0));
  const [words, share] =
    most >= 1
      ? (['Waited over 52 weeks', (list: ComparedList) => sharesOf(list).over52] as const)
      : (['Waited 18 weeks at most', (list: ComparedList) => sharesOf(list).within18] as const);
  const named = ({ name }: ComparedList) => (name.startsWith('Here ') ? lowerFirst(name) : name);
  const parts = known.map((list) => `${percentWords(share(list))} ${named(list)}`);
  return `${words}: ${parts.join('; ')}`;
}

/** Each list in a sentence. */
export function listSentence(list: ComparedList): string {
  const { name, total, known, isSimulated } = list;
  const { within18, over52 } = sharesOf(list);
  const everybody = total ?? known;
  if (known === 0) {
    const waiting = total === null ? 'no figures' : `${formatPeople(total)} waiting`;
    return `${name}: ${waiting}; how long they have waited is not known.`;
  }
  const mean = isSimulated ? ' on average over the simulated futures' : '';
  const apart = total !== null && Math.abs(total - known) >= 0.5 && !isSimulated;
  const of = apart ? ` (the bands hold ${formatNumber(known, 0)} of them; shares are of those)` : '';
  return `${name}: ${formatPeople(everybody)} waiting${mean}${of}, ${percentWords(within18)} of them 18 weeks at most, ${percentWords(over52)} over 52 weeks.`;
}

const percentWords = (percent: number | null) => formatPercent(percent === null ? null : percent / 100);

/** What must be known before anything is made of the comparison. */
export const caveats: readonly string[] = [
  'National figures are management information, hardly validated. Their clock runs from referral to first contact: waits inside a pathway are not in them.',
  'Blank and suppressed cells are not known, which is not nought. Lists of different months are never added up.',
];
