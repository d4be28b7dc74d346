import type { Draft } from 'immer';
import { edit } from '@/document/document';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { ClientGroup, Design, Project } from '@/ipc/bindings';
import { Select } from '@/shared/components/select';
import { TextField } from '@/shared/components/text-field';
import { ElementActions } from '../parts/element-actions';
import { listed } from '../parts/listed';
import { set } from '../parts/set';
import { moveInList } from '../roles/role-edits';
import { priorityWords, removeGroup, shareWords, usesOfGroup } from './group-edits';
import { GroupLabels } from './group-labels';
import styles from './groups.module.css';

/** Changes one group, as one edit. */
export type ChangeGroup = (label: string, put: (group: Draft<ClientGroup>) => void) => void;

interface GroupRowProps {
  project: Project;
  design: Design;
  group: ClientGroup;
  at: number;
}

export function GroupRow({ project, design, group, at }: GroupRowProps) {
  const [namePath, priorityPath, labelsPath] = [usePlace('name'), usePlace('priority'), usePlace('labels')];
  const [nameProblem, priorityProblem] = [useProblemAt('name'), useProblemAt('priority')];
  const change: ChangeGroup = (label, put) =>
    edit(`${label}, ${group.name}`, (draft) => {
      const found = draft.groups.find(({ id }) => id === group.id);
      if (found) put(found);
    });
  const classes = Array.from({ length: Math.max(project.groups.length, group.priority + 1, 2) }, (_, priority) => ({
    id: String(priority),
    label: priorityWords(priority),
  }));
  return (
    <tr>
      <th scope="row" data-place={namePath}>
        <TextField
          label={`Name of group ${at + 1}`}
          hideLabel
          value={group.name}
          onCommit={(name) => change('Rename', set('name', name.trim()))}
          error={nameProblem}
        />
      </th>
      <td data-place={priorityPath}>
        <Select
          label={`Priority of ${group.name}`}
          hideLabel
          value={String(group.priority)}
          options={classes}
          onChange={(priority) => change('Change the priority', set('priority', Number(priority)))}
          error={priorityProblem}
        />
      </td>
      <td className={styles.share}>{shareWords(design, group.id, at === 0)}</td>
      <td data-place={labelsPath}>
        <GroupLabels group={group} change={change} />
      </td>
      <td>
        <span className={styles.actions}>
          <GroupActions project={project} group={group} at={at} />
        </span>
      </td>
    </tr>
  );
}

function GroupActions({ project, group, at }: Omit<GroupRowProps, 'design'>) {
  const uses = usesOfGroup(project, group.id);
  return (
    <ElementActions
      what="group"
      name={group.name}
      place={{ at, of: project.groups.length }}
      onMove={(by) => edit(`Move ${group.name}`, (draft) => moveInList(draft.groups, group.id, by))}
      onDelete={() => edit(`Delete ${group.name}`, (draft) => removeGroup(draft, group.id))}
      keptBecause={project.groups.length === 1 ? 'One group has to stay' : null}
      consequences={
        uses.length > 0 && (
          <p>
            Its shares at {listed(uses)} would go, and the others have to be made to add to 100% again. Undo brings it
            back.
          </p>
        )
      }
    />
  );
}
