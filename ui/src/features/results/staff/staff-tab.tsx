import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { useDocument } from '@/document/document';
import { type HorizonMeasure, horizonMeasures } from '@/document/measures';
import type { Project, Role } from '@/ipc/bindings';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { horizonBand, perWeek, spreadOf, weeksCounted } from '../data/figures';
import { type OptionWithResults, useOutcomes, withResults } from '../data/outcomes';
import { type PartsColumn, PartsTable } from '../parts/parts-table';
import { HoursFigure } from './hours-figure';
import styles from './staff-tab.module.css';
import { VacanciesPanel } from './vacancies-panel';

/** Where the hours go: by role under each option. */
export function StaffTab() {
  const project = useDocument((document) => document.project);
  const outcomes = useOutcomes();
  const options = useMemo(() => withResults(outcomes), [outcomes]);
  if (!project) return null;
  if (!project.roles.some((role) => isEmployed(role, options))) {
    return (
      <EmptyState title="No hours to show" icon={<UsersRound />}>
        No role has posts under the options shown.
      </EmptyState>
    );
  }
  return (
    <div className={styles.staff}>
      <div className={styles.options}>
        {options.map((option) => (
          <section key={option.id} className={styles.card}>
            <HoursFigure project={project} option={option} />
          </section>
        ))}
      </div>
      <HoursPanel project={project} options={options} />
      <VacanciesPanel project={project} />
    </div>
  );
}

function HoursPanel({ project, options }: { project: Project; options: readonly OptionWithResults[] }) {
  const weekly = (measure: HorizonMeasure, name: string): PartsColumn => ({
    id: measure,
    measure: { ...horizonMeasures[measure], name },
    of: ({ results }, id) =>
      perWeek(spreadOf(horizonBand(results, measure, { kind: 'role', id })), weeksCounted(results, project)),
  });
  const columns: PartsColumn[] = [
    weekly('hoursUsed', 'Used a week'),
    weekly('hoursAvailable', 'There are a week'),
    {
      id: 'share',
      measure: { ...horizonMeasures.utilisationPercent, name: 'Used of those there are' },
      of: ({ results }, id) => spreadOf(horizonBand(results, 'utilisationPercent', { kind: 'role', id })),
    },
    weekly('overtimeHours', 'Overtime a week'),
  ];
  const roles = project.roles.filter((role) => isEmployed(role, options));
  return (
    <Panel title="Hours by role" subtitle="Median, and the range of 9 in 10 simulated futures">
      <PartsTable heading="On average over the weeks counted" parts={roles} options={options} columns={columns} />
    </Panel>
  );
}

function isEmployed({ id }: Role, options: readonly OptionWithResults[]): boolean {
  return options.some(({ results }) => (horizonBand(results, 'hoursAvailable', { kind: 'role', id })?.p95 ?? 0) > 0);
}
