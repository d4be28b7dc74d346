import type { ColumnFound, DayOrder, ListMapping, ReferralList } from '@/ipc/bindings';
import { Notice } from '@/shared/components/notice';
import { Segmented, type SegmentedOption } from '@/shared/components/segmented';
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
          {sheets.length > 1 && (
            <Select
              label="Sheet"
              value={String(list.sheet)}
              options={sheets.map((name, at) => ({ id: String(at + 1), label: name }))}
              onChange={(number) => reading.chooseSheet(Number(number))}
            />
          )}
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
      {!list.isDayOrderSure && (
        <Notice
          tone="warning"
          title="Every date can be read in two ways"
          actions={
            <Segmented
              label="How dates are read"
              value={list.dayOrder}
              options={orders}
              onChange={reading.chooseDayOrder}
            />
          }
        >
          Say which number is the day. In British lists it comes first.
        </Notice>
      )}
    </div>
  );
}

const none = 'none';

const orders: readonly SegmentedOption<DayOrder>[] = [
  { id: 'dayFirst', label: '06/04 is 6 April' },
  { id: 'monthFirst', label: '06/04 is 4 June' },
];

function optionsFor(name: keyof ListMapping, columns: readonly ColumnFound[]): SelectOption<string>[] {
  const isSorted = name === 'group' || name === 'urgency';
  const fits = ({ kind, isPersonal }: ColumnFound) => !isSorted || (kind === 'other' && !isPersonal);
  const numbered = columns.filter(fits).map((column) => ({ id: String(column.number), label: columnName(column) }));
  return [{ id: none, label: name === 'referral' ? 'Not chosen' : 'No column' }, ...numbered];
}
