import { ArrowLeft, ArrowRight, Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { edit } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { PlaceOf, usePlace, useProblemAt } from '@/document/fields/place';
import type { Estimate, Project, Role, StaffingMix } from '@/ipc/bindings';
import { ConfirmDialog } from '@/shared/components/confirm-dialog';
import { IconButton } from '@/shared/components/icon-button';
import { Menu } from '@/shared/components/menu';
import { Tag } from '@/shared/components/tag';
import { TextField } from '@/shared/components/text-field';
import { formatMoney, formatPosts } from '@/shared/format';
import { editAdding } from '../parts/edit-adding';
import { listed } from '../parts/listed';
import { moveInList } from '../roles/role-edits';
import {
  duplicateMix,
  optionsOfMix,
  postsOf,
  removeMix,
  removePosts,
  rolesWithoutCost,
  setPosts,
  totalWte,
  yearlyCost,
} from './mix-edits';
import styles from './mix-table.module.css';

/** Posts of every role in every staffing, with the totals and what they cost in a full year. */
export function MixTable({ project, shownMixId }: { project: Project; shownMixId: string | null }) {
  const { mixes, roles, options } = project;
  return (
    <div className={styles.room}>
      <table className={styles.table} aria-label="Posts by role and staffing">
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              Role
            </th>
            {mixes.map((mix, at) => (
              <th key={mix.id} scope="col" className={styles.mix}>
                <MixHead project={project} mix={mix} at={at} isShown={mix.id === shownMixId} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roles.map((role) => (
            <tr key={role.id}>
              <th scope="row" className={styles.role}>
                {role.name || 'Role without a name'}
              </th>
              {mixes.map((mix) => (
                <td key={mix.id} className={styles.cell}>
                  <PostsField mix={mix} role={role} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.role}>
              Together
            </th>
            {mixes.map((mix) => (
              <td key={mix.id} className={styles.total}>
                {formatPosts(totalWte(mix))}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className={styles.role}>
              Cost of a full year
            </th>
            {mixes.map((mix) => (
              <td key={mix.id} className={styles.total}>
                <Cost mix={mix} roles={roles} />
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row" className={styles.role}>
              Used by
            </th>
            {mixes.map((mix) => (
              <td key={mix.id} className={styles.uses}>
                {listed(optionsOfMix(options, mix.id).map(({ name }) => name)) || 'no option yet'}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cost({ mix, roles }: { mix: StaffingMix; roles: readonly Role[] }) {
  const missing = rolesWithoutCost(mix, roles).map(({ name }) => name);
  return (
    <>
      {formatMoney(yearlyCost(mix, roles))}
      {missing.length > 0 && <span className={styles.missing}>without {listed(missing, 3)}: cost not given</span>}
    </>
  );
}

function PostsField({ mix, role }: { mix: StaffingMix; role: Role }) {
  const put = (label: string, change: (mix: StaffingMix) => void) =>
    edit(`${label}, ${mix.name}`, (draft) => {
      const found = draft.mixes.find(({ id }) => id === mix.id);
      if (found) change(found);
    });
  return (
    <FigureField
      layout="stacked"
      hideLabel
      label={`${role.name}, posts in ${mix.name}`}
      value={postsOf(mix, role.id)?.wte ?? null}
      at={`mixes/${mix.id}/posts/${role.id}/wte`}
      unit=" WTE"
      min={0}
      step={0.1}
      onChange={(wte: Estimate) => put(`Change the posts of ${role.name}`, (draft) => setPosts(draft, role.id, wte))}
      onClear={() => put(`Remove the posts of ${role.name}`, (draft) => removePosts(draft, role.id))}
    />
  );
}

interface MixHeadProps {
  project: Project;
  mix: StaffingMix;
  at: number;
  isShown: boolean;
}

/** The name of a staffing and what can be done with it. */
function MixHead({ project, mix, at, isShown }: MixHeadProps) {
  return (
    <PlaceOf path={`mixes/${mix.id}`}>
      <div className={styles.head}>
        <MixName mix={mix} />
        <MixMenu project={project} mix={mix} at={at} />
      </div>
      {isShown && <Tag tone="accent">shown</Tag>}
    </PlaceOf>
  );
}

function MixName({ mix }: { mix: StaffingMix }) {
  const [path, problem] = [usePlace('name'), useProblemAt('name')];
  const rename = (name: string) =>
    edit(`Rename ${mix.name}`, (draft) => {
      const found = draft.mixes.find(({ id }) => id === mix.id);
      if (found) found.name = name.trim();
    });
  return (
    <div className={styles.name} data-place={path}>
      <TextField label="Name of the staffing" hideLabel value={mix.name} onCommit={rename} error={problem} />
    </div>
  );
}

function MixMenu({ project, mix, at }: Omit<MixHeadProps, 'isShown'>) {
  const [isAsking, setIsAsking] = useState(false);
  const users = optionsOfMix(project.options, mix.id).map(({ name }) => name);
  const remove = () => {
    setIsAsking(false);
    edit(`Delete ${mix.name}`, (draft) => removeMix(draft, mix.id));
  };
  const move = (by: -1 | 1) => edit(`Move ${mix.name}`, (draft) => moveInList(draft.mixes, mix.id, by));
  return (
    <>
      <Menu
        label={`More for ${mix.name}`}
        placement="bottom end"
        trigger={<IconButton size="small" label={`More for ${mix.name}`} icon={<Ellipsis />} />}
        choices={[
          {
            id: 'copy',
            label: 'Make a copy',
            icon: <Copy />,
            onAction: () => editAdding(`Copy ${mix.name}`, (draft) => duplicateMix(draft, mix.id)),
          },
          { id: 'left', label: 'Move left', icon: <ArrowLeft />, isDisabled: at === 0, onAction: () => move(-1) },
          {
            id: 'right',
            label: 'Move right',
            icon: <ArrowRight />,
            isDisabled: at === project.mixes.length - 1,
            onAction: () => move(1),
          },
          null,
          {
            id: 'delete',
            label: 'Delete',
            icon: <Trash2 />,
            tone: 'danger',
            onAction: () => (users.length > 0 ? setIsAsking(true) : remove()),
          },
        ]}
      />
      <ConfirmDialog
        title={`Delete ${mix.name}?`}
        isOpen={isAsking}
        confirmLabel="Delete"
        tone="danger"
        onConfirm={remove}
        onCancel={() => setIsAsking(false)}
      >
        <p>{listed(users)} would have no staffing until another one is chosen. Undo brings it back.</p>
      </ConfirmDialog>
    </>
  );
}
