import type { Draft } from 'immer';
import { edit } from '@/document/document';
import { PlaceOf, usePlace, useProblemAt } from '@/document/fields/place';
import type { Calendar, Project } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { Switch } from '@/shared/components/switch';
import { TextField } from '@/shared/components/text-field';
import { editAdding } from '../parts/edit-adding';
import { ElementActions } from '../parts/element-actions';
import { listed } from '../parts/listed';
import { ProblemList } from '../parts/problem-list';
import { Part, Parts, Remark } from '../parts/section-page';
import { set } from '../parts/set';
import { moveInList } from '../roles/role-edits';
import { duplicateCalendar, removeCalendar, rolesOfCalendar } from './calendar-edits';
import { ClosuresPart } from './closures-part';
import { PatternPart } from './pattern-part';

/** Changes the open calendar, as one edit. */
export type ChangeCalendar = (label: string, put: (calendar: Draft<Calendar>) => void) => void;

export interface CalendarPanelProps {
  project: Project;
  calendar: Calendar;
  onShow: (id: string | null) => void;
}

export function CalendarPanel({ project, calendar, onShow }: CalendarPanelProps) {
  const path = `calendars/${calendar.id}`;
  const change: ChangeCalendar = (label, put) =>
    edit(`${label}, ${calendar.name}`, (draft) => {
      const found = draft.calendars.find(({ id }) => id === calendar.id);
      if (found) put(found);
    });
  return (
    <PlaceOf path={path}>
      <Panel
        headingLevel={3}
        title={calendar.name || 'Calendar without a name'}
        actions={<CalendarActions {...{ project, calendar, onShow }} />}
      >
        <ProblemList path={path} label="Problems of this calendar" />
        <Parts>
          <div>
            <NameField calendar={calendar} change={change} />
            <PatternPart calendar={calendar} change={change} />
          </div>
          <div>
            <Part title="Bank holidays">
              <Switch
                isSelected={calendar.bankHolidays}
                onChange={(isClosed) =>
                  change(isClosed ? 'Close on bank holidays' : 'Open on bank holidays', set('bankHolidays', isClosed))
                }
              >
                Closed on the bank holidays of England and Wales
              </Switch>
              {!calendar.bankHolidays && <Remark>Open on every day of the pattern, bank holidays included.</Remark>}
            </Part>
            <ClosuresPart calendar={calendar} startDate={project.startDate} change={change} />
          </div>
        </Parts>
      </Panel>
    </PlaceOf>
  );
}

function NameField({ calendar, change }: { calendar: Calendar; change: ChangeCalendar }) {
  const [path, problem] = [usePlace('name'), useProblemAt('name')];
  return (
    <div data-place={path}>
      <TextField
        label="Name"
        value={calendar.name}
        onCommit={(name) => change('Rename', set('name', name.trim()))}
        error={problem}
      />
    </div>
  );
}

function CalendarActions({ project, calendar, onShow }: CalendarPanelProps) {
  const { calendars, roles } = project;
  const at = calendars.indexOf(calendar);
  const next = calendars[at + 1] ?? calendars[at - 1] ?? null;
  const users = rolesOfCalendar(roles, calendar.id).map(({ name }) => name);
  return (
    <ElementActions
      what="calendar"
      name={calendar.name}
      place={{ at, of: calendars.length }}
      onMove={(by) => edit(`Move ${calendar.name}`, (draft) => moveInList(draft.calendars, calendar.id, by))}
      onDuplicate={() => onShow(editAdding(`Copy ${calendar.name}`, (draft) => duplicateCalendar(draft, calendar.id)))}
      onDelete={() => {
        edit(`Delete ${calendar.name}`, (draft) => removeCalendar(draft, calendar.id, next?.id ?? null));
        onShow(next?.id ?? null);
      }}
      consequences={
        users.length > 0 && (
          <p>
            {listed(users)} would work {next ? `by the calendar ${next.name}` : 'evenly round the clock'} instead. Undo
            brings it back.
          </p>
        )
      }
    />
  );
}
