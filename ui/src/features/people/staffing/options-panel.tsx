import type { Draft } from 'immer';
import { Plus } from 'lucide-react';
import { edit, showOption } from '@/document/document';
import { PlaceOf, usePlace, useProblemAt } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import type { Project, ServiceOption } from '@/ipc/bindings';
import { optionLook } from '@/shared/charts/drawing/option-look';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { Tag } from '@/shared/components/tag';
import { TextField } from '@/shared/components/text-field';
import { editAdding } from '../parts/edit-adding';
import { ElementActions } from '../parts/element-actions';
import { set } from '../parts/set';
import { moveInList } from '../roles/role-edits';
import { ChangedFigures } from './changed-figures';
import { addOption, canRemoveOption, duplicateOption, editOption, removeOption } from './option-edits';
import styles from './options-panel.module.css';

/** What is compared: each option is a design with a staffing; the first one is the base. */
export function OptionsPanel({ shown: { project, option: shownOption } }: { shown: Shown }) {
  const add = () => {
    const id = editAdding('Add an option', (draft) => addOption(draft, shownOption));
    if (id) showOption(id);
  };
  return (
    <Panel
      headingLevel={3}
      title="Options to compare"
      subtitle="An option is a way of running the service with a staffing. The first is what the others are held against."
      actions={
        <Button size="small" icon={<Plus />} onPress={add}>
          Add an option
        </Button>
      }
    >
      <ol className={styles.options}>
        {project.options.map((option, at) => (
          <PlaceOf key={option.id} path={`options/${option.id}`}>
            <OptionRow {...{ project, option, at }} isShown={option.id === shownOption.id} />
          </PlaceOf>
        ))}
      </ol>
    </Panel>
  );
}

interface OptionRowProps {
  project: Project;
  option: ServiceOption;
  at: number;
  isShown: boolean;
}

function OptionRow({ project, option, at, isShown }: OptionRowProps) {
  const change = (label: string, put: (option: Draft<ServiceOption>) => void) => editOption(label, option.id, put);
  const paths = { name: usePlace('name'), design: usePlace('design'), mix: usePlace('mix') };
  const problems = { name: useProblemAt('name'), design: useProblemAt('design'), mix: useProblemAt('mix') };
  const designs = project.designs.map(({ id, name }) => ({ id, label: name || 'Design without a name' }));
  return (
    <li className={styles.option}>
      <div className={styles.first}>
        <Swatch at={at} />
        <div className={styles.name} data-place={paths.name}>
          <TextField
            label={`Name of option ${at + 1}`}
            hideLabel
            value={option.name}
            onCommit={(name) => change(`Rename ${option.name}`, set('name', name.trim()))}
            error={problems.name}
          />
        </div>
        <span data-place={paths.design} className={styles.choice}>
          <Select
            label={`Design of ${option.name}`}
            hideLabel
            value={option.design}
            options={designs}
            onChange={(design) => change(`Change the design of ${option.name}`, set('design', design))}
            error={problems.design}
          />
        </span>
        <span className={styles.with}>with</span>
        <span data-place={paths.mix} className={styles.choice}>
          <MixOfOption project={project} option={option} error={problems.mix} />
        </span>
        <span className={styles.tags}>
          {at === 0 && <Tag>base</Tag>}
          {isShown ? (
            <Tag tone="accent">shown</Tag>
          ) : (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Show ${option.name}`}
              onPress={() => showOption(option.id)}
            >
              Show
            </Button>
          )}
        </span>
        <span className={styles.actions}>
          <OptionActions {...{ project, option, at }} />
        </span>
      </div>
      <div className={styles.second}>
        <TextField
          label={`What ${option.name} is, in a sentence`}
          hideLabel
          placeholder="What it is, in a sentence"
          value={option.description}
          onCommit={(description) => change(`Describe ${option.name}`, set('description', description.trim()))}
        />
        <ChangedFigures project={project} option={option} />
      </div>
    </li>
  );
}

/** How the option is drawn in charts: its colour and its dash. */
function Swatch({ at }: { at: number }) {
  const { line, dash } = optionLook(at);
  return (
    <svg className={styles.swatch} viewBox="0 0 28 8" aria-hidden="true">
      <path d="M1 4H27" stroke={line} strokeWidth="2.5" strokeDasharray={dash} />
    </svg>
  );
}

const noMix = 'none';

function MixOfOption({ project, option, error }: { project: Project; option: ServiceOption; error: string | null }) {
  const mixes = project.mixes.map(({ id, name }) => ({ id: `mix ${id}`, label: name || 'Staffing without a name' }));
  const options = [...mixes, { id: noMix, label: 'no staffing' }];
  const choose = (chosen: string) =>
    editOption(`Change the staffing of ${option.name}`, option.id, (draft) => {
      draft.mix = chosen === noMix ? null : chosen.slice('mix '.length);
    });
  return (
    <Select
      label={`Staffing of ${option.name}`}
      hideLabel
      value={option.mix === null ? noMix : `mix ${option.mix}`}
      options={options}
      onChange={choose}
      error={error}
    />
  );
}

function OptionActions({ project, option, at }: Omit<OptionRowProps, 'isShown'>) {
  return (
    <ElementActions
      what="option"
      name={option.name}
      place={{ at, of: project.options.length }}
      onMove={(by) => edit(`Move ${option.name}`, (draft) => moveInList(draft.options, option.id, by))}
      onDuplicate={() => editAdding(`Copy ${option.name}`, (draft) => duplicateOption(draft, option.id))}
      onDelete={() => edit(`Delete ${option.name}`, (draft) => removeOption(draft, option.id))}
      keptBecause={canRemoveOption(project) ? null : 'The last option stays'}
    />
  );
}
