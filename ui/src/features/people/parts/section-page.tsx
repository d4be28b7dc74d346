import type { ReactNode } from 'react';
import styles from './section-page.module.css';

/** One section of the screen: what it is for in a sentence, its buttons, its contents. */
export interface SectionPageProps {
  title: string;
  lead: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function SectionPage({ title, lead, actions, children }: SectionPageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.header}>
        <div className={styles.words}>
          <h2>{title}</h2>
          <p className={styles.lead}>{lead}</p>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** A part of a panel under a small heading of its own. */
export function Part({ title, side, children }: { title: string; side?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.partHeader}>
        <h4>{title}</h4>
        {side}
      </div>
      {children}
    </section>
  );
}

/** Parts side by side where there is room, one below another where there is not. */
export function Parts({ children }: { children: ReactNode }) {
  return <div className={styles.parts}>{children}</div>;
}

/** A remark in a quieter voice. */
export function Remark({ children }: { children: ReactNode }) {
  return <p className={styles.remark}>{children}</p>;
}
