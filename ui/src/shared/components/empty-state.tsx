import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

/** A place with nothing in it yet: says what will be here and how to begin. */
export interface EmptyStateProps {
  title: string;
  icon?: ReactNode;
  children: ReactNode;
  /** Buttons to begin with. */
  actions?: ReactNode;
}

export function EmptyState({ title, icon, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.words}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
