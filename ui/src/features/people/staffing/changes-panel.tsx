import { CalendarClock, Plus, Trash2 } from 'lucide-react';
import { edit } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { PlaceOf, useProblemAt } from '@/document/fields/place';
import type { PostChange, Project, StaffingMix } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Menu } from '@/shared/components/menu';
import { WeekField } from '../parts/week-field';
import { addChange, editChange, removeChange } from './change-edits';
import styles from './changes-panel.module.css';
import { Timeline } from './timeline-view';

/** The dated changes of a staffing: on a timeline, and as rows that say the same. */
export function ChangesPanel({ project, mix }: { project: Project; mix: StaffingMix }) {
  const rows = mix.posts.flatMap(({ role, changes }) => changes.map((change, index) => ({ role, change, index })));
  const weeks = project.horizonWeeks + project.warmUpWeeks;
  const nameOf = (roleId: string) => project.roles.find(({ id }) => id === roleId)?.name ?? roleId;
  return (
    <PlaceOf path={`mixes/${mix.id}`}>
      {rows.length === 0 ? (
        <p className={styles.none}>
          <CalendarClock aria-hidden="true" />
          The posts of this staffing stay as they are for all {weeks} weeks.
        </p>
      ) : (
        <>
          <Timeline project={project} mix={mix} />
          <table className={styles.table} aria-label="Posts that come and go">
            <thead>
              <tr>
                <th scope="col">Role</th>
                <th scope="col">More, or fewer</th>
                <th scope="col">From the start of</th>
                <th scope="col">Until the start of</th>
                <th scope="col">
                  <span className={styles.unseen}>Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ role, change, index }) => (
                <ChangeRow
                  key={`${role}/${index}`}
                  {...{ mix, role, change, index }}
                  roleName={nameOf(role)}
                  startDate={project.startDate}
                  weeks={weeks}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      <Menu
        label="Role whose posts change"
        trigger={
          <Button size="small" icon={<Plus />}>
            Add a change
          </Button>
        }
        choices={project.roles.map(({ id, name }) => ({
          id,
          label: name || 'Role without a name',
          onAction: () => edit(`Add a change of ${name}, ${mix.name}`, (draft) => addChange(draft, mix.id, id, weeks)),
        }))}
      />
    </PlaceOf>
  );
}

interface ChangeRowProps {
  mix: StaffingMix;
  role: string;
  roleName: string;
  change: PostChange;
  index: number;
  startDate: string;
  weeks: number;
}

function ChangeRow({ mix, role, roleName, change, index, startDate, weeks }: ChangeRowProps) {
  const at = `posts/${role}/changes/${index}`;
  const problem = useProblemAt(at);
  const put = (label: string, part: Partial<PostChange>) =>
    editChange(`${label}, ${mix.name}`, mix.id, role, index, part);
  return (
    <>
      <tr>
        <th scope="row">{roleName}</th>
        <td>
          <FigureField
            layout="stacked"
            hideLabel
            label={`Posts of ${roleName} more or fewer`}
            value={change.wte}
            at={`${at}/wte`}
            unit=" WTE"
            step={0.1}
            onChange={(wte, label) => put(label, { wte })}
          />
        </td>
        <td>
          <WeekField
            label={`First week of the change of ${roleName}`}
            week={change.fromWeek}
            startDate={startDate}
            most={weeks}
            at={`${at}/fromWeek`}
            onCommit={(fromWeek) => put(`Move the change of ${roleName} to week ${fromWeek}`, { fromWeek })}
          />
        </td>
        <td>
          <WeekField
            label={`Week in which the change of ${roleName} ends`}
            week={change.untilWeek}
            startDate={startDate}
            most={weeks}
            at={`${at}/untilWeek`}
            emptyWords="for good"
            onCommit={(untilWeek) => put(`End the change of ${roleName} in week ${untilWeek}`, { untilWeek })}
            onClear={() => put(`Let the change of ${roleName} last`, { untilWeek: null })}
          />
        </td>
        <td>
          <IconButton
            size="small"
            label={`Remove this change of ${roleName}`}
            icon={<Trash2 />}
            onPress={() => edit(`Remove a change of ${roleName}`, (draft) => removeChange(draft, mix.id, role, index))}
          />
        </td>
      </tr>
      {problem && (
        <tr>
          <td colSpan={5} className={styles.problem}>
            {problem}
          </td>
        </tr>
      )}
    </>
  );
}
