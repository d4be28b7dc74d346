import { ClipboardPaste, Plus, Trash2 } from 'lucide-react';
import type { Distribution } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import { formatNumber } from '@/shared/format/numbers';
import { lowerFirst } from '@/shared/format/words';
import styles from './distribution-editor.module.css';
import type { DistributionFieldProps } from './distribution-field';
import {
  asKind,
  type DistributionKind,
  type DistributionOf,
  distributionKinds,
  parameterOf,
  parametersOf,
  readValues,
  withParameter,
} from './distribution-kinds';
import { FigureField } from './figure-field';

const kinds = Object.entries(distributionKinds).map(([id, words]) => ({ id: id as DistributionKind, ...words }));

/** A mixture holds plain kinds here: one inside another can be read from a file, and is shown, but not made. */
const plainKinds = kinds.filter(({ id }) => id !== 'mixture');

interface DistributionEditorProps extends DistributionFieldProps {
  /** Inside a mixture, where there is room for the figures alone. */
  isPart?: boolean;
  /** Offers to fit a shape to own measurements. */
  onFit?: () => void;
}

/** The kind of a distribution and all its figures. */
export function DistributionEditor(props: DistributionEditorProps) {
  const { label, value, at, onChange, isPart = false, onFit, ...unit } = props;
  const done = `Change how ${lowerFirst(label)} varies`;
  return (
    <div className={isPart ? styles.part : styles.editor}>
      {!isPart && <h3>{label}</h3>}
      <Select
        label="How it varies"
        hideLabel={isPart}
        value={value.kind}
        options={isPart && value.kind !== 'mixture' ? plainKinds : kinds}
        onChange={(kind) => onChange(asKind(value, kind), done)}
      />
      <div className={styles.figures}>
        {parametersOf[value.kind].map(({ field, label: name, isBare, isOptional }) => (
          <FigureField
            {...(isBare ? {} : unit)}
            key={field}
            layout="stacked"
            label={name}
            min={0}
            value={parameterOf(value, field)}
            at={`${at}/${field}`}
            onChange={(next, words) => onChange(withParameter(value, field, next), `${words}: ${lowerFirst(label)}`)}
            onClear={isOptional ? (words) => onChange(withParameter(value, field, null), words) : undefined}
          />
        ))}
      </div>
      {value.kind === 'counted' && <CountedValues label={label} value={value} onChange={onChange} unit={unit.unit} />}
      {value.kind === 'mixture' && <MixtureParts {...unit} label={label} value={value} at={at} onChange={onChange} />}
      {onFit && (
        <div>
          <Button size="small" icon={<ClipboardPaste />} onPress={onFit}>
            Fit to own measurements…
          </Button>
        </div>
      )}
    </div>
  );
}

interface CountedValuesProps {
  label: string;
  value: DistributionOf<'counted'>;
  unit: string | undefined;
  onChange: DistributionFieldProps['onChange'];
}

function CountedValues({ label, value, unit, onChange }: CountedValuesProps) {
  const commit = (text: string) => {
    const values = readValues(text);
    if (!values) return false;
    onChange({ kind: 'counted', values }, `Change the counted values of ${lowerFirst(label)}`);
    return true;
  };
  return (
    <TextField
      label={`Values${unit ? `, in ${unit.trim()}` : ''}`}
      lines={4}
      value={value.values.map((one) => formatNumber(one, 4).replaceAll(',', '')).join(', ')}
      description="Numbers with spaces or commas between them; paste them from a spreadsheet."
      onCommit={commit}
    />
  );
}

/** The share of people and the distribution of each part. */
function MixtureParts({
  label,
  value,
  at,
  onChange,
  ...unit
}: DistributionFieldProps & { value: DistributionOf<'mixture'> }) {
  const { parts } = value;
  const put = (next: typeof parts, words: string) => onChange({ kind: 'mixture', parts: next }, words);
  const done = `Change the parts of ${lowerFirst(label)}`;
  return (
    <div className={styles.parts}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their position
        <fieldset key={index} className={styles.one}>
          <legend>Part {index + 1}</legend>
          <div className={styles.share}>
            <FigureField
              label={`Share of people in part ${index + 1}`}
              value={part.percent}
              unit="%"
              min={0}
              max={100}
              at={`${at}/parts/${index}/percent`}
              onChange={(percent, words) => put(parts.with(index, { ...part, percent }), words)}
            />
            of people
            <IconButton
              size="small"
              label={`Remove part ${index + 1}`}
              icon={<Trash2 />}
              isDisabled={parts.length < 2}
              onPress={() => put(parts.toSpliced(index, 1), done)}
            />
          </div>
          <DistributionEditor
            {...unit}
            isPart
            label={`${label}, part ${index + 1}`}
            value={part.of}
            at={`${at}/parts/${index}/of`}
            onChange={(of, words) => put(parts.with(index, { ...part, of }), words)}
          />
        </fieldset>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={<Plus />}
        onPress={() => put([...parts, { percent: 0, of: asKind(value, 'fixed') as Distribution }], done)}
      >
        Add a part
      </Button>
    </div>
  );
}
