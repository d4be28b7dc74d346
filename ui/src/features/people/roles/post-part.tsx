import { useDocument } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Calendar, Role } from '@/ipc/bindings';
import { Select } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { TextField } from '@/shared/components/text-field';
import { patternWords } from '../calendars/calendar-edits';
import { Part } from '../parts/section-page';
import { set } from '../parts/set';
import { editRole, figureOfRole } from './role-fields';
import styles from './role-panel.module.css';

const noCalendars: readonly Calendar[] = [];

/** What one post of a role is: its name, its hours, its cost, when it works. */
export function PostPart({ role }: { role: Role }) {
  const calendars = useDocument(({ project }) => project?.calendars ?? noCalendars);
  return (
    <Part title="One whole post">
      <NameFields role={role} />
      <Sentence>
        Works{' '}
        <FigureField
          label="Hours a week"
          value={role.hoursPerWeek}
          at="hoursPerWeek"
          min={0}
          max={168}
          onChange={figureOfRole(role, 'hoursPerWeek')}
        />{' '}
        hours a week, of which{' '}
        <FigureField
          label="Patient-related share of the hours"
          value={role.clinicalPercent}
          at="clinicalPercent"
          unit="%"
          min={0}
          max={100}
          onChange={figureOfRole(role, 'clinicalPercent')}
        />{' '}
        are patient-related: contacts with their notes, travel and liaison.
      </Sentence>
      <FigureNotes
        figures={[
          { label: 'Hours', value: role.hoursPerWeek, unit: ' hours' },
          { label: 'Patient-related', value: role.clinicalPercent, unit: '%' },
        ]}
      />
      <Sentence>
        Costs{' '}
        <FigureField
          label="Yearly cost with on-costs"
          value={role.costPoundsPerYear}
          at="costPoundsPerYear"
          prefix="£"
          min={0}
          step={500}
          onChange={figureOfRole(role, 'costPoundsPerYear')}
        />{' '}
        a year with on-costs.
      </Sentence>
      <FigureNotes figures={[{ label: 'Cost', value: role.costPoundsPerYear, prefix: '£' }]} />
      <CalendarChoice role={role} calendars={calendars} />
    </Part>
  );
}

function NameFields({ role }: { role: Role }) {
  const [namePath, bandPath] = [usePlace('name'), usePlace('band')];
  const [nameProblem, bandProblem] = [useProblemAt('name'), useProblemAt('band')];
  const rename = (name: string) => editRole(role, 'Rename', set('name', name.trim()));
  const setBand = (band: string) => editRole(role, 'Change the band', set('band', band.trim() || null));
  return (
    <div className={styles.names}>
      <div data-place={namePath}>
        <TextField label="Name" value={role.name} onCommit={rename} error={nameProblem} maxLength={300} />
      </div>
      <div data-place={bandPath}>
        <TextField label="Band or grade" value={role.band ?? ''} onCommit={setBand} error={bandProblem} />
      </div>
    </div>
  );
}

const always = 'continuous';

function CalendarChoice({ role, calendars }: { role: Role; calendars: readonly Calendar[] }) {
  const path = usePlace('calendar');
  const problem = useProblemAt('calendar');
  const options = [
    ...calendars.map(({ id, name, pattern }) => ({ id, label: name, description: patternWords(pattern) })),
    { id: always, label: 'Round the clock', description: 'Hours flow evenly, every day' },
  ];
  const choose = (id: string) => editRole(role, 'Change the calendar', set('calendar', id === always ? null : id));
  return (
    <Sentence>
      Works by the calendar{' '}
      <span data-place={path}>
        <Select
          layout="inline"
          label="Calendar"
          value={role.calendar ?? always}
          options={options}
          onChange={choose}
          error={problem}
        />
      </span>
      .
    </Sentence>
  );
}
