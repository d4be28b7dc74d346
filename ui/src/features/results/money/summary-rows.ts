import type { Band, MoneyOption, MoneyReport } from '@/ipc/bindings';
import type { ChartTable, OptionIdentity } from '@/shared/charts/chart-data';
import { isSomething, type Wording, yearWords } from './money-words';

/** One figure under every option. */
export interface SummaryRow {
  name: string;
  /** What it counts, where no sign at the figure says so. */
  unit: string;
  wording: Wording;
  /** An entry for each option; none where the option has no such figure. */
  bands: readonly (Band | null)[];
  /** A part of the figure above it. */
  isPart?: boolean;
  /** What everything comes to. */
  isTotal?: boolean;
}

/** The figures of an appraisal; those that are nought everywhere are left out. */
export function summaryRows({ options, years }: MoneyReport): SummaryRow[] {
  const row = (name: string, of: (option: MoneyOption) => Band | null, more: Partial<SummaryRow> = {}): SummaryRow => ({
    name,
    unit: '',
    wording: 'pounds',
    bands: options.map(of),
    ...more,
  });
  const byYear = years.map((year, at) =>
    row(`in ${yearWords(year)}`, ({ serviceCostByYear }) => serviceCostByYear[at] ?? null, { isPart: true }),
  );
  const number = (unit: string): Partial<SummaryRow> => ({ unit, wording: 'number' });
  const rows = [
    row('Cost of the service', ({ serviceCost }) => serviceCost),
    ...(years.length > 1 ? byYear : []),
    row('Completed', ({ completed }) => completed, number('people')),
    row('Cost for each person completed', ({ costPerCompleted }) => costPerCompleted),
    row('Present value of costs, others’ included', ({ presentCosts }) => presentCosts),
    row('Present value of benefits', ({ presentBenefits }) => presentBenefits),
    row('Present value of health', ({ presentHealth }) => presentHealth),
    row('Net present value', ({ netPresentValue }) => netPresentValue, { isTotal: true }),
    row('Health gained', (option) => option.qualityAdjustedLifeYears, number('quality-adjusted life years')),
    row('Staff travel', ({ miles }) => miles, number('miles')),
    row('Footprint of staff travel', ({ kgCo2e }) => kgCo2e, number('kg CO2e')),
  ];
  return rows.filter(({ bands, isTotal }) => isTotal || bands.some((band) => band !== null && isSomething(band)));
}

/** The same for a spreadsheet: unrounded. */
export function summaryTable(report: MoneyReport, options: readonly OptionIdentity[]): ChartTable {
  const figures = ['mean', '5 in 100 are below', '5 in 100 are above'];
  return {
    caption: 'What the options cost and what they are worth',
    columns: [
      { label: 'figure', kind: 'text' },
      { label: 'unit', kind: 'text' },
      ...options.flatMap(({ name }) => figures.map((label) => ({ label, group: name, kind: 'text' as const }))),
    ],
    rows: summaryRows(report).map(({ name, unit, wording, bands }) => [
      name,
      wording === 'pounds' ? '£' : unit,
      ...bands.flatMap((band) => [band?.mean ?? null, band?.p5 ?? null, band?.p95 ?? null]),
    ]),
    rowHeaders: 2,
  };
}
