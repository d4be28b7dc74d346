import type { Draft } from 'immer';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { starter } from '@/document/starters';
import type { Absence, AbsencePattern, Role } from '@/ipc/bindings';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import { Part, Remark } from '../parts/section-page';
import { set } from '../parts/set';
import { editRole } from './role-fields';

/** Leave, sickness and study of a role. */
export function AbsencePart({ role }: { role: Role }) {
  const { absence } = role;
  const turn = (isOn: boolean) =>
    editRole(role, isOn ? 'Count time away' : 'Leave out time away', (draft) => {
      draft.absence = isOn ? starter('absence') : null;
    });
  return (
    <Part
      title="Time away"
      side={
        <Switch isSelected={absence !== null} onChange={turn}>
          Counted on its own
        </Switch>
      }
    >
      {absence ? (
        <AbsenceSentences role={role} absence={absence} />
      ) : (
        <Remark>
          Leave, sickness and study are not counted on their own: the patient-related share has to leave them out
          already.
        </Remark>
      )}
    </Part>
  );
}

const patterns: readonly SelectOption<AbsencePattern>[] = [
  { id: 'wholeWeeks', label: 'in whole weeks', description: 'Drawn at random for each post' },
  {
    id: 'schoolHolidays',
    label: 'in the calendar’s closures first',
    description: 'School holidays; sickness at random',
  },
  { id: 'even', label: 'a little every day', description: 'Every day is shorter by the same share' },
];

function AbsenceSentences({ role, absence }: { role: Role; absence: Absence }) {
  const change = (label: string, put: (absence: Draft<Absence>) => void) =>
    editRole(role, label, (draft) => {
      if (draft.absence) put(draft.absence);
    });
  return (
    <>
      <Sentence>
        Leave takes{' '}
        <FigureField
          label="Annual leave"
          value={absence.leaveDaysPerYear}
          at="absence/leaveDaysPerYear"
          unit=" days"
          min={0}
          max={366}
          onChange={(value, label) => change(label, set('leaveDaysPerYear', value))}
        />{' '}
        a year besides bank holidays.
      </Sentence>
      <FigureNotes figures={[{ label: 'Leave', value: absence.leaveDaysPerYear, unit: ' days' }]} />
      <Sentence>
        Study and training take{' '}
        <FigureField
          label="Study and training"
          value={absence.studyDaysPerYear}
          at="absence/studyDaysPerYear"
          unit=" days"
          min={0}
          max={366}
          onChange={(value, label) => change(label, set('studyDaysPerYear', value))}
        />{' '}
        a year.
      </Sentence>
      <FigureNotes figures={[{ label: 'Study', value: absence.studyDaysPerYear, unit: ' days' }]} />
      <Sentence>
        Sickness takes{' '}
        <FigureField
          label="Sickness"
          value={absence.sicknessPercent}
          at="absence/sicknessPercent"
          unit="%"
          min={0}
          max={100}
          onChange={(value, label) => change(label, set('sicknessPercent', value))}
        />{' '}
        of working time.
      </Sentence>
      <FigureNotes figures={[{ label: 'Sickness', value: absence.sicknessPercent, unit: '%' }]} />
      <Sentence>
        It falls{' '}
        <Select
          layout="inline"
          label="How absence falls"
          value={absence.pattern}
          options={patterns}
          onChange={(pattern) => change('Change how absence falls', set('pattern', pattern))}
        />
        .
      </Sentence>
    </>
  );
}
