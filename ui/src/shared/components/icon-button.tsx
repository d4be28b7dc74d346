import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classNames } from './class-names';
import styles from './icon-button.module.css';
import { Tooltip } from './tooltip';

/** A button drawn as a picture alone. Its words are read aloud, and shown on hover and on focus. */
export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What it does, in words. */
  label: string;
  /** The shortcut, as shown: `Ctrl+Z`. */
  keys?: string;
  icon: ReactNode;
  /** `edged` when it stands alone among buttons with edges. */
  variant?: 'quiet' | 'edged';
  size?: 'medium' | 'small';
}

export function IconButton({ label, keys, icon, variant = 'quiet', size = 'medium', ...rest }: IconButtonProps) {
  return (
    <Tooltip words={label} keys={keys}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(styles.button, variant === 'edged' && styles.edged, size === 'small' && styles.small)}
      >
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
