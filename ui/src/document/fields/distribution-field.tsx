import type { Distribution } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Popover } from '@/shared/components/popover';
import { DistributionEditor } from './distribution-editor';
import styles from './distribution-field.module.css';
import { headlineField, parameterOf, spreadWords, withParameter } from './distribution-kinds';
import type { ValueUnit } from './evidence-words';
import { FigureField } from './figure-field';
import { usePlace, useProblemAt } from './place';

/** A length of time or another quantity that differs from person to person, inside a sentence. */
export interface DistributionFieldProps extends ValueUnit {
  /** What it is, in words: "Time with the person". */
  label: string;
  value: Distribution;
  /** Its place below the surrounding `PlaceOf`: `work/stayDays`. */
  at: string;
  /** Hands over the distribution, and what was done for the undo button. */
  onChange: (value: Distribution, label: string) => void;
}

/** The headline figure with its unit, and words for the spread which open the rest. */
export function DistributionField({ label, value, at, onChange, ...unit }: DistributionFieldProps) {
  const headline = headlineField[value.kind];
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const figure = headline ? parameterOf(value, headline) : null;
  const words = spreadWords(value, unit);
  return (
    <span className={styles.field} data-place={path}>
      {headline && (
        <FigureField
          {...unit}
          label={label}
          value={figure}
          at={`${at}/${headline}`}
          min={0}
          onChange={(next, done) => onChange(withParameter(value, headline, next), done)}
        />
      )}
      <Popover
        label={`${label}, how it varies`}
        trigger={
          <Button size="small" variant="quiet" aria-label={`${label}: ${words}. Change how it varies`}>
            <span className={styles.spread}>{words}</span>
          </Button>
        }
      >
        <DistributionEditor {...unit} label={label} value={value} at={at} onChange={onChange} />
      </Popover>
      {problem && !headline && <span className={styles.problem}>{problem}</span>}
    </span>
  );
}
