import { optionLook } from '@/shared/charts/drawing/option-look';
import styles from './option-sample.module.css';

/** A piece of an option's line, in its colour and its dash: how it is found on the charts. */
export function OptionSample({ colourIndex }: { colourIndex: number }) {
  const { line, dash } = optionLook(colourIndex);
  return (
    <svg className={styles.sample} viewBox="0 0 26 8" aria-hidden="true" focusable="false">
      <path d="M0 4H26" stroke={line} strokeWidth="2.4" strokeDasharray={dash} />
    </svg>
  );
}

interface OptionNameProps {
  name: string;
  colourIndex: number;
  /** Cuts a name after two lines, where it stands in full elsewhere on the screen. */
  isShort?: boolean;
}

/** An option's name with its line before it. */
export function OptionName({ name, colourIndex, isShort = false }: OptionNameProps) {
  return (
    <span className={styles.name} title={isShort ? name : undefined}>
      <OptionSample colourIndex={colourIndex} />
      <span className={isShort ? styles.short : styles.words}>{name}</span>
    </span>
  );
}
