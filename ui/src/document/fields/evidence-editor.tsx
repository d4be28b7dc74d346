import type { Confidence, Evidence, EvidenceLabel } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Select, type SelectOption } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import { formatDayShort } from '@/shared/format/dates';
import { confidenceLabels, evidenceLabels } from './evidence-words';
import styles from './figure-editor.module.css';
import { readTypedDay } from './typed-day';

/** Where a figure comes from, so that a panel can challenge it and its owner can answer. */
export interface EvidenceEditorProps {
  evidence: Evidence | null;
  onChange: (evidence: Evidence | null) => void;
}

const unsaid: Evidence = { label: 'assumed', source: '', date: null, owner: null, confidence: null, reason: null };

const labels = Object.entries(evidenceLabels).map(([id, words]) => ({ id: id as EvidenceLabel, ...words }));

const confidences: readonly SelectOption<Confidence | 'unsaid'>[] = [
  { id: 'unsaid', label: 'Not said' },
  ...Object.entries(confidenceLabels).map(([id, label]) => ({ id: id as Confidence, label })),
];

export function EvidenceEditor({ evidence, onChange }: EvidenceEditorProps) {
  const change = (part: Partial<Evidence>) => onChange({ ...unsaid, ...evidence, ...part });
  const said = (text: string) => text.trim() || null;
  const setDate = (text: string) => {
    const day = readTypedDay(text);
    // What is not a day stays in the field to be put right: the document keeps days.
    return day === null && text.trim() !== '' ? false : change({ date: day });
  };
  return (
    <>
      <Select
        label="What stands behind it"
        value={evidence?.label ?? null}
        options={labels}
        placeholder="Nothing said yet"
        onChange={(label) => change({ label })}
      />
      <TextField
        label="Source"
        lines={2}
        value={evidence?.source ?? ''}
        placeholder="The publication, data set or meeting"
        onCommit={(source) => change({ source: source.trim() })}
      />
      <div className={styles.pair}>
        <TextField
          label="Date"
          value={evidence?.date ? formatDayShort(evidence.date) : ''}
          placeholder="6 Apr 2026"
          description="Day, month and year"
          onCommit={setDate}
        />
        <Select
          label="How sure"
          value={evidence?.confidence ?? 'unsaid'}
          options={confidences}
          onChange={(confidence) => change({ confidence: confidence === 'unsaid' ? null : confidence })}
        />
      </div>
      <TextField
        label="Who answers for it"
        value={evidence?.owner ?? ''}
        placeholder="A post, such as service manager"
        onCommit={(owner) => change({ owner: said(owner) })}
      />
      <TextField
        label="Why this figure and not another"
        lines={2}
        value={evidence?.reason ?? ''}
        onCommit={(reason) => change({ reason: said(reason) })}
      />
      {evidence && (
        <div>
          <Button size="small" variant="quiet" onPress={() => onChange(null)}>
            Remove the source
          </Button>
        </div>
      )}
    </>
  );
}
