import { useEffect, useMemo } from 'react';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { Actuals, Project, ServiceOption, TrajectoryReply } from '@/ipc/bindings';
import { dayOfWeek } from '@/shared/format';
import { type OptionOutcome, outcomesOf } from '../data/outcomes';
import { type TrajectoryQuestion, trajectories } from './history-questions';

/** Rest after a change before it is judged anew [ms]. */
const restMs = 120;

/** What was counted over the forecast of an option. */
export interface Judged {
  /** The option with its results. */
  outcome: OptionOutcome | null;
  /** The latest judgement of these figures. */
  reply: TrajectoryReply | null;
  /** Days of which any lies in the forecast; none lies there otherwise. */
  isInForecast: boolean;
  isUnderWay: boolean;
  /** Whether the figures or the run have changed since. */
  isStale: boolean;
}

/** Keeps the judgement in step with the figures and the latest run. */
export function useTrajectory(project: Project, option: ServiceOption, series: Actuals): Judged {
  const projectId = useDocument((document) => document.id);
  const views = useRuns((runs) => runs.views);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const { asked, answer, answered, isUnderWay } = trajectories.use();
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

  useEffect(() => {
    if (question === null || isSame(trajectories.use.getState().asked, question)) return;
    const timer = setTimeout(() => void trajectories.ask(question), restMs);
    return () => clearTimeout(timer);
  }, [question]);

  const isOfThis = answered?.request.actualsId === series.id && answered.request.optionId === option.id;
  return {
    outcome,
    reply: isOfThis ? answer : null,
    isInForecast,
    isUnderWay,
    isStale:
      question === null || (!isUnderWay && isSame(asked, question) && !isSame(answered?.request ?? null, question)),
  };
}

const isSame = (one: TrajectoryQuestion | null, other: TrajectoryQuestion): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);
