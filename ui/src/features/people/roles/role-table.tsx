import { useAssessment } from '@/document/assessment';
import { likelyOf } from '@/document/estimate';
import type { Role, RoleLoad, StaffingMix } from '@/ipc/bindings';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { formatMoney, formatNumber, formatPosts, formatSensible } from '@/shared/format';
import { LoadWords } from '../parts/load-words';
import { postsOf } from '../staffing/mix-edits';
import styles from './role-table.module.css';

/** A role with what the shown option gives it and asks of it. */
interface RoleRow {
  role: Role;
  wte: number | null;
  load: RoleLoad | null;
}

export interface RoleTableProps {
  roles: readonly Role[];
  /** The staffing of the shown option. */
  mix: StaffingMix | null;
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** Every role at a glance, with its hours in the shown option; choosing one opens it below. */
export function RoleTable({ roles, mix, selectedId, onSelect }: RoleTableProps) {
  const loads = useAssessment(({ assessment }) => assessment?.flows?.roles);
  const rows = roles.map((role): RoleRow => {
    const posts = mix && postsOf(mix, role.id);
    const load = loads?.find(({ roleId }) => roleId === role.id) ?? null;
    return { role, wte: posts ? likelyOf(posts.wte) : null, load };
  });
  return (
    <div className={styles.table}>
      <DataTable
        label="Roles"
        columns={columns}
        rows={rows}
        rowId={({ role }) => role.id}
        selectedId={selectedId}
        onSelect={onSelect}
      />
    </div>
  );
}

const columns: readonly TableColumn<RoleRow>[] = [
  {
    id: 'name',
    label: 'Role',
    render: ({ role }) => <span className={styles.name}>{role.name || 'Role without a name'}</span>,
  },
  { id: 'posts', label: 'Posts', align: 'end', render: ({ wte }) => (wte === null ? 'none' : formatPosts(wte)) },
  {
    id: 'cost',
    label: 'Cost a year',
    align: 'end',
    render: ({ role }) => {
      const cost = likelyOf(role.costPoundsPerYear);
      return cost > 0 ? formatMoney(cost) : 'not given';
    },
  },
  {
    id: 'share',
    label: 'Patient-related',
    align: 'end',
    render: ({ role }) => `${formatNumber(likelyOf(role.clinicalPercent), 1)}%`,
  },
  {
    id: 'needed',
    label: 'Hours needed',
    align: 'end',
    render: ({ load }) => formatSensible(load?.hoursNeededPerWeek),
  },
  {
    id: 'available',
    label: 'Hours there are',
    align: 'end',
    render: ({ load }) => formatSensible(load?.hoursAvailablePerWeek),
  },
  { id: 'load', label: 'A week, in words', render: ({ load }) => (load ? <LoadWords load={load} /> : 'not known') },
];
