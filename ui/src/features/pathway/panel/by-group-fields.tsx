import { FigureField } from '@/document/fields/figure-field';
import type { ClientGroup, Estimate } from '@/ipc/bindings';
import styles from './panel.module.css';
import type { PartProps } from './part';

interface ByGroupProps extends PartProps<{ [key in string]: Estimate }> {
  groups: readonly ClientGroup[];
  /** What the figure is: "Time". */
  label: string;
  unit: string;
  max?: number;
}

/** A figure for each client group that differs from the others; an empty one is like everybody. */
export function ByGroupFields({ part, at, put, groups, label, unit, max }: ByGroupProps) {
  return (
    <ul className={styles.lines}>
      {groups.map(({ id, name }) => (
        <li key={id} className={styles.row}>
          <span className={styles.grow}>{name}</span>
          <FigureField
            label={`${label} for ${name}`}
            value={part[id] ?? null}
            at={`${at}/${id}`}
            unit={unit}
            min={0}
            max={max}
            onChange={(value, done) => put({ ...part, [id]: value }, done, `${at}/${id}`)}
            onClear={(done) => put(without(part, id), done, `${at}/${id}`)}
          />
        </li>
      ))}
    </ul>
  );
}

function without<Value>(record: { [key in string]: Value }, key: string): { [key in string]: Value } {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
