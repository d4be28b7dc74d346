import type { AgainstBase, MoneyDifference } from '@/ipc/bindings';
import type { OptionIdentity } from '@/shared/charts/chart-data';
import { Disclosure } from '@/shared/components/disclosure';
import { Panel } from '@/shared/components/panel';
import { formatCount } from '@/shared/format';
import { shareWords, stateOf, upperFirst } from '../compare/compare-words';
import { OptionName } from '../parts/option-sample';
import styles from './money.module.css';
import { differenceInWords, differenceNames, possibleSwitches, switchesShown, totalWords } from './money-words';
import type { Shown } from './shown';

/** How each option differs from the base, how likely it is worth more, and what would make the two come out even. */
export function AgainstPanel({ shown: { answer, options, base } }: { shown: Shown }) {
  const held = answer.report.options.flatMap(({ againstBase }, at) => {
    const option = options[at];
    return againstBase && option ? [{ option, against: againstBase }] : [];
  });
  if (held.length === 0) return null;
  return (
    <Panel
      title={`Against ${base.name}`}
      subtitle="Differences in the same simulated futures with their 95% intervals, and the value of a single price or rate at which the two come out even, all else unchanged."
    >
      <div className={styles.held}>
        {held.map(({ option, against }) => (
          <Against key={option.id} option={option} against={against} baseName={base.name} />
        ))}
      </div>
    </Panel>
  );
}

interface AgainstProps {
  option: OptionIdentity;
  against: AgainstBase;
  baseName: string;
}

function Against({ option, against, baseName }: AgainstProps) {
  const { netPresentValue: spread, differences, worthMore } = against;
  return (
    <section className={styles.against} aria-label={option.name}>
      <h3>
        <OptionName name={option.name} colourIndex={option.colourIndex} />
      </h3>
      <ul className={styles.sentences}>
        <li>
          <strong>
            Worth more than {baseName} in {shareWords(worthMore)} of simulated futures.
          </strong>{' '}
          In 9 of 10 the difference lies between {totalWords(spread.p5)} and {totalWords(spread.p95)}.
        </li>
        {differences.map((one) => (
          <li key={one.name}>
            {differenceNames[one.name]}: <Difference one={one} />
          </li>
        ))}
      </ul>
      <Switches against={against} />
    </section>
  );
}

function Difference({ one }: { one: MoneyDifference }) {
  const state = stateOf(one.difference, one.better);
  const isGood = state === 'better';
  return (
    <>
      {(isGood || state === 'worse') && <b className={isGood ? styles.better : styles.worse}>{state}, </b>}
      {differenceInWords(one)}
    </>
  );
}

/** What would change the answer, the smallest change first. */
function Switches({ against }: { against: AgainstBase }) {
  const possible = possibleSwitches(against);
  if (against.switchingValues.length === 0) return null;
  if (possible.length === 0) {
    return (
      <p className={styles.none}>None of the prices and rates that were tried would make the two come out even.</p>
    );
  }
  const more = possible.slice(switchesShown);
  return (
    <>
      <h4>What would make the two come out even, the smallest change first</h4>
      <SwitchList switches={possible.slice(0, switchesShown)} />
      {more.length > 0 && (
        <Disclosure title={`${formatCount(more.length, 'other')} that would have to change more`} headingLevel={4}>
          <SwitchList switches={more} />
        </Disclosure>
      )}
    </>
  );
}

function SwitchList({ switches }: { switches: AgainstBase['switchingValues'] }) {
  return (
    <ul className={styles.sentences}>
      {switches.map(({ place, words }) => (
        <li key={place}>{upperFirst(words)}.</li>
      ))}
    </ul>
  );
}
