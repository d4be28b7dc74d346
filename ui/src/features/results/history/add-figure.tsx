import { type FormEvent, useRef, useState } from 'react';
import type { Actuals } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { TextField } from '@/shared/components/text-field';
import { formatDayShort } from '@/shared/format';
import { parseNumber } from '@/shared/format/numbers';
import { addFigure, countedMeasures, readDayOrWeek } from './counted-series';
import styles from './on-track.module.css';

/** A day and a figure, typed one after the other: Enter goes on, and after the figure it adds both. */
export function AddFigure({ series, startDate }: { series: Actuals; startDate: string }) {
  const [typed, setTyped] = useState({ day: '', value: '' });
  const [error, setError] = useState<{ field: 'day' | 'value'; words: string } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { label } = countedMeasures[series.measure];
  const goTo = (field: 'day' | 'value') =>
    form.current?.querySelectorAll<HTMLInputElement>('input')[field === 'day' ? 0 : 1]?.focus();
  const refuse = (field: 'day' | 'value', words: string) => {
    setError({ field, words });
    goTo(field);
  };

  const add = (event: FormEvent) => {
    event.preventDefault();
    const date = readDayOrWeek(typed.day, startDate);
    if (date === null) return refuse('day', 'Enter a day, such as 6 Apr 2026, or a week, such as week 12');
    if (series.figures.some((figure) => figure.date === date))
      return refuse('day', `There is a figure for ${formatDayShort(date)} already: change it above`);
    setError(null);
    if (typed.value.trim() === '') return goTo('value');
    const value = parseNumber(typed.value);
    if (value === null || value < 0) return refuse('value', 'Enter a number of 0 or more');
    addFigure(series, { date, value });
    setTyped({ day: '', value: '' });
    goTo('day');
  };

  return (
    <form ref={form} className={styles.add} onSubmit={add} noValidate>
      <TextField
        label="Day or week"
        value={typed.day}
        placeholder="6 Apr 2026"
        error={error?.field === 'day' ? error.words : null}
        onChange={(day) => setTyped({ ...typed, day })}
      />
      <TextField
        label={label}
        value={typed.value}
        error={error?.field === 'value' ? error.words : null}
        onChange={(value) => setTyped({ ...typed, value })}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
