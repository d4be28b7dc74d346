import { ChevronDown } from 'lucide-react';
import type { Key } from 'react-aria-components';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, FieldError, Label, SelectValue, Text } from 'react-aria-components/Select';
import { classNames } from './class-names';
import field from './field.module.css';
import listStyles from './list.module.css';
import styles from './select.module.css';

export interface SelectOption<Id extends string> {
  id: Id;
  label: string;
  /** A line under the label, for choices that need explaining. */
  description?: string;
  isDisabled?: boolean;
}

/** One choice out of many, opened to be seen. */
export interface SelectProps<Id extends string> {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  value: Id | null;
  options: readonly SelectOption<Id>[];
  onChange: (id: Id) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string;
  /** `inline` stands inside a sentence. */
  layout?: 'stacked' | 'inline';
  description?: string;
  error?: string | null;
  isDisabled?: boolean;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, hideLabel, value, options, onChange, placeholder = 'Choose', layout = 'stacked', ...rest } = props;
  const isInline = layout === 'inline';
  const choose = (key: Key | null) => {
    const chosen = options.find((option) => option.id === key);
    if (chosen && chosen.id !== value) onChange(chosen.id);
  };
  return (
    <AriaSelect
      className={classNames(field.field, isInline && styles.inline)}
      value={value}
      onChange={choose}
      placeholder={placeholder}
      isDisabled={rest.isDisabled}
      isInvalid={Boolean(rest.error)}
      validationBehavior="aria"
    >
      <Label className={hideLabel || isInline ? field.unseen : field.label}>{label}</Label>
      <Button className={classNames(field.box, styles.button, rest.error && field.wrong)}>
        <SelectValue className={styles.value}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronDown className={styles.caret} aria-hidden="true" />
      </Button>
      {rest.description && (
        <Text slot="description" className={field.description}>
          {rest.description}
        </Text>
      )}
      <FieldError className={field.error}>{rest.error}</FieldError>
      <Popover className={listStyles.popover} offset={4}>
        <ListBox className={listStyles.list} items={options}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              isDisabled={option.isDisabled}
              className={listStyles.item}
            >
              <Text slot="label">{option.label}</Text>
              {option.description && (
                <Text slot="description" className={listStyles.description}>
                  {option.description}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
