import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Button } from './button';
import styles from './progress.module.css';

/** How far something has come that takes over half a second, and the way to stop it. */
export interface ProgressProps {
  /** What is going on: "Simulating". */
  label: string;
  /** From 0 to 1; `null` while its length is not known. */
  share: number | null;
  /** How far, in words: "420 of 1,000 simulated futures". */
  words?: string;
  onCancel?: () => void;
  cancelLabel?: string;
}

export function Progress({ label, share, words, onCancel, cancelLabel = 'Stop' }: ProgressProps) {
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={styles.meter}
        aria-label={label}
        isIndeterminate={share === null}
        value={share === null ? undefined : share * 100}
        valueLabel={words}
      >
        {({ percentage, isIndeterminate }) => (
          <>
            <div className={styles.words}>
              <span>{label}</span>
              {words && <span className={styles.figure}>{words}</span>}
            </div>
            <div className={styles.track}>
              <div
                className={isIndeterminate ? styles.wandering : styles.done}
                style={isIndeterminate ? undefined : { width: `${percentage ?? 0}%` }}
              />
            </div>
          </>
        )}
      </ProgressBar>
      {onCancel && (
        <Button size="small" onPress={onCancel}>
          {cancelLabel}
        </Button>
      )}
    </div>
  );
}
