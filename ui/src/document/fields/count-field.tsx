import { Plus, Trash2 } from 'lucide-react';
import type { Count, Estimate } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Select } from '@/shared/components/select';
import { lowerFirst } from '@/shared/format/words';
import { asCountKind, type CountKind, countKinds, countWords } from './count-kinds';
import editor from './distribution-editor.module.css';
import styles from './distribution-field.module.css';
import { FigureField } from './figure-field';
import { usePlace, useProblemAt } from './place';
import { VaryButton } from './vary-button';

/** A whole number that may differ from person to person, inside a sentence: contacts, sessions. */
export interface CountFieldProps {
  label: string;
  value: Count;
  /** Its place below the surrounding `PlaceOf`: `work/contactsPerPerson`. */
  at: string;
  onChange: (value: Count, label: string) => void;
}

const kinds = Object.entries(countKinds).map(([id, words]) => ({ id: id as CountKind, ...words }));

export function CountField({ label, value, at, onChange }: CountFieldProps) {
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const words = countWords(value);
  const hasHeadline = value.kind === 'fixed' || value.kind === 'geometric';
  return (
    <span className={styles.field} data-place={path}>
      {hasHeadline && <Headline label={label} value={value} at={at} onChange={onChange} />}
      <VaryButton label={label} words={words}>
        <CountEditor label={label} value={value} at={at} onChange={onChange} />
      </VaryButton>
      {problem && !hasHeadline && <span className={styles.problem}>{problem}</span>}
    </span>
  );
}

function Headline({ label, value, at, onChange }: CountFieldProps) {
  if (value.kind === 'geometric') {
    return (
      <FigureField
        label={label}
        value={value.mean}
        at={`${at}/mean`}
        min={1}
        onChange={(mean, words) => onChange({ ...value, mean }, words)}
      />
    );
  }
  if (value.kind !== 'fixed') return null;
  return (
    <FigureField
      label={label}
      value={value.value}
      at={`${at}/value`}
      min={1}
      onChange={(next, words) => onChange({ kind: 'fixed', value: next }, words)}
    />
  );
}

/** The kind of a number and all its figures. */
function CountEditor({ label, value, at, onChange }: CountFieldProps) {
  const figure = (field: string, name: string, of: Estimate) => (
    <FigureField
      key={field}
      layout="stacked"
      label={name}
      min={1}
      value={of}
      at={`${at}/${field}`}
      onChange={(next, words) => onChange({ ...value, [field]: next } as Count, `${words}: ${lowerFirst(label)}`)}
    />
  );
  return (
    <div className={editor.editor}>
      <h3>{label}</h3>
      <Select
        label="How many"
        value={value.kind}
        options={kinds}
        onChange={(kind) => onChange(asCountKind(value, kind), `Change how ${lowerFirst(label)} varies`)}
      />
      <div className={editor.figures}>
        {value.kind === 'fixed' && figure('value', 'Number', value.value)}
        {value.kind === 'range' && [figure('low', 'Fewest', value.low), figure('high', 'Most', value.high)]}
        {value.kind === 'geometric' && [figure('mean', 'Mean', value.mean), figure('atMost', 'At most', value.atMost)]}
      </div>
      {value.kind === 'shares' && <Shares label={label} percents={value.percents} at={at} onChange={onChange} />}
    </div>
  );
}

interface SharesProps extends Omit<CountFieldProps, 'value'> {
  percents: readonly Estimate[];
}

/** The share of people with exactly one, two, three …, a row for each. */
function Shares({ label, percents, at, onChange }: SharesProps) {
  const put = (next: Estimate[], words: string) => onChange({ kind: 'shares', percents: next }, words);
  const done = `Change the shares of ${lowerFirst(label)}`;
  return (
    <div className={editor.parts}>
      {percents.map((percent, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the position is the number that the share is of
        <div key={index} className={editor.share}>
          <FigureField
            label={`Share with exactly ${index + 1}`}
            value={percent}
            unit="%"
            min={0}
            max={100}
            at={`${at}/percents/${index}`}
            onChange={(next, words) => put(percents.with(index, next), words)}
          />
          have {index + 1}
          {index === percents.length - 1 && index > 0 && (
            <IconButton
              size="small"
              label={`Nobody has ${index + 1}`}
              icon={<Trash2 />}
              onPress={() => put(percents.slice(0, -1), done)}
            />
          )}
        </div>
      ))}
      <Button size="small" variant="quiet" icon={<Plus />} onPress={() => put([...percents, 0], done)}>
        Some have {percents.length + 1}
      </Button>
    </div>
  );
}
