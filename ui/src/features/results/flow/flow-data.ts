import type { HorizonMeasure } from '@/document/measures';
import type { OptionResults, Project } from '@/ipc/bindings';
import type { Spread } from '@/shared/charts/chart-data';
import { horizonBand, noSpread, perWeek, spreadOf, weeksCounted } from '../data/figures';
import type { OptionWithResults } from '../data/outcomes';

/** What passed through a step, over the weeks counted. A spread without a median is not measured at this kind of step. */
export interface StepRow {
  id: string;
  name: string;
  /** People a week. */
  began: Spread;
  finished: Spread;
  /** People on average. */
  waiting: Spread;
  underWay: Spread;
  /** Weeks. */
  waitMean: Spread;
  wait92: Spread;
  /** A week. */
  missed: Spread;
  leftUnseen: Spread;
}

/** The steps of an option that hold people, in the order of its design. */
export function stepRows(project: Project, { id, results }: OptionWithResults): StepRow[] {
  const option = project.options.find((one) => one.id === id);
  const design = project.designs.find((one) => one.id === option?.design);
  const measured = new Set(
    results.horizon.flatMap(({ scope }) => (scope.kind === 'step' && scope.id !== null ? [scope.id] : [])),
  );
  const weeks = weeksCounted(results, project);
  return (design?.steps ?? []).filter((step) => measured.has(step.id)).map((step) => rowOf(step, results, weeks));
}

function rowOf({ id, name }: { id: string; name: string }, results: OptionResults, weeks: number): StepRow {
  const of = (measure: HorizonMeasure) => {
    const found = horizonBand(results, measure, { kind: 'step', id });
    return found ? spreadOf(found) : noSpread;
  };
  return {
    id,
    name,
    began: perWeek(of('seen'), weeks),
    finished: perWeek(of('completed'), weeks),
    waiting: of('meanWaiting'),
    underWay: of('meanUnderWay'),
    waitMean: of('waitMean'),
    wait92: of('wait92'),
    missed: perWeek(of('missed'), weeks),
    leftUnseen: perWeek(of('removed'), weeks),
  };
}
