import type { Assessment, Design, Problem } from '@/ipc/bindings';
import { flowOf, loadState, troubleWords } from './words/loads';
import { sentenceCase } from './words/sentences';

/** Something to look at: a problem of the document, or a step that cannot cope. */
export interface Finding {
  key: string;
  tone: 'error' | 'warning' | 'over' | 'tight';
  /** The step it is about, where it is about one. */
  stepId: string | null;
  /** Its name, written before the words. */
  subject: string | null;
  words: string;
  hint: string | null;
  /** The place of the field that is wrong. */
  path: string | null;
}

const order = { error: 0, over: 1, warning: 2, tight: 3 } as const;

/** What to look at on the shown design: what is wrong first, then lists that grow, warnings, and steps nearly full. */
export function findingsOf(assessment: Assessment | null, design: Design): Finding[] {
  if (!assessment) return [];
  const problems = assessment.problems.filter(({ place }) => place.design === null || place.design === design.id);
  return [...problems.map(ofProblem), ...ofLoads(assessment, design)].sort(
    (one, other) => order[one.tone] - order[other.tone],
  );
}

function ofProblem({ severity, code, place, message, hint }: Problem, at: number): Finding {
  return {
    key: `${code}:${place.path}:${at}`,
    tone: severity,
    stepId: place.step,
    subject: null,
    words: sentenceCase(message),
    hint: sentenceCase(hint),
    path: place.path || null,
  };
}

function ofLoads({ flows }: Assessment, { steps }: Design): Finding[] {
  return steps.flatMap(({ id, name }) => {
    const load = flowOf(flows, id)?.load;
    const words = load ? troubleWords(load) : null;
    if (!load || !words) return [];
    const tone = loadState(load) === 'over' ? 'over' : 'tight';
    return [{ key: `load:${id}`, tone, stepId: id, subject: name, words, hint: null, path: null } satisfies Finding];
  });
}
