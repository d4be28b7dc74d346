import { BookDashed, BookMarked } from 'lucide-react';
import type { Estimate } from '@/ipc/bindings';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Popover } from '@/shared/components/popover';
import { lowerFirst } from '@/shared/format/words';
import { BankButton } from '../bank/bank-button';
import { hasFigures } from '../bank/bank-state';
import { figureOf, likelyOf, withLikely } from '../estimate';
import { figureNote, type ValueUnit, valueWords } from './evidence-words';
import { FigureEditor } from './figure-editor';
import styles from './figure-field.module.css';
import { usePlace, useProblemAt, useWarningAt } from './place';

/** How a figure is written, and what can be typed for it. What makes sense is for the program's own check to say. */
export interface FigureFormat extends ValueUnit {
  min?: number;
  max?: number;
  step?: number;
  decimals?: number;
}

/**
 * One figure of the document: its number with its unit, and beside it a button for its range and its source. Where the
 * bank has cited figures for its place, another opens them.
 */
export interface FigureFieldProps extends FigureFormat {
  /** What it is, in words: "Travel". */
  label: string;
  /** `null` where no figure is given. */
  value: Estimate | null;
  /** Its place below the surrounding `PlaceOf`: `work/travelMinutes`. */
  at: string;
  /** Hands over the figure, and what was done for the undo button: "Change travel to 30 min". */
  onChange: (value: Estimate, label: string) => void;
  /** Allows the figure to be taken away. */
  onClear?: (label: string) => void;
  /** `inline` stands inside a sentence. */
  layout?: 'stacked' | 'inline';
  hideLabel?: boolean;
  description?: string;
  /** Without the buttons for range, source and cited figures, where a table has no room for them. */
  isPlain?: boolean;
}

export function FigureField(props: FigureFieldProps) {
  const { label, value, at, onChange, onClear, layout = 'inline', hideLabel, description, isPlain, ...format } = props;
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const warning = useWarningAt(at);
  const subject = lowerFirst(label);
  const commit = (next: number) =>
    onChange(value === null ? next : withLikely(value, next), `Change ${subject} to ${valueWords(next, format)}`);
  const insert = (cited: Estimate) =>
    onChange(cited, `Put ${valueWords(likelyOf(cited), format)} from the figure bank into ${subject}`);
  return (
    <span className={layout === 'inline' ? styles.inline : styles.stacked} data-place={path}>
      <NumberField
        {...format}
        label={label}
        hideLabel={hideLabel}
        description={description}
        layout={layout}
        value={value === null ? null : figureOf(value).likely}
        onCommit={commit}
        onClear={onClear && (() => onClear(`Remove ${subject}`))}
        error={problem}
      />
      {value !== null && !isPlain && <FigureMore label={label} value={value} onChange={onChange} format={format} />}
      {!isPlain && hasFigures(path) && (
        <span className={styles.more}>
          <BankButton label={label} place={path} onInsert={insert} />
        </span>
      )}
      {warning && !problem && <span className={styles.warning}>{warning}</span>}
    </span>
  );
}

interface FigureMoreProps {
  label: string;
  value: Estimate;
  onChange: (value: Estimate, label: string) => void;
  format: FigureFormat;
}

/** The button for a figure's range and source; its picture says whether there is a source. */
function FigureMore({ label, value, onChange, format }: FigureMoreProps) {
  const note = figureNote(value, format);
  const words = note ? `${label}: ${note}` : `${label}: add a range or a source`;
  const Picture = figureOf(value).evidence ? BookMarked : BookDashed;
  return (
    <span className={styles.more}>
      <Popover
        label={`Range and source of ${lowerFirst(label)}`}
        trigger={<IconButton size="small" label={words} icon={<Picture />} />}
      >
        <FigureEditor {...format} label={label} value={value} onChange={onChange} />
      </Popover>
    </span>
  );
}
