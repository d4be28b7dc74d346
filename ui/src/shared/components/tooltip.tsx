import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';
import styles from './tooltip.module.css';

/** Words beside a control on hover and on focus. What is needed to use the control belongs on the page instead. */
export interface TooltipProps {
  words: string;
  /** The shortcut, as shown: `Ctrl+Z`. */
  keys?: string | undefined;
  /** One control of React Aria: a `Button`, an `IconButton`'s button, a `ToggleButton`. */
  children: ReactElement;
}

export function Tooltip({ words, keys, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={600} closeDelay={80}>
      {children}
      <AriaTooltip className={styles.tooltip} offset={6}>
        {words}
        {keys && <kbd className={styles.keys}>{keys}</kbd>}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
