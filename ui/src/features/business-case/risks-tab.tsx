import { Plus, Trash2, TriangleAlert } from 'lucide-react';
import type { Risk } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { IconButton } from '@/shared/components/icon-button';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import styles from './business-case-screen.module.css';
import { addRisk, changeRisk, removeRisk } from './case-edits';
import { riskLevels } from './case-words';

/** What could go wrong, beyond what the model itself shows. */
export function RisksTab({ risks }: { risks: readonly Risk[] }) {
  const add = (
    <Button icon={<Plus />} onPress={() => addRisk(`Risk ${risks.length + 1}`)}>
      Add a risk
    </Button>
  );
  if (risks.length === 0) {
    return (
      <EmptyState title="No risks are written down yet" icon={<TriangleAlert />} actions={add}>
        What the model shows itself, such as a wait that falls late, stands in the paper already. Here belongs what only
        you know: what could go wrong, how likely and how bad it is, what is done about it, and who looks after it.
      </EmptyState>
    );
  }
  return (
    <div className={styles.list}>
      {risks.map((risk, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: risks have no names of their own
        <RiskPanel key={at} risk={risk} at={at} />
      ))}
      <div>{add}</div>
    </div>
  );
}

function RiskPanel({ risk, at }: { risk: Risk; at: number }) {
  const number = at + 1;
  const change = (changed: Partial<Risk>) => changeRisk(at, changed);
  return (
    <Panel
      title={`Risk ${number}`}
      actions={
        <IconButton size="small" label={`Delete risk ${number}`} icon={<Trash2 />} onPress={() => removeRisk(at)} />
      }
    >
      <div className={styles.risk}>
        <div className={styles.wide}>
          <TextField label="What could happen" value={risk.name} onCommit={(name) => change({ name })} />
        </div>
        <Select
          label="How likely"
          value={risk.likelihood}
          options={riskLevels}
          onChange={(likelihood) => change({ likelihood })}
        />
        <Select label="How bad" value={risk.impact} options={riskLevels} onChange={(impact) => change({ impact })} />
        <div className={styles.wide}>
          <TextField
            label="What is done about it"
            lines={2}
            value={risk.response}
            onCommit={(response) => change({ response })}
          />
        </div>
        <div className={styles.wide}>
          <TextField
            label="Who looks after it"
            value={risk.owner}
            placeholder="A role, not a person’s name"
            onCommit={(owner) => change({ owner })}
          />
        </div>
      </div>
    </Panel>
  );
}
