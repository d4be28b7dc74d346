import type { Estimate } from '@/ipc/bindings';
import { figureNote, type ValueUnit } from './evidence-words';
import styles from './figure-notes.module.css';

/** A figure to say the range and the source of. */
export interface NotedFigure extends ValueUnit {
  label: string;
  value: Estimate | null;
}

/** The ranges and sources of the figures in a sentence, a line for each that has any. */
export function FigureNotes({ figures }: { figures: readonly NotedFigure[] }) {
  const notes = figures.flatMap(({ label, value, ...unit }) => {
    const note = value === null ? null : figureNote(value, unit);
    return note ? [{ label, note }] : [];
  });
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map(({ label, note }) => (
        <li key={label} className={styles.note} title={note}>
          {figures.length > 1 && <span className={styles.label}>{label}. </span>}
          {note}
        </li>
      ))}
    </ul>
  );
}
