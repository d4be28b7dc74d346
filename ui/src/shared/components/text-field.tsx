import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components/TextField';
import { classNames } from './class-names';
import field from './field.module.css';
import styles from './text-field.module.css';
import { useCommittedText } from './use-committed-text';

/** Words. Hand over once with `onCommit`, or letter by letter with `onChange` where something follows the typing. */
export interface TextFieldProps {
  label: string;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  value: string;
  /** A promise keeps the text in sight until the document has it; `false` refuses it. */
  onCommit?: (value: string) => unknown;
  onChange?: (value: string) => void;
  description?: string;
  /** What is wrong and what to do, in words. */
  error?: string | null;
  placeholder?: string;
  /** Several lines; Enter then starts a new one. */
  lines?: number;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  autoFocus?: boolean;
  maxLength?: number;
}

export function TextField({ label, hideLabel, description, error, placeholder, lines, ...rest }: TextFieldProps) {
  const { value, onCommit, onChange, ...state } = rest;
  const typed = useCommittedText(value, (text) => onCommit?.(text));
  const entry = {
    className: field.input,
    placeholder,
    'data-draft': typed.isDraft || undefined,
    onKeyDown: typed.onKeyDown,
  };
  return (
    <AriaTextField
      {...state}
      className={field.field}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      value={onCommit ? typed.text : value}
      onChange={onCommit ? typed.setText : onChange}
      onBlur={typed.onBlur}
    >
      <Label className={hideLabel ? field.unseen : field.label}>{label}</Label>
      <div className={classNames(field.box, error && field.wrong)} data-disabled={state.isDisabled || undefined}>
        {lines ? (
          <TextArea {...entry} rows={lines} className={classNames(field.input, styles.lines)} />
        ) : (
          <Input {...entry} />
        )}
      </div>
      {description && (
        <Text slot="description" className={field.description}>
          {description}
        </Text>
      )}
      <FieldError className={field.error}>{error}</FieldError>
    </AriaTextField>
  );
}
