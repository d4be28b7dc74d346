import type { RoleLoad } from '@/ipc/bindings';
import { loadState, loadWords } from './load';
import styles from './load-words.module.css';

/** How loaded a role is: a bar, and the same in words. */
export function LoadWords({ load }: { load: RoleLoad }) {
  const state = loadState(load);
  const width = Math.min(load.loadPercent ?? 100, 100);
  return (
    <span className={styles.load}>
      <span className={styles.track} aria-hidden="true">
        {state !== 'idle' && <span className={styles.bar} data-state={state} style={{ width: `${width}%` }} />}
      </span>
      <span className={styles.words} data-state={state}>
        {loadWords(load)}
      </span>
    </span>
  );
}
