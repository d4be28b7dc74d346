import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of Start under its heading. */
export function Section({ title, words, children }: { title: string; words?: string; children: ReactNode }) {
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section}>
      <header className={styles.header}>
        <h2 id={titleId}>{title}</h2>
        {words && <p className={styles.words}>{words}</p>}
      </header>
      {children}
    </section>
  );
}
