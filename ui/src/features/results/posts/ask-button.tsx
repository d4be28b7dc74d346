import { useId } from 'react';
import type { Choice, Trying } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Progress } from '@/shared/components/progress';
import { formatCount } from '@/shared/format';
import { type PostsDraft, requestOf, whyNot } from './posts-draft';
import { postsQuestions } from './posts-question';
import styles from './posts-tab.module.css';
import { stageWords } from './posts-words';

interface AskButtonProps {
  draft: PostsDraft;
  choices: readonly Choice[];
  of: { projectId: string; optionId: string; seed: string };
}

/** Asks, shows what is being tried, and stops. */
export function AskButton({ draft, choices, of }: AskButtonProps) {
  const { isUnderWay, isStopping, progress } = postsQuestions.use();
  const whyId = useId();
  const why = whyNot(draft, choices);
  if (isUnderWay) return <Searching progress={progress} isStopping={isStopping} />;
  return (
    <>
      <Button
        variant="primary"
        isDisabled={why !== null}
        aria-describedby={why === null ? undefined : whyId}
        onPress={() => void postsQuestions.ask(requestOf(draft, choices, of))}
      >
        Find the cheapest mix
      </Button>
      {why !== null && (
        <p id={whyId} className={styles.line}>
          {why}
        </p>
      )}
    </>
  );
}

function Searching({ progress, isStopping }: { progress: Trying | null; isStopping: boolean }) {
  const label = progress ? stageWords[progress.stage] : 'Beginning';
  return (
    <div className={styles.searching}>
      <Progress
        label={isStopping ? 'Stopping' : label}
        share={null}
        words={progress ? formatCount(progress.replications, 'future') : ''}
        onCancel={postsQuestions.stop}
      />
      {progress?.mix && <p className={styles.line}>Trying {progress.mix}</p>}
      {progress?.best && <p className={styles.line}>Cheapest so far: {progress.best}</p>}
    </div>
  );
}
