import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './button.module.css';
import { classNames } from './class-names';

/** `primary` is the one thing a place is for; `quiet` has no edge until pointed at; `danger` takes something away. */
export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

/** A button that says in words what it does. */
export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  variant?: ButtonVariant;
  /** `small` for dense rows. */
  size?: 'medium' | 'small';
  /** Drawn before the words, and hidden from screen readers. */
  icon?: ReactNode;
  /** Drawn after the words, as a caret is. */
  trailing?: ReactNode;
  children: ReactNode;
}

export function Button({ variant = 'plain', size = 'medium', icon, trailing, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[variant], size === 'small' && styles.small)}>
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <span className={styles.words}>{children}</span>
      {trailing && (
        <span className={styles.icon} aria-hidden="true">
          {trailing}
        </span>
      )}
    </AriaButton>
  );
}
