import { useDocument } from '@/document/document';
import { longQuestions } from '@/document/long-question';
import { useSettings } from '@/document/settings';
import type { FuturesMade, WarmUp, WarmUpRequest } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { Progress } from '@/shared/components/progress';
import { formatCount } from '@/shared/format';
import styles from './run-panel.module.css';

/** How long should the warm-up be? */
export const warmUpQuestions = longQuestions<WarmUpRequest, FuturesMade, WarmUp>((request, hear) =>
  client().warmUpStart(request, hear),
);

/** Where weeks are left out at the beginning: whether they are enough. Nothing where none are. */
export function WarmUpPart({ option }: { option: { id: string; name: string } }) {
  const weeks = useDocument(({ project }) => project?.warmUpWeeks ?? 0);
  if (weeks === 0) return null;
  return (
    <Disclosure title="Warm-up" summary={formatCount(weeks, 'week')}>
      <div className={styles.form}>
        <p className={styles.line}>
          The first {formatCount(weeks, 'week')} are simulated and not counted, so that the service has filled up by
          then.
        </p>
        <Advice option={option} />
      </div>
    </Disclosure>
  );
}

function Advice({ option }: { option: { id: string; name: string } }) {
  const { answer, answered, isUnderWay, isStopping, progress } = warmUpQuestions.use();
  const projectId = useDocument((document) => document.id);
  const version = useDocument((document) => document.version);
  const seed = useSettings(({ settings }) => settings?.seed ?? '1');
  if (projectId === null) return null;
  if (isUnderWay) {
    return (
      <Progress
        label={isStopping ? 'Stopping' : 'Simulating five years'}
        share={progress ? progress.made / Math.max(progress.of, 1) : null}
        onCancel={warmUpQuestions.stop}
      />
    );
  }
  const isOfThis = answered?.request.optionId === option.id && answered.version === version;
  return (
    <>
      {answer && isOfThis && (
        <p className={styles.line} role="status">
          {option.name}: {answer.words}.
        </p>
      )}
      <Button size="small" onPress={() => void warmUpQuestions.ask({ projectId, optionId: option.id, seed })}>
        Is that long enough?
      </Button>
    </>
  );
}
