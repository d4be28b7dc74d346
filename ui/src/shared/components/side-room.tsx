import type { ReactNode } from 'react';
import styles from './side-room.module.css';

interface SideRoomProps {
  /** What stands at the left, and what it is called. */
  panel: ReactNode;
  panelLabel: string;
  panelWidth: 'narrow' | 'middle' | 'wide';
  /** What the room is called. */
  label: string;
  /** Of the room: how what is in it takes its place. */
  className?: string | undefined;
  children: ReactNode;
}

/** A room with a panel beside it, each of which scrolls by itself; in a narrow window the panel stands above. */
export function SideRoom({ panel, panelLabel, panelWidth, label, className, children }: SideRoomProps) {
  return (
    <div className={styles.screen} data-panel={panelWidth}>
      <aside className={styles.panel} aria-label={panelLabel}>
        {panel}
      </aside>
      <section className={className ? `${styles.room} ${className}` : styles.room} aria-label={label}>
        {children}
      </section>
    </div>
  );
}
