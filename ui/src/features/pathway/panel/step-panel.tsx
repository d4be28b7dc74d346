import { Copy, Ellipsis, Spline, Trash2 } from 'lucide-react';
import { PlaceOf, useProblemOfWhole } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import type { Step } from '@/ipc/bindings';
import { shownKeys } from '@/shared/actions/keys';
import { IconButton } from '@/shared/components/icon-button';
import { Menu } from '@/shared/components/menu';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import { mayBeLeft } from '../edits/ways-on';
import { lookOf } from '../graph/lanes';
import { deleteSelection, duplicateSelection, editStep, renameStep } from '../pathway-commands';
import { usePathway } from '../pathway-state';
import tierStyles from '../tier.module.css';
import { kinds } from '../words/kinds';
import { AsDrawn } from './as-drawn';
import { ChangedByOption } from './changed-by-option';
import styles from './panel.module.css';
import { WaysOnList } from './ways-on-list';
import { WorkFields } from './work-fields';

/** The selected step: its name and tier, what happens there, where people go, and how it copes. */
export function StepPanel({ step, shown: { project, design, option } }: { step: Step; shown: Shown }) {
  const noTier = 'none';
  const tiers = [{ id: noTier, label: 'No tier' }, ...project.tiers.map(({ id, name }) => ({ id, label: name }))];
  const setTier = (tier: string) =>
    editStep(step.id, `Move ${step.name} to ${tiers.find(({ id }) => id === tier)?.label ?? tier}`, (draft) => {
      draft.tier = tier === noTier ? null : tier;
    });
  return (
    <>
      <PlaceOf path={`designs/${design.id}/steps/${step.id}`}>
        <header className={styles.head}>
          {project.tiers.length > 0 && (
            <span className={tierStyles.tier} data-tier={lookOf(project.tiers, step.tier)}>
              <span className={styles.tier}>
                <Select layout="inline" label="Tier" value={step.tier ?? noTier} options={tiers} onChange={setTier} />
              </span>
            </span>
          )}
          <span className={styles.kind}>{kinds[step.work.kind].label}</span>
          <StepMenu step={step} />
        </header>
        <div className={styles.name} data-place={`designs/${design.id}/steps/${step.id}/name`}>
          <TextField
            label="Name"
            hideLabel
            value={step.name}
            maxLength={300}
            onCommit={(name) => renameStep(step.id, name)}
          />
        </div>
        <StepProblems />
        <WorkFields
          key={step.id}
          part={step.work}
          at="work"
          put={(work, label, place) =>
            editStep(step.id, label, (draft) => Object.assign(draft, { work }), `step:${step.id}:${place}`)
          }
          project={project}
          design={design}
        />
      </PlaceOf>
      <WaysOnList step={step} design={design} />
      <ChangedByOption option={option} place={`design/steps/${step.id}/`} />
      <AsDrawn stepId={step.id} />
      <div className={styles.note}>
        <TextField
          key={step.id}
          label="Note to whoever reads this"
          lines={2}
          value={step.note}
          onCommit={(note) =>
            editStep(step.id, `Change the note of ${step.name}`, (draft) => {
              draft.note = note;
            })
          }
        />
      </div>
    </>
  );
}

/** What is wrong with the step as a whole. */
function StepProblems() {
  const problem = useProblemOfWhole();
  return problem && <p className={styles.problem}>{problem}</p>;
}

function StepMenu({ step }: { step: Step }) {
  return (
    <Menu
      label="This step"
      placement="bottom end"
      trigger={<IconButton size="small" label={`More about ${step.name}`} icon={<Ellipsis />} />}
      choices={[
        {
          id: 'connect',
          label: 'Connect to…',
          icon: <Spline />,
          keys: 'L',
          isDisabled: !mayBeLeft(step.work.kind),
          onAction: () => usePathway.setState({ connecting: step.id }),
        },
        { id: 'duplicate', label: 'Duplicate', icon: <Copy />, keys: shownKeys('Mod+D'), onAction: duplicateSelection },
        null,
        {
          id: 'delete',
          label: 'Delete',
          icon: <Trash2 />,
          keys: shownKeys('Delete'),
          tone: 'danger',
          onAction: deleteSelection,
        },
      ]}
    />
  );
}
