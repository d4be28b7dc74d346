import type { MoneyLine, MoneyOption, MoneyYear } from '@/ipc/bindings';
import type { ChartTable } from '@/shared/charts/chart-data';
import { formatSensible } from '@/shared/format';
import { accountParts, lineKinds, yearName } from './money-words';

/** Years of which each line is shown; of more, the total alone. Chosen. */
const yearsShown = 5;

/** A part of an account with its lines; those of the service end with what they come to. */
export interface AccountPart {
  name: string;
  lines: readonly MoneyLine[];
  isService: boolean;
}

/** The parts of an account that have any lines. */
export function partsOf({ lines }: MoneyOption): AccountPart[] {
  return accountParts
    .map(({ name, kinds, isService = false }) => ({
      name,
      isService,
      lines: lines.filter(({ kind }) => kinds.includes(kind)),
    }))
    .filter((part) => part.lines.length > 0);
}

/** The years that have a column of their own. */
export const yearsInSight = (years: readonly MoneyYear[]): readonly MoneyYear[] =>
  years.length > 1 && years.length <= yearsShown ? years : [];

/** How many there are: `4 WTE-years`, `1 WTE-year`; nothing where the line is money already. */
export function unitsWords({ unit, units }: MoneyLine): string {
  if (unit === '£') return '';
  const count = formatSensible(units.mean);
  return `${count} ${count === '1' ? unit.replace(/s$/, '') : unit}`.trim();
}

/** The account for a spreadsheet: unrounded, every year, with the range of each total. */
export function accountTable({ name, lines }: MoneyOption, years: readonly MoneyYear[]): ChartTable {
  const pounds = (label: string) => ({ label, kind: 'pounds' as const });
  return {
    caption: `The account of ${name}`,
    columns: [
      { label: 'kind', kind: 'text' },
      { label: 'for', kind: 'text' },
      { label: 'how many', kind: 'text' },
      { label: 'of what', kind: 'text' },
      ...years.map((year) => pounds(`in ${yearName(year)}`)),
      pounds('in all'),
      pounds('in all, 5 in 100 are below'),
      pounds('in all, 5 in 100 are above'),
      pounds('present value'),
    ],
    rows: lines.map((line) => {
      const priced = (value: number | null | undefined) => (line.valued ? (value ?? null) : null);
      return [
        lineKinds[line.kind],
        line.name,
        ...(line.unit === '£' ? [null, ''] : [line.units.mean, line.unit]),
        ...years.map((_, at) => priced(line.poundsByYear[at])),
        priced(line.pounds.mean),
        priced(line.pounds.p5),
        priced(line.pounds.p95),
        priced(line.presentValue.mean),
      ];
    }),
    rowHeaders: 2,
  };
}
