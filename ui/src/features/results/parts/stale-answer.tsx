import type { LongQuestions } from '@/document/long-question';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';

interface StaleAnswerProps<Request, Progress, Answer> {
  questions: LongQuestions<Request, Progress, Answer>;
  /** What was answered. */
  request: Request;
  /** Whether the option that it is about is still there. */
  isThere: boolean;
}

/** Says that an answer is not of what is in sight now, and offers to ask the same of it. */
export function StaleAnswer<Request, Progress, Answer>({
  questions,
  request,
  isThere,
}: StaleAnswerProps<Request, Progress, Answer>) {
  const isUnderWay = questions.use((state) => state.isUnderWay);
  if (isUnderWay) return null;
  return (
    <Notice
      tone="warning"
      title="This answer is of another option, or the service has changed since"
      actions={
        isThere && (
          <Button size="small" onPress={() => void questions.ask(request)}>
            Ask the same again
          </Button>
        )
      }
    />
  );
}
