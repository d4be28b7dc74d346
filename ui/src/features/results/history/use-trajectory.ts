import { useMemo } from 'react';
import { type Asked, useAsked } from '@/document/asked';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { Actuals, Project, ServiceOption, TrajectoryReply } from '@/ipc/bindings';
import { dayOfWeek } from '@/shared/format';
import { type OptionOutcome, outcomesOf } from '../data/outcomes';
import { type TrajectoryQuestion, trajectories } from './history-questions';

/** What was counted over the forecast of an option. */
export interface Judged extends Omit<Asked<TrajectoryQuestion, TrajectoryReply>, 'answer' | 'answered'> {
  /** The option with its results. */
  outcome: OptionOutcome | null;
  /** The latest judgement of these figures. */
  reply: TrajectoryReply | null;
  /** Days of which any lies in the forecast; none lies there otherwise. */
  isInForecast: boolean;
}

/** Keeps the judgement in step with the figures and the latest run. */
export function useTrajectory(project: Project, option: ServiceOption, series: Actuals): Judged {
  const projectId = useDocument((document) => document.id);
  const views = useRuns((runs) => runs.views);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const outcome = useMemo(() => {
    return outcomesOf(project.options, [], views).find(({ id }) => id === option.id) ?? null;
  }, [project.options, views, option.id]);
  const lastDay = dayOfWeek(project.startDate, project.horizonWeeks + project.warmUpWeeks) ?? '';
  const isInForecast = series.figures.some(({ date }) => date > project.startDate && date <= lastDay);
  const runKey = outcome?.state === 'current' && !isRunning ? (outcome.run?.key ?? null) : null;

  const question = useMemo((): TrajectoryQuestion | null => {
    if (projectId === null || runKey === null || !isInForecast) return null;
    const figures = JSON.stringify([series.measure, series.scope, series.figures, series.name]);
    return { projectId, optionId: option.id, actualsId: series.id, runKey, figures };
  }, [projectId, runKey, isInForecast, option.id, series]);

  const { answer, answered, ...asked } = useAsked(trajectories, question);
  const isOfThis = answered?.actualsId === series.id && answered.optionId === option.id;
  return { ...asked, outcome, reply: isOfThis ? answer : null, isInForecast };
}
