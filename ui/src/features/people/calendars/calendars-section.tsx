import { CalendarDays, Plus } from 'lucide-react';
import type { Shown } from '@/document/shown';
import type { Calendar, Role } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { DataTable, type TableColumn } from '@/shared/components/data-table';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { editAdding } from '../parts/edit-adding';
import { listed } from '../parts/listed';
import { SectionPage } from '../parts/section-page';
import { useOpenElement } from '../parts/use-open-element';
import { addCalendar, patternWords, rolesOfCalendar } from './calendar-edits';
import { CalendarPanel } from './calendar-panel';
import styles from './calendars.module.css';

/** When posts work: every calendar at a glance, one of them open. */
export function CalendarsSection({ shown: { project } }: { shown: Shown }) {
  const [openId, open] = useOpenElement('calendars');
  const { calendars } = project;
  const calendar = calendars.find(({ id }) => id === openId) ?? calendars[0] ?? null;
  const addButton = (
    <Button icon={<Plus />} onPress={() => open(editAdding('Add a calendar', addCalendar))}>
      Add a calendar
    </Button>
  );
  const rows = calendars.map((one) => ({ calendar: one, roles: rolesOfCalendar(project.roles, one.id) }));
  return (
    <SectionPage
      title="Calendars"
      lead="When posts work: the pattern of a week, bank holidays, and the days on which the service is closed."
      actions={addButton}
    >
      {calendar ? (
        <>
          <Panel headingLevel={3} isFlush title="All calendars">
            <DataTable
              label="Calendars"
              columns={columns}
              rows={rows}
              rowId={(row) => row.calendar.id}
              selectedId={calendar.id}
              onSelect={open}
            />
          </Panel>
          <CalendarPanel key={calendar.id} project={project} calendar={calendar} onShow={open} />
        </>
      ) : (
        <EmptyState title="No calendars yet" icon={<CalendarDays />} actions={addButton}>
          Without one, hours flow evenly round the clock. A calendar says on which days and from when a post works.
        </EmptyState>
      )}
    </SectionPage>
  );
}

interface CalendarRow {
  calendar: Calendar;
  roles: readonly Role[];
}

const columns: readonly TableColumn<CalendarRow>[] = [
  {
    id: 'name',
    label: 'Calendar',
    render: ({ calendar }) => <strong>{calendar.name || 'Calendar without a name'}</strong>,
  },
  {
    id: 'pattern',
    label: 'Week',
    render: ({ calendar }) => <span className={styles.oneLine}>{patternWords(calendar.pattern)}</span>,
  },
  { id: 'holidays', label: 'Bank holidays', render: ({ calendar }) => (calendar.bankHolidays ? 'closed' : 'open') },
  {
    id: 'closures',
    label: 'Closures',
    render: ({ calendar }) => (calendar.closures.length > 0 ? calendar.closures.length : 'none'),
  },
  {
    id: 'roles',
    label: 'Roles',
    render: ({ roles }) =>
      listed(
        roles.map(({ name }) => name),
        3,
      ) || 'none',
  },
];
