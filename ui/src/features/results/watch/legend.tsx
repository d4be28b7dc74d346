import styles from './legend.module.css';

/** What the dots are; where they stand tells as much as their colour. */
export function Legend({ hasKept }: { hasKept: boolean }) {
  return (
    <ul className={styles.legend} aria-label="What the dots are">
      <li>
        <span className={styles.waiting} aria-hidden="true" /> below a step: waiting there
      </li>
      <li>
        <span className={styles.underWay} aria-hidden="true" /> above it: under way there
      </li>
      {hasKept && (
        <li>
          <span className={styles.kept} aria-hidden="true" /> finished, keeping the place
        </li>
      )}
      <li className={styles.quiet}>One dot is one person. Press a dot to follow that person.</li>
    </ul>
  );
}
