import { useCallback, useState } from 'react';
import { GivenEntry } from '@/document/given/given-entry';
import { SheetChoice } from '@/document/given/sheet-choice';
import { afresh, useGiven } from '@/document/given/use-given';
import type { GivenList, Project, StaffInPost } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { Dialog } from '@/shared/components/dialog';
import { Select } from '@/shared/components/select';
import { formatCount, formatNumber } from '@/shared/format';
import styles from '../imports/imports.module.css';
import { Remark } from '../parts/section-page';
import { nameOfPosts, proposedRole, type RoleTarget } from './staff-import';

interface StaffDialogProps {
  project: Project;
  onClose: () => void;
  onAccept: (staff: StaffInPost, targets: readonly RoleTarget[], mixId: string | null) => void;
}

const newMixId = 'new staffing';

/** Reads a table of staff in post, and shows what becomes of it before anything is taken. */
export function StaffDialog({ project, onClose, onAccept }: StaffDialogProps) {
  const [sheet, setSheet] = useState<number | null>(null);
  const read = useCallback((given: GivenList) => client().staffRead(given, sheet), [sheet]);
  const reading = afresh(useGiven(read), () => setSheet(null));
  const staff = reading.found;
  const [mixId, setMixId] = useState(newMixId);
  const [chosen, setChosen] = useState<{ of: StaffInPost | null; targets: readonly RoleTarget[] }>({
    of: null,
    targets: [],
  });
  const proposed = staff?.posts.map((posts) => proposedRole(posts, project.roles)) ?? [];
  const targets = chosen.of === staff ? chosen.targets : proposed;
  const isNothing = !staff || targets.every(({ kind }) => kind === 'none');
  const put = (at: number, target: RoleTarget) => setChosen({ of: staff, targets: targets.with(at, target) });
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button
        variant="primary"
        isDisabled={isNothing}
        onPress={() => staff && onAccept(staff, targets, mixId === newMixId ? null : mixId)}
      >
        Use these posts
      </Button>
    </>
  );
  const mixes = project.mixes.map(({ id, name }) => ({ id, label: name || 'Staffing without a name' }));
  return (
    <Dialog isOpen title="Staff in post" width="wide" onClose={onClose} footer={footer}>
      <Remark>
        A table with headings: role, band, WTE, and vacant WTE or a vacancy rate where it is known. Lines of the same
        role and band are added up, so a list of people will do.
      </Remark>
      <GivenEntry
        reading={reading}
        label="Paste the table with its headings"
        placeholder={'Role\tBand\tWTE\tVacant WTE\nOccupational therapist\t6\t4.5\t0.5\n…'}
        privacy="Only roles, bands and posts are read. Names and staff numbers are never stored."
      />
      {reading.isReading && <Remark>Reading…</Remark>}
      {staff && staff.sheets.length > 1 && (
        <div className={styles.choices}>
          <SheetChoice sheets={staff.sheets} sheet={staff.sheet} onChange={setSheet} />
        </div>
      )}
      {staff && <Found staff={staff} />}
      {staff && staff.posts.length > 0 && (
        <>
          <DataTable
            label="Posts found"
            columns={columnsFor(staff, targets, project, put)}
            rows={staff.posts.map((_, at) => at)}
            rowId={String}
          />
          <div className={styles.choices}>
            <Select
              label="Into the staffing"
              value={mixId}
              options={[{ id: newMixId, label: 'New: Staff in post' }, ...mixes]}
              onChange={setMixId}
            />
          </div>
        </>
      )}
    </Dialog>
  );
}

function Found({ staff }: { staff: StaffInPost }) {
  const total = staff.posts.reduce((sum, { wte }) => sum + wte, 0);
  return (
    <div className={styles.found}>
      <p className={styles.sum} role="status">
        {formatNumber(total, 2)} WTE of {formatCount(staff.posts.length, 'role')}
        {staff.refused.length > 0 && `; ${formatCount(staff.refused.length, 'line was', 'lines were')} not read`}.
      </p>
      <ul className={styles.notes}>
        {staff.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {staff.refused.map(({ line, why }) => (
          <li key={line}>
            Line {line}: {why}.
          </li>
        ))}
      </ul>
    </div>
  );
}

const [makeNew, leaveOut] = ['new role', 'left out'];

function columnsFor(
  { posts }: StaffInPost,
  targets: readonly RoleTarget[],
  { roles }: Project,
  put: (at: number, target: RoleTarget) => void,
): TableColumn<number>[] {
  const known = roles.map(({ id, name }) => ({ id, label: name || 'Role without a name' }));
  const wte = (value: number | null | undefined) => (typeof value === 'number' ? formatNumber(value, 2) : '–');
  const nameAt = (at: number) => (posts[at] ? nameOfPosts(posts[at]) : '');
  return [
    { id: 'name', label: 'In the table', render: nameAt },
    { id: 'wte', label: 'WTE', align: 'end', render: (at) => wte(posts[at]?.wte) },
    { id: 'vacant', label: 'Of them vacant', align: 'end', render: (at) => wte(posts[at]?.vacantWte) },
    {
      id: 'becomes',
      label: 'Becomes',
      render: (at) => {
        const target = targets[at] ?? { kind: 'none' };
        return (
          <Select
            hideLabel
            label={`What ${nameAt(at)} becomes`}
            value={target.kind === 'known' ? target.id : target.kind === 'new' ? makeNew : leaveOut}
            options={[{ id: makeNew, label: 'A new role' }, { id: leaveOut, label: 'Left out' }, ...known]}
            onChange={(id) =>
              put(at, id === makeNew ? { kind: 'new' } : id === leaveOut ? { kind: 'none' } : { kind: 'known', id })
            }
          />
        );
      },
    },
  ];
}
