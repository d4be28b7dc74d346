import type { MoneyLine, MoneyOption, MoneyYear } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { formatMoney } from '@/shared/format';
import { upperFirst } from '../compare/compare-words';
import { SaveTable } from '../parts/save-table';
import { type AccountPart, accountTable, partsOf, unitsWords, yearsInSight } from './account-table';
import styles from './money.module.css';
import { chooseAccount, useAccountId } from './money-view';
import { lineKinds, yearName } from './money-words';
import type { Shown } from './shown';

/** Every cost and benefit of one option: what is counted, what it costs in each year, and what that is worth today. */
export function AccountPanel({ shown: { answer } }: { shown: Shown }) {
  const { options, years, base } = answer.report;
  const chosenId = useAccountId();
  const option = options.find(({ id }) => id === chosenId) ?? options.find((_, at) => at !== base) ?? options[base];
  if (!option) return null;
  const choices = options.map(({ id, name }) => ({ id, label: name }));
  return (
    <Panel
      title={`The account of ${option.name}`}
      subtitle="Means over the simulated futures, to the pound so that they add up. Present values allow for optimism; what is added up is as stated."
      actions={
        <>
          {choices.length > 1 && (
            <Select label="Account of" hideLabel value={option.id} options={choices} onChange={chooseAccount} />
          )}
          <SaveTable
            what={`the account of ${option.name}`}
            fileName={`account-${option.id}`}
            table={() => accountTable(option, years)}
          />
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer */}
      <section className={styles.room} aria-label={`The account of ${option.name}, line by line`} tabIndex={0}>
        <AccountTable option={option} years={yearsInSight(years)} />
      </section>
    </Panel>
  );
}

function AccountTable({ option, years }: { option: MoneyOption; years: readonly MoneyYear[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            For
          </th>
          <th scope="col" className={styles.head}>
            How many
          </th>
          {years.map((year) => (
            <th key={year.number} scope="col" className={styles.head}>
              {upperFirst(yearName(year))}
            </th>
          ))}
          <th scope="col" className={styles.head}>
            In all
          </th>
          <th scope="col" className={styles.head}>
            Present value
          </th>
        </tr>
      </thead>
      {partsOf(option).map((part) => (
        <Part key={part.name} {...{ part, option, years }} />
      ))}
      <tbody>
        <tr data-total>
          <th scope="row" className={styles.name}>
            Net present value
          </th>
          <td colSpan={years.length + 2} className={styles.figure} />
          <td className={styles.figure}>{formatMoney(option.netPresentValue.mean)}</td>
        </tr>
      </tbody>
    </table>
  );
}

interface PartProps {
  part: AccountPart;
  option: MoneyOption;
  years: readonly MoneyYear[];
}

function Part({ part, option, years }: PartProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={years.length + 4} className={styles.part}>
          {part.name}
        </th>
      </tr>
      {part.lines.map((line) => (
        <Line key={`${line.kind} ${line.name}`} line={line} years={years} />
      ))}
      {part.isService && (
        <tr data-total>
          <th scope="row" className={styles.name}>
            The service in all
          </th>
          <td className={styles.figure} />
          {years.map(({ number }, at) => (
            <td key={number} className={styles.figure}>
              {formatMoney(option.serviceCostByYear[at]?.mean)}
            </td>
          ))}
          <td className={styles.figure}>{formatMoney(option.serviceCost.mean)}</td>
          <td className={styles.figure} />
        </tr>
      )}
    </tbody>
  );
}

function Line({ line, years }: { line: MoneyLine; years: readonly MoneyYear[] }) {
  const priced = (value: number | null | undefined) =>
    line.valued ? formatMoney(value) : <span className={styles.quiet}>no price</span>;
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <span className={styles.kind}>{lineKinds[line.kind]}: </span>
        {line.name}
      </th>
      <td className={styles.figure}>{unitsWords(line)}</td>
      {years.map(({ number }, at) => (
        <td key={number} className={styles.figure}>
          {priced(line.poundsByYear[at])}
        </td>
      ))}
      <td className={styles.figure}>{priced(line.pounds.mean)}</td>
      <td className={styles.figure}>{priced(line.presentValue.mean)}</td>
    </tr>
  );
}
