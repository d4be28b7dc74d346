import { type ReactNode, useId } from 'react';
import { classNames } from './class-names';
import styles from './panel.module.css';

/** A card that holds one subject under its own heading. */
export interface PanelProps {
  title?: string;
  /** A line under the title. */
  subtitle?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  headingLevel?: 2 | 3;
  /** Without padding, for contents that reach the edges, as a table does. */
  isFlush?: boolean;
  children: ReactNode;
}

export function Panel({ title, subtitle, actions, headingLevel = 2, isFlush = false, children }: PanelProps) {
  const titleId = useId();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section className={styles.panel} aria-labelledby={title ? titleId : undefined}>
      {(title || actions) && (
        <header className={styles.header}>
          <div className={styles.words}>
            {title && (
              <Heading id={titleId} className={styles.title}>
                {title}
              </Heading>
            )}
            {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
      )}
      <div className={classNames(styles.body, isFlush && styles.flush)}>{children}</div>
    </section>
  );
}
