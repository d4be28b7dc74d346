import { useMemo } from 'react';
import { create } from 'zustand';
import { type Asked, useAsked } from '@/document/asked';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { ClientGroup, FairnessAnswer, Project } from '@/ipc/bindings';
import { type OptionOutcome, outcomesOf } from '../data/outcomes';
import { useAskedOption } from '../results-view';
import { type FairnessQuestion, fairnessQuestions } from './fairness-question';

/** By which label people are looked at, for each project: it belongs to this sitting. */
const useLabels = create<{ chosen: Readonly<Record<string, string>> }>(() => ({ chosen: {} }));

/** Chooses a label; none: client groups as they are. */
export function chooseLabel(label: string | null): void {
  const { id } = useDocument.getState();
  if (id !== null) useLabels.setState(({ chosen }) => ({ chosen: { ...chosen, [id]: label ?? '' } }));
}

/** The labels that say something of some group, in order. */
export function labelsOf(groups: readonly ClientGroup[]): string[] {
  const said = groups.flatMap(({ labels }) => Object.entries(labels).filter(([, value]) => value.trim() !== ''));
  return [...new Set(said.map(([label]) => label))].toSorted();
}

/** What the part on fairness shows. */
export interface LookedAt extends Omit<Asked<FairnessQuestion, FairnessAnswer>, 'answered'> {
  /** The option asked about; none where there is no option. */
  option: OptionOutcome | null;
  labels: readonly string[];
  label: string | null;
}

/** Keeps what is said of fairness in step with the run, the option and the label. */
export function useFairness(project: Project): LookedAt {
  const projectId = useDocument((document) => document.id);
  const optionId = useAskedOption();
  const views = useRuns((runs) => runs.views);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const wanted = useLabels(({ chosen }) => (projectId === null ? undefined : chosen[projectId]));
  const option = outcomesOf(project.options, [], views).find(({ id }) => id === optionId) ?? null;
  const labels = useMemo(() => labelsOf(project.groups), [project.groups]);
  // Somebody who gave groups a label wants to look by it.
  const label = labels.find((one) => one === wanted) ?? (wanted === undefined ? (labels[0] ?? null) : null);
  const runKey = option?.state === 'current' && !isRunning ? option.run?.key : undefined;
  const question = useMemo((): FairnessQuestion | null => {
    if (projectId === null || optionId === null || runKey === undefined) return null;
    return { projectId, optionId, label, runKey, labelled: project.groups.map(({ labels }) => labels) };
  }, [projectId, optionId, label, runKey, project.groups]);

  const { answer, answered, ...asked } = useAsked(fairnessQuestions, question);
  return { ...asked, option, labels, label, answer: answered?.optionId === optionId ? answer : null };
}
