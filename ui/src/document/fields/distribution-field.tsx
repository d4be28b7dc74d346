import { useState } from 'react';
import type { Distribution } from '@/ipc/bindings';
import { DistributionEditor } from './distribution-editor';
import styles from './distribution-field.module.css';
import { headlineField, parameterOf, spreadWords, withParameter } from './distribution-kinds';
import type { ValueUnit } from './evidence-words';
import { FigureField } from './figure-field';
import { usePlace, useProblemAt } from './place';
import { ShapeDialog } from './shape-dialog';
import { VaryButton } from './vary-button';

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

/** The headline figure with its unit, and words for the spread which open the rest, own measurements among it. */
export function DistributionField({ label, value, at, onChange, ...unit }: DistributionFieldProps) {
  const [isFitting, setFitting] = useState(false);
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
      <VaryButton label={label} words={words}>
        {({ close }) => (
          <DistributionEditor
            {...unit}
            label={label}
            value={value}
            at={at}
            onChange={onChange}
            onFit={() => {
              close();
              setFitting(true);
            }}
          />
        )}
      </VaryButton>
      {isFitting && (
        <ShapeDialog
          label={label}
          unit={unit.unit ?? ''}
          onClose={() => setFitting(false)}
          onAccept={(next, done) => {
            setFitting(false);
            onChange(next, done);
          }}
        />
      )}
      {problem && !headline && <span className={styles.problem}>{problem}</span>}
    </span>
  );
}
