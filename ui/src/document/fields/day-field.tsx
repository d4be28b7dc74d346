import { useState } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label } from 'react-aria-components/TextField';
import { classNames } from '@/shared/components/class-names';
import field from '@/shared/components/field.module.css';
import { useCommittedText } from '@/shared/components/use-committed-text';
import { formatDayShort } from '@/shared/format';
import { usePlace, useProblemAt } from './place';
import { readTypedDay } from './typed-day';

/** A day of the calendar, typed as people write one and shown as `6 Apr 2026`. */
export interface DayFieldProps {
  label: string;
  hideLabel?: boolean;
  /** `YYYY-MM-DD`. */
  value: string;
  /** Its place below the surrounding `PlaceOf`. */
  at: string;
  /** Reads what is typed, where a day may be said in more ways than a day of the calendar. */
  read?: (text: string) => string | null;
  onCommit: (day: string) => void;
}

export function DayField({ label, hideLabel, value, at, read = readTypedDay, onCommit }: DayFieldProps) {
  const [isRefused, setIsRefused] = useState(false);
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const typed = useCommittedText(formatDayShort(value), (text) => {
    const day = read(text);
    setIsRefused(day === null);
    if (day === null) return false;
    return day === value ? undefined : onCommit(day);
  });
  const error = isRefused && typed.isDraft ? 'Enter a day, such as 6 Apr 2026' : problem;
  return (
    <AriaTextField
      className={field.field}
      isInvalid={error !== null}
      validationBehavior="aria"
      value={typed.text}
      onChange={typed.setText}
      onBlur={typed.onBlur}
      data-place={path}
    >
      <Label className={hideLabel ? field.unseen : field.label}>{label}</Label>
      <div className={classNames(field.box, error && field.wrong)}>
        <Input className={field.input} autoComplete="off" size={11} onKeyDown={typed.onKeyDown} />
      </div>
      <FieldError className={field.error}>{error}</FieldError>
    </AriaTextField>
  );
}
