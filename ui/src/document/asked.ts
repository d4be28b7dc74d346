import { useEffect } from 'react';
import type { LongQuestions } from './long-question';

/** Rest after a change before a question is asked anew [ms]: a slider makes many. */
const restMs = 120;

/** A question that follows the document, as far as it has been answered. */
export interface Asked<Request, Answer> {
  /** The latest answer; none before the first. */
  answer: Answer | null;
  /** What it answers. */
  answered: Request | null;
  isUnderWay: boolean;
  /** Whether the answer is of something that is no longer so, and no other is on its way. */
  isStale: boolean;
  /** Asks the same again, where the last time ended without an answer; none otherwise. */
  askAgain: (() => void) | null;
  /** How the last time ended, where it ended without an answer. */
  ending: 'stopped' | 'failed' | null;
}

/** Keeps an answer in step with its question; none is asked while there is no question. */
export function useAsked<Request, Progress, Answer>(
  questions: LongQuestions<Request, Progress, Answer>,
  question: Request | null,
): Asked<Request, Answer> {
  const { asked, answer, answered, isUnderWay, ending } = questions.use();
  useEffect(() => {
    if (question === null || isSame(questions.use.getState().asked, question)) return;
    const timer = setTimeout(() => void questions.ask(question), restMs);
    return () => clearTimeout(timer);
  }, [questions, question]);
  // While the answer is on its way, the one before is shown as it was: its titles name what it is of.
  const isStale =
    question === null || (!isUnderWay && isSame(asked, question) && !isSame(answered?.request ?? null, question));
  const fruitless = !isUnderWay && (ending === 'stopped' || ending === 'failed') ? ending : null;
  return {
    answer,
    answered: answered?.request ?? null,
    isUnderWay,
    isStale,
    askAgain: fruitless && asked ? () => void questions.ask(asked) : null,
    ending: fruitless,
  };
}

const isSame = <Request>(one: Request | null, other: Request): boolean =>
  one !== null && JSON.stringify(one) === JSON.stringify(other);
