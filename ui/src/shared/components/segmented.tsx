import type { ReactNode } from 'react';
import type { Key } from 'react-aria-components';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './segmented.module.css';

export interface SegmentedOption<Id extends string> {
  id: Id;
  label: string;
  icon?: ReactNode;
  isDisabled?: boolean;
}

/** One choice out of a few, all of them in sight: Graph or Table. */
export interface SegmentedProps<Id extends string> {
  /** What is chosen, for a screen reader. */
  label: string;
  value: Id;
  options: readonly SegmentedOption<Id>[];
  onChange: (id: Id) => void;
}

export function Segmented<Id extends string>({ label, value, options, onChange }: SegmentedProps<Id>) {
  const choose = (keys: Set<Key>) => {
    const chosen = options.find((option) => keys.has(option.id));
    if (chosen && chosen.id !== value) onChange(chosen.id);
  };
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={styles.group}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {options.map((option) => (
        <ToggleButton key={option.id} id={option.id} className={styles.segment} isDisabled={option.isDisabled}>
          {option.icon && (
            <span className={styles.icon} aria-hidden="true">
              {option.icon}
            </span>
          )}
          {/* The strong face is wider: an unseen copy keeps the width, so that choosing moves nothing. */}
          <span className={styles.words} data-words={option.label}>
            {option.label}
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
