import type { CompareProgress } from '@/ipc/bindings';
import { Progress } from '@/shared/components/progress';
import { formatNumber } from '@/shared/format';
import styles from './again.module.css';

/** How far futures have been simulated again that the program no longer holds. */
export function Again({ progress, onCancel }: { progress: CompareProgress; onCancel: () => void }) {
  const { optionName, finished, needed } = progress;
  return (
    <div className={styles.card}>
      <Progress
        label={`Simulating the same futures again: ${optionName}`}
        share={finished / Math.max(needed, 1)}
        words={`${formatNumber(finished, 0)} of ${formatNumber(needed, 0)}`}
        onCancel={onCancel}
      />
    </div>
  );
}
