import { usePlace } from '@/document/fields/place';
import { NumberField } from '@/shared/components/number-field';
import { dayWords } from '../staffing/timeline';
import styles from './week-field.module.css';

/** A week of the simulation with the day it begins on. */
export interface WeekFieldProps {
  label: string;
  /** None: never. */
  week: number | null;
  startDate: string;
  /** The last week there is. */
  most?: number;
  at: string;
  /** Stands for none: "for good". */
  emptyWords?: string;
  onCommit: (week: number) => void;
  onClear?: () => void;
}

export function WeekField({ label, week, startDate, most, at, emptyWords, onCommit, onClear }: WeekFieldProps) {
  const path = usePlace(at);
  return (
    <span className={styles.week} data-place={path}>
      <span>week</span>
      <NumberField
        layout="inline"
        label={label}
        value={week}
        min={0}
        max={most}
        decimals={0}
        onCommit={onCommit}
        onClear={onClear}
      />
      <span className={styles.day}>{week === null ? emptyWords : dayWords(startDate, week)}</span>
    </span>
  );
}
