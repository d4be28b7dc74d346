import { useMemo } from 'react';
import { useAssessment } from '@/document/assessment';
import type { Problem } from '@/ipc/bindings';

const none: readonly Problem[] = [];

/** Problems at a place of the document or below it: `roles/nurse`, `designs/tiered/steps/triage/work/start`. */
export function problemsUnder(problems: readonly Problem[], paths: readonly string[]): Problem[] {
  return problems.filter(({ place }) => paths.some((path) => place.path === path || place.path.startsWith(`${path}/`)));
}

/** What is wrong and what to do about it, as two sentences. */
export function sayProblem({ message, hint }: Problem): string {
  return [message, hint].filter(Boolean).map(asSentence).join(' ');
}

/** The problems of parts of the open document. Give the same array while the parts are the same. */
export function useProblems(paths: readonly string[]): Problem[] {
  const all = useAssessment(({ assessment }) => assessment?.problems ?? none);
  return useMemo(() => problemsUnder(all, paths), [all, paths]);
}

const asSentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
