import { type KeyboardEvent, useState } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components/TextField';
import { classNames } from './class-names';
import field from './field.module.css';
import { type NumberLimits, readEntry, shownText, stepped } from './number-entry';
import styles from './number-field.module.css';
import { useCommittedText } from './use-committed-text';

/** A number with its unit. Handed over on Enter, on leaving the field, and by each arrow key. */
export interface NumberFieldProps extends NumberLimits {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  /** `null` where no figure was given. */
  value: number | null;
  /** A promise keeps the text in sight until the document has it; `false` refuses it. */
  onCommit: (value: number) => unknown;
  /** Allows the field to be emptied. */
  onClear?: () => unknown;
  /** Written before the number: `£`. */
  prefix?: string;
  /** `inline` stands inside a sentence: no label in sight, as wide as its number. */
  layout?: 'stacked' | 'inline';
  description?: string;
  /** A problem found elsewhere, such as by the document's own check. */
  error?: string | null;
  isDisabled?: boolean;
  isReadOnly?: boolean;
}

const stepsOfKey: Record<string, number> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel, value, prefix, unit, layout = 'stacked', description, isDisabled, isReadOnly } = props;
  const { typed, problem, onChange, onKeyDown } = useNumberEntry(props);
  const error = problem ?? props.error;
  const isInline = layout === 'inline';
  return (
    <AriaTextField
      className={classNames(field.field, isInline && styles.inline)}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      value={typed.text}
      onChange={onChange}
      onBlur={typed.onBlur}
    >
      <Label className={hideLabel || isInline ? field.unseen : field.label}>{label}</Label>
      <div className={classNames(field.box, error && field.wrong)} data-disabled={isDisabled || undefined}>
        {prefix && <span className={styles.prefix}>{prefix}</span>}
        <Input
          className={classNames(field.input, styles.number)}
          role="spinbutton"
          inputMode="decimal"
          autoComplete="off"
          aria-valuenow={value ?? undefined}
          aria-valuemin={props.min}
          aria-valuemax={props.max}
          aria-valuetext={value === null ? undefined : `${prefix ?? ''}${shownText(value, props)}${unit ?? ''}`}
          data-draft={typed.isDraft || undefined}
          style={isInline ? { width: `calc(${Math.max(2, typed.text.length)}ch + 1.125rem)` } : undefined}
          onKeyDown={onKeyDown}
        />
        {unit && <span className={styles.unit}>{unit.trim()}</span>}
      </div>
      {description && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
    </AriaTextField>
  );
}

function useNumberEntry(props: NumberFieldProps) {
  const { value, onCommit, onClear, isReadOnly } = props;
  const [problem, setProblem] = useState<string | null>(null);

  const typed = useCommittedText(shownText(value, props), (text) => {
    if (text.trim() === '' && onClear) return onClear();
    const reading = readEntry(text, props);
    if ('problem' in reading) {
      setProblem(reading.problem);
      return false;
    }
    // The same number written another way is no edit.
    return reading.value === value ? undefined : onCommit(reading.value);
  });

  const onChange = (text: string) => {
    // Words about a mistake stay until it is put right, and no new ones appear in the middle of typing.
    if (problem && 'value' in readEntry(text, props)) setProblem(null);
    typed.setText(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOfKey[event.key];
    if (event.key === 'Escape') setProblem(null);
    if (steps === undefined || isReadOnly || event.ctrlKey || event.metaKey || event.altKey)
      return typed.onKeyDown(event);
    event.preventDefault();
    const reading = readEntry(typed.text, props);
    const next = shownText(
      stepped('value' in reading ? reading.value : (value ?? props.min ?? 0), steps, props),
      props,
    );
    setProblem(null);
    typed.setText(next);
    typed.handOver(next);
  };

  return { typed, problem: typed.isDraft ? problem : null, onChange, onKeyDown };
}
