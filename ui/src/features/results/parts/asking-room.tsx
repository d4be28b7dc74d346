import type { ReactNode } from 'react';
import { SideRoom } from '@/shared/components/side-room';
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
    <SideRoom
      panel={question}
      panelLabel="What is asked"
      panelWidth="wide"
      label="The answer"
      className={styles.answers}
    >
      {children}
    </SideRoom>
  );
}
