import type { ReactNode } from 'react';
import { classNames } from './class-names';
import styles from './tag.module.css';

export type TagTone =
  | 'plain'
  | 'accent'
  | 'success'
  | 'warning'
  | 'danger'
  | 'universal'
  | 'targeted'
  | 'individualised';

/** A word or two that sorts a thing: its tier, its state. The word carries the meaning; the colour repeats it. */
export interface TagProps {
  tone?: TagTone;
  children: ReactNode;
}

export function Tag({ tone = 'plain', children }: TagProps) {
  return <span className={classNames(styles.tag, styles[tone])}>{children}</span>;
}
