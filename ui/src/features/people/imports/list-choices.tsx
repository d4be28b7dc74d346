import { DayOrderChoice, SheetChoice } from '@/document/given/sheet-choice';
import type { ColumnFound, ListMapping, ReferralList } from '@/ipc/bindings';
import { Select, type SelectOption } from '@/shared/components/select';
import { columnName } from './column-words';
import styles from './imports.module.css';
import type { ReadingOfList } from './use-list';

interface ListChoicesProps {
  reading: ReadingOfList;
  list: ReferralList;
  /** Which columns can be chosen: those of a waiting list, or the dates alone. */
  columns: readonly (keyof ListMapping)[];
}

const labels: Record<keyof ListMapping, string> = {
  referral: 'Referral date',
  ended: 'Who has left the list',
  group: 'Group',
  urgency: 'Urgency',
};

/** Which sheet, which columns, and which number of a date is the day: proposed, and the person's to change. */
export function ListChoices({ reading, list, columns }: ListChoicesProps) {
  const { mapping, sheets } = list;
  const put = (name: keyof ListMapping, chosen: string) =>
    reading.chooseColumns({ ...mapping, [name]: chosen === none ? null : Number(chosen) });
  return (
    <div className={styles.choices}>
      {(sheets.length > 1 || list.columns.length > 1) && (
        <div className={styles.fields}>
          <SheetChoice sheets={sheets} sheet={list.sheet} onChange={reading.chooseSheet} />
          {list.columns.length > 1 &&
            columns.map((name) => (
              <Select
                key={name}
                label={labels[name]}
                value={mapping[name] === null ? none : String(mapping[name])}
                options={optionsFor(name, list.columns)}
                onChange={(chosen) => put(name, chosen)}
              />
            ))}
        </div>
      )}
      <DayOrderChoice dayOrder={list.dayOrder} isSure={list.isDayOrderSure} onChange={reading.chooseDayOrder} />
    </div>
  );
}

const none = 'none';

function optionsFor(name: keyof ListMapping, columns: readonly ColumnFound[]): SelectOption<string>[] {
  const isSorted = name === 'group' || name === 'urgency';
  const fits = ({ kind, isPersonal }: ColumnFound) => !isSorted || (kind === 'other' && !isPersonal);
  const numbered = columns.filter(fits).map((column) => ({ id: String(column.number), label: columnName(column) }));
  return [{ id: none, label: name === 'referral' ? 'Not chosen' : 'No column' }, ...numbered];
}
