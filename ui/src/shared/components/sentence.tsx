import type { ReactNode } from 'react';
import styles from './sentence.module.css';

/**
 * A plain sentence with fields in it: "Each child has [1] contact with [OT band 6]". Put words and fields with
 * `layout="inline"` between its tags; it wraps as words do.
 */
export interface SentenceProps {
  children: ReactNode;
  /** Where the sentence's figures come from, or a reason: a quieter line under it. */
  note?: ReactNode;
}

export function Sentence({ children, note }: SentenceProps) {
  return (
    <div className={styles.sentence}>
      <div className={styles.words}>{children}</div>
      {note && <div className={styles.note}>{note}</div>}
    </div>
  );
}
