import styles from './skip-links.module.css';

/** The first stops of the Tab key: past the bar and the rail, straight to the work. */
export function SkipLinks({ screenLabel }: { screenLabel: string }) {
  return (
    <div className={styles.links}>
      <button type="button" className={styles.link} onClick={() => focusIn('#screen h1')}>
        Skip to {screenLabel}
      </button>
      <button type="button" className={styles.link} onClick={() => focusIn('#screens [aria-current]')}>
        Skip to the list of screens
      </button>
    </div>
  );
}

// Buttons rather than links: a link would write its target into the window's address.
function focusIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}
