import type { ComparedFigure } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { OptionName } from '../parts/option-sample';
import styles from './chances-panel.module.css';
import { figureInSentence, shareWords } from './compare-words';
import type { Shown } from './shown';

/** How likely each option does better than each other one in the same simulated future. */
export function ChancesPanel({ shown, figure }: { shown: Shown; figure: ComparedFigure }) {
  const { options } = shown;
  const way = figure.better === 'lower' ? 'lower is better' : 'higher is better';
  return (
    <Panel
      title="How likely one option beats another"
      subtitle={
        figure.better === 'neither'
          ? undefined
          : `In how many of the same simulated futures it does better: ${figureInSentence(figure)}, ${way}. Ties count half.`
      }
    >
      {figure.better === 'neither' ? (
        <p className={styles.none}>Whether more or less of it is better depends on whom one asks.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
        <section className={styles.room} aria-label="Chances, pair by pair" tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.name}>
                  does better than
                </th>
                {options.map(({ id, name, colourIndex }) => (
                  <th key={id} scope="col" className={styles.head}>
                    <OptionName name={name} colourIndex={colourIndex} isShort />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {options.map(({ id, name, colourIndex }, row) => (
                <tr key={id}>
                  <th scope="row" className={styles.name}>
                    <OptionName name={name} colourIndex={colourIndex} isShort />
                  </th>
                  {options.map((other, column) => (
                    <td key={other.id} className={styles.cell}>
                      {chanceWords(figure, row, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

function chanceWords(figure: ComparedFigure, option: number, against: number): string {
  const chance = figure.chances.find((one) => one.option === option && one.against === against);
  return chance ? shareWords(chance.better) : '–';
}
