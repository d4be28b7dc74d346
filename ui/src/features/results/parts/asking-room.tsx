import type { ReactNode } from 'react';
import styles from './asking-room.module.css';

interface AskingRoomProps {
  /** What is asked, at the left. */
  question: ReactNode;
  /** What came of it. */
  children: ReactNode;
}

/** A room in which something is asked of the program and answered: its question at the left, the answer beside it. */
export function AskingRoom({ question, children }: AskingRoomProps) {
  return (
    <div className={styles.screen}>
      <aside className={styles.panel} aria-label="What is asked">
        {question}
      </aside>
      <section className={styles.room} aria-label="The answer">
        {children}
      </section>
    </div>
  );
}
