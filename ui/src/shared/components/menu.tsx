import type { ReactElement, ReactNode } from 'react';
import { Menu as AriaMenu, Keyboard, MenuItem, MenuTrigger, Separator, Text } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { classNames } from './class-names';
import styles from './list.module.css';

export interface MenuChoice {
  id: string;
  label: string;
  /** A line under the label. */
  description?: string;
  icon?: ReactNode;
  /** The shortcut, as shown. */
  keys?: string;
  /** `danger` for what takes something away. */
  tone?: 'danger';
  isDisabled?: boolean;
  onAction: () => void;
}

/** Actions that open under a button. `null` between two choices draws a line. */
export interface MenuProps {
  /** Names the menu for a screen reader. */
  label: string;
  /** The button that opens it. */
  trigger: ReactElement;
  choices: readonly (MenuChoice | null)[];
  placement?: 'bottom start' | 'bottom end';
}

export function Menu({ label, trigger, choices, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover} placement={placement} offset={4}>
        <AriaMenu className={styles.list} aria-label={label}>
          {choices.map((choice, at) =>
            choice ? (
              <Choice key={choice.id} {...choice} />
            ) : (
              <Separator key={`line-after-${choices[at - 1]?.id}`} className={styles.separator} />
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Choice({ id, label, description, icon, keys, tone, isDisabled, onAction }: MenuChoice) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={classNames(styles.item, icon && styles.withIcon, tone && styles[tone])}
    >
      {icon && (
        <span className={styles.icon} aria-hidden="true">
          {icon}
        </span>
      )}
      <Text slot="label">{label}</Text>
      {keys && <Keyboard className={styles.keys}>{keys}</Keyboard>}
      {description && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
    </MenuItem>
  );
}
