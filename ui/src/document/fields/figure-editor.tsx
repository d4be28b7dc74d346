import type { Estimate } from '@/ipc/bindings';
import { NumberField } from '@/shared/components/number-field';
import { Switch } from '@/shared/components/switch';
import { lowerFirst } from '@/shared/format/words';
import { estimateOf, figureOf, withLikely } from '../estimate';
import { EvidenceEditor } from './evidence-editor';
import styles from './figure-editor.module.css';
import type { FigureFormat } from './figure-field';

/** Everything about one figure: its value, how far off it may be, and where it comes from. */
export interface FigureEditorProps extends FigureFormat {
  label: string;
  value: Estimate;
  onChange: (value: Estimate, label: string) => void;
}

/** How far either side of its value a new range goes, as a share of it. Chosen: a start to be changed. */
const newRangeShare = 0.2;

export function FigureEditor({ label, value, onChange, ...format }: FigureEditorProps) {
  const figure = figureOf(value);
  const { likely, range, evidence } = figure;
  const subject = lowerFirst(label);
  const setRange = (wanted: typeof range) =>
    onChange(estimateOf({ ...figure, range: wanted }), `Change the range of ${subject}`);
  return (
    <div className={styles.editor}>
      <h3>{label}</h3>
      <div className={styles.values}>
        {range && (
          <NumberField {...format} label="Low" value={range.low} onCommit={(low) => setRange({ ...range, low })} />
        )}
        <NumberField
          {...format}
          label={range ? 'Most likely' : 'Value'}
          value={likely}
          onCommit={(next) => onChange(withLikely(value, next), `Change ${subject}`)}
        />
        {range && (
          <NumberField {...format} label="High" value={range.high} onCommit={(high) => setRange({ ...range, high })} />
        )}
      </div>
      <Switch
        isSelected={range !== null}
        onChange={(isRange) => setRange(isRange ? rangeAround(likely, format) : null)}
      >
        It may be lower or higher
      </Switch>
      <EvidenceEditor
        evidence={evidence}
        onChange={(next) => onChange(estimateOf({ ...figure, evidence: next }), `Change the source of ${subject}`)}
      />
    </div>
  );
}

function rangeAround(likely: number, { min = -Infinity, max = Infinity, decimals = 2 }: FigureFormat) {
  const away = Math.abs(likely) * newRangeShare;
  const rounded = (value: number) => Number(Math.min(max, Math.max(min, value)).toFixed(decimals));
  return { low: Math.min(likely, rounded(likely - away)), high: Math.max(likely, rounded(likely + away)) };
}
