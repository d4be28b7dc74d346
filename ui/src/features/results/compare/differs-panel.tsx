import { Panel } from '@/shared/components/panel';
import { formatCount } from '@/shared/format';
import { OptionName } from '../parts/option-sample';
import styles from './differs-panel.module.css';
import type { Shown } from './shown';

/** As many differences as are read at a glance; the rest is folded away. */
const atOnce = 8;

/** What each option does differently from the base, figure by figure in words. */
export function DiffersPanel({ shown }: { shown: Shown }) {
  const { answer, options, base } = shown;
  const others = answer.comparison.options
    .map((option, at) => ({ ...option, colourIndex: options[at]?.colourIndex ?? at, at }))
    .filter(({ at }) => at !== answer.comparison.base);
  return (
    <Panel
      title={`What is different from ${base.name}`}
      subtitle="Choose another base above to hold two others against each other."
    >
      <div className={styles.options}>
        {others.map(({ id, name, colourIndex, differs }) => (
          <section key={id} className={styles.option} aria-label={`${name} against ${base.name}`}>
            <h3>
              <OptionName name={name} colourIndex={colourIndex} />
            </h3>
            <p className={styles.count}>
              {differs.length === 0 ? 'Nothing: the two are the same.' : formatCount(differs.length, 'difference')}
            </p>
            <List lines={differs.slice(0, atOnce).map(({ words }) => words)} />
            {differs.length > atOnce && (
              <details className={styles.more}>
                <summary>{formatCount(differs.length - atOnce, 'more difference')}</summary>
                <List lines={differs.slice(atOnce).map(({ words }) => words)} />
              </details>
            )}
          </section>
        ))}
      </div>
    </Panel>
  );
}

function List({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.list}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may differ in the same words
        <li key={`${at} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}
