import { useMemo } from 'react';
import type { Project } from '@/ipc/bindings';
import { BarList } from '@/shared/charts/bar-list/bar-list';
import { hoursTable, type RoleHours } from '@/shared/charts/bar-list/bar-list-data';
import { horizonBand, perWeek, spreadOf, weeksCounted } from '../data/figures';
import type { OptionWithResults } from '../data/outcomes';
import { sourceOf } from '../data/run-words';
import { staffFinding, usedState } from '../findings/staff-finding';
import { ResultFigure } from '../parts/result-figure';

/** Hours used by role under one option, of those there are. */
export function HoursFigure({ project, option }: { project: Project; option: OptionWithResults }) {
  const roles = useMemo(() => hoursOf(option, project), [option, project]);
  return (
    <ResultFigure
      title={staffFinding(option.name, roles, project.options.length === 1)}
      subtitle="Patient-related hours a week, used and there, on average: median of the simulated futures"
      source={sourceOf(project, [option])}
      fileName={`hours-${option.id}`}
      table={() => hoursTable(roles, `Hours used by role, a week on average: ${option.name}`)}
    >
      <BarList roles={roles} stale={option.state === 'outOfDate'} />
    </ResultFigure>
  );
}

/** The roles that have hours under an option, in the order of the document. */
function hoursOf({ results }: OptionWithResults, project: Project): RoleHours[] {
  const weeks = weeksCounted(results, project);
  return project.roles.flatMap(({ id, name }) => {
    const of = (measure: 'hoursUsed' | 'hoursAvailable' | 'utilisationPercent') =>
      spreadOf(horizonBand(results, measure, { kind: 'role', id }));
    const used = perWeek(of('hoursUsed'), weeks).median;
    const available = perWeek(of('hoursAvailable'), weeks).median;
    const usedPercent = of('utilisationPercent').median;
    if (used === null || available === null || usedPercent === null || available <= 0) return [];
    return [{ id, name, usedHours: used, availableHours: available, usedPercent, state: usedState(usedPercent) }];
  });
}
