import type { StepLoad } from '@/ipc/bindings';
import styles from './load-meter.module.css';
import { loadState, loadWords } from './words/loads';

/** How loaded a step is: a bar as full as the step, and the same in words. */
export function LoadMeter({ load }: { load: StepLoad }) {
  const share = load.loadPercent === null ? 100 : Math.min(100, load.loadPercent);
  return (
    <span className={styles.load} data-load={loadState(load)}>
      <span className={styles.track}>
        <span className={styles.bar} style={{ width: `${share}%` }} />
      </span>
      <span className={styles.words}>{loadWords(load)}</span>
    </span>
  );
}
