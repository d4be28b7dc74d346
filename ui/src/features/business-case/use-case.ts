import { useEffect, useMemo } from 'react';
import { chosenOf, useLeftOut } from '@/document/chosen-options';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { CaseRequest, CaseView, OptionView, Project, ResultState } from '@/ipc/bindings';
import { preferredOf } from './case-edits';
import { caseQuestions } from './case-questions';
import { useDrivers, useSize } from './case-view';

/** The case of the open project, as far as it can be drawn up. */
export interface ShownCase {
  request: CaseRequest | null;
  view: CaseView | null;
  /** The worst state of the results that it needs. */
  results: ResultState;
}

/** Which options a case holds: the base, those that are marked, and the one it asks for. */
export function optionsOfCase(project: Project, leftOut: readonly string[]): string[] {
  const [base] = project.options;
  const preferred = preferredOf(project);
  const chosen = chosenOf(project.options, leftOut).map(({ id }) => id);
  return project.options.map(({ id }) => id).filter((id) => id === base?.id || id === preferred || chosen.includes(id));
}

function stateOf(optionIds: readonly string[], views: readonly OptionView[]): ResultState {
  const states = optionIds.map((id) => views.find(({ optionId }) => optionId === id)?.state ?? 'none');
  if (states.includes('none')) return 'none';
  return states.includes('outOfDate') ? 'outOfDate' : 'current';
}

/** Draws the case up anew whenever its words, its size or its runs are others. */
export function useCase(): ShownCase {
  const { id, project, version } = useDocument();
  const leftOut = useLeftOut();
  const views = useRuns((runs) => runs.views);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const size = useSize();
  const withDrivers = useDrivers() && size === 'full';
  const answer = caseQuestions.use((state) => state.answer);
  const answered = caseQuestions.use((state) => state.answered);
  const optionIds = useMemo(() => (project ? optionsOfCase(project, leftOut) : []), [project, leftOut]);
  const results = stateOf(optionIds, views);
  const ids = optionIds.join(' ');
  const keys = optionIds.map((one) => views.find(({ optionId }) => optionId === one)?.run?.key).join(' ');
  const hasAnswer = answered?.request.optionIds.join(' ') === ids;
  // Results that are out of date can be written of as long as the figures of before are still there.
  const canAsk = !isRunning && (results === 'current' || (results === 'outOfDate' && hasAnswer));

  const request = useMemo<CaseRequest | null>(
    () => (id === null || ids === '' ? null : { projectId: id, optionIds: ids.split(' '), size, withDrivers }),
    [id, ids, size, withDrivers],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words and other runs want another case
  useEffect(() => {
    if (request && canAsk) void caseQuestions.ask(request);
  }, [request, canAsk, version, keys]);
  return { request, view: hasAnswer ? answer : null, results };
}
