import { useEffect, useRef } from 'react';
import styles from './name-field.module.css';

/** A name typed where it stands. Enter and leaving the field keep it, Escape does not. */
export interface NameFieldProps {
  name: string;
  label: string;
  /** Hands over the name, or `null` when it stays as it was. */
  onDone: (name: string | null) => void;
}

/** Longest name the document takes. */
const longest = 300;

export function NameField({ name, label, onDone }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const finish = (kept: boolean) => {
    const typed = field.current?.value.trim();
    onDone(kept && typed && typed !== name ? typed : null);
  };
  return (
    <input
      ref={field}
      // The canvas leaves presses and drags inside these classes alone.
      className={`${styles.field} nodrag nopan nokey`}
      aria-label={label}
      defaultValue={name}
      maxLength={longest}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // What held the keyboard before the name has it again.
        const holder = field.current?.closest<HTMLElement>('[tabindex="0"]');
        finish(event.key === 'Enter');
        holder?.focus();
      }}
    />
  );
}
