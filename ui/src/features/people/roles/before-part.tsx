import { Plus, Trash2 } from 'lucide-react';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import { starter } from '@/document/starters';
import type { Commitment, FollowUpPolicy, Role } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { TextField } from '@/shared/components/text-field';
import { Part, Remark } from '../parts/section-page';
import { editRole } from './role-fields';
import styles from './role-panel.module.css';

/** Work that takes hours before any contact, and who comes first in the hours that are left. */
export function BeforePart({ role }: { role: Role }) {
  const add = () => editRole(role, 'Add a commitment', (draft) => void draft.commitments.push(starter('commitment')));
  return (
    <Part
      title="Before any contact"
      side={
        <Button size="small" variant="quiet" icon={<Plus />} onPress={add}>
          Add a commitment
        </Button>
      }
    >
      {role.commitments.length === 0 && (
        <Remark>Nothing is taken from the patient-related hours: supervision, meetings or students, if they do.</Remark>
      )}
      <ul className={styles.commitments}>
        {role.commitments.map((commitment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a commitment has no name of its own but its place
          <CommitmentRow key={index} role={role} commitment={commitment} index={index} />
        ))}
      </ul>
      <PolicySentence role={role} />
    </Part>
  );
}

interface CommitmentRowProps {
  role: Role;
  commitment: Commitment;
  index: number;
}

function CommitmentRow({ role, commitment, index }: CommitmentRowProps) {
  const at = `commitments/${index}`;
  const problem = useProblemAt(`${at}/name`);
  const rename = (name: string) =>
    editRole(role, 'Rename a commitment', (draft) => {
      const found = draft.commitments[index];
      if (found) found.name = name.trim();
    });
  return (
    <li className={styles.commitment}>
      <TextField
        label="What it is"
        hideLabel
        value={commitment.name}
        onCommit={rename}
        error={problem}
        placeholder="What it is"
      />
      <FigureField
        label={`Hours of ${commitment.name || 'the commitment'}`}
        value={commitment.hoursPerWtePerWeek}
        at={`${at}/hoursPerWtePerWeek`}
        min={0}
        onChange={(value, label) =>
          editRole(role, label, (draft) => {
            const found = draft.commitments[index];
            if (found) found.hoursPerWtePerWeek = value;
          })
        }
      />
      <span>hours a week for each WTE</span>
      <IconButton
        size="small"
        label={`Remove ${commitment.name || 'the commitment'}`}
        icon={<Trash2 />}
        onPress={() => editRole(role, 'Remove a commitment', (draft) => void draft.commitments.splice(index, 1))}
      />
    </li>
  );
}

type PolicyKind = FollowUpPolicy['kind'];

const policies: readonly SelectOption<PolicyKind>[] = [
  { id: 'followUpsFirst', label: 'people already under way', description: 'Booked follow-ups before anybody new' },
  { id: 'newFirst', label: 'new people', description: 'First contacts before booked follow-ups' },
  { id: 'protectedForNew', label: 'neither: hours are kept for new people', description: 'A share of the hours' },
];

function PolicySentence({ role }: { role: Role }) {
  const path = usePlace('followUpPolicy');
  const policy = role.followUpPolicy;
  const choose = (kind: PolicyKind) =>
    editRole(role, 'Change who comes first', (draft) => {
      draft.followUpPolicy = kind === 'protectedForNew' ? { kind, percent: 30 } : { kind };
    });
  const isShared = policy.kind === 'protectedForNew';
  return (
    <>
      <Sentence>
        When both wait for this role, it sees first{' '}
        <span data-place={path}>
          <Select layout="inline" label="Who comes first" value={policy.kind} options={policies} onChange={choose} />
        </span>
        {isShared && (
          <>
            {' '}
            while any wait,{' '}
            <FigureField
              label="Share kept for new people"
              value={policy.percent}
              at="followUpPolicy/percent"
              unit="%"
              min={0}
              max={100}
              onChange={(value, label) =>
                editRole(role, label, (draft) => {
                  if (draft.followUpPolicy.kind === 'protectedForNew') draft.followUpPolicy.percent = value;
                })
              }
            />{' '}
            of the hours
          </>
        )}
        .
      </Sentence>
      {isShared && <FigureNotes figures={[{ label: 'Share kept', value: policy.percent, unit: '%' }]} />}
    </>
  );
}
