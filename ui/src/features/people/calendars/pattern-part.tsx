import { Plus, Trash2 } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { likelyOf } from '@/document/estimate';
import { FigureField } from '@/document/fields/figure-field';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Calendar, Estimate, Shift, Weekdays, WorkingPattern } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { weekdays } from '../demand/season';
import { Part, Remark } from '../parts/section-page';
import { clockTime, daysWords, newPattern } from './calendar-edits';
import type { ChangeCalendar } from './calendar-panel';
import styles from './calendars.module.css';

type PatternKind = WorkingPattern['kind'];

const kinds: readonly SelectOption<PatternKind>[] = [
  {
    id: 'weekdays',
    label: 'Certain days of the week',
    description: 'Hours shared equally among them, from a set time',
  },
  { id: 'shifts', label: 'Shifts, every day', description: 'So many posts on duty at each hour' },
  { id: 'continuous', label: 'Round the clock', description: 'Hours flow evenly, day and night' },
];

interface PartProps {
  calendar: Calendar;
  change: ChangeCalendar;
}

/** The pattern of a week. */
export function PatternPart({ calendar, change }: PartProps) {
  const { pattern } = calendar;
  const choose = (kind: PatternKind) =>
    change('Change the pattern', (draft) => {
      draft.pattern = newPattern(kind);
    });
  return (
    <Part title="The week">
      <Select label="Pattern" hideLabel value={pattern.kind} options={kinds} onChange={choose} />
      {pattern.kind === 'weekdays' && <WeekdayFields weekdays={pattern} change={change} />}
      {pattern.kind === 'shifts' && <ShiftRows shifts={pattern.shifts} change={change} />}
      {pattern.kind === 'continuous' && (
        <Remark>For quick designs, and for lines that never close. Bank holidays and closures still count.</Remark>
      )}
    </Part>
  );
}

function WeekdayFields({ weekdays: pattern, change }: { weekdays: Weekdays; change: ChangeCalendar }) {
  const [path, problem] = [usePlace('pattern/days'), useProblemAt('pattern/days')];
  const put = (label: string, part: Partial<Weekdays>) =>
    change(label, (draft) => {
      if (draft.pattern.kind === 'weekdays') Object.assign(draft.pattern, part);
    });
  return (
    <>
      <div data-place={path} className={styles.days}>
        <ToggleButtonGroup
          aria-label="Days worked"
          className={styles.dayGroup}
          selectionMode="multiple"
          selectedKeys={pattern.days.map(String)}
          onSelectionChange={(keys) => {
            const days = [...keys].map(Number).sort((one, other) => one - other);
            put(`Work ${daysWords(days)}`, { days });
          }}
        >
          {weekdays.map((day, index) => (
            <ToggleButton key={day} id={String(index + 1)} className={styles.day}>
              {day.slice(0, 3)}
              <span className={styles.rest}>{day.slice(3)}</span>
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {problem && <p className={styles.problem}>{problem}</p>}
      <Sentence>
        The clinical part of a day starts{' '}
        <FigureField
          label="Start of the day"
          value={pattern.startsAtHour}
          at="pattern/startsAtHour"
          min={0}
          max={24}
          step={0.5}
          onChange={(startsAtHour, label) => put(label, { startsAtHour })}
        />{' '}
        hours after midnight, at {clockTime(likelyOf(pattern.startsAtHour))}.
      </Sentence>
    </>
  );
}

function ShiftRows({ shifts, change }: { shifts: readonly Shift[]; change: ChangeCalendar }) {
  const problem = useProblemAt('pattern/shifts');
  const put = (label: string, make: (shifts: Shift[]) => void) =>
    change(label, (draft) => {
      if (draft.pattern.kind === 'shifts') make(draft.pattern.shifts);
    });
  const add = () =>
    put('Add a shift', (all) => {
      const fromHour = likelyOf(all.at(-1)?.toHour ?? 0);
      all.push({ fromHour: Math.min(fromHour, 23), toHour: 24, posts: 1 });
    });
  return (
    <>
      <Remark>Shifts follow each other from 0 to 24 hours; a night shift is cut at midnight.</Remark>
      <ul className={styles.shifts}>
        {shifts.map((shift, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift has no name of its own but its place
          <ShiftRow key={index} shift={shift} index={index} put={put} isOnly={shifts.length === 1} />
        ))}
      </ul>
      {problem && <p className={styles.problem}>{problem}</p>}
      <Button size="small" variant="quiet" icon={<Plus />} onPress={add}>
        Add a shift
      </Button>
    </>
  );
}

interface ShiftRowProps {
  shift: Shift;
  index: number;
  isOnly: boolean;
  put: (label: string, make: (shifts: Shift[]) => void) => void;
}

function ShiftRow({ shift, index, isOnly, put }: ShiftRowProps) {
  const setField = (field: keyof Shift) => (value: Estimate, label: string) =>
    put(label, (all) => {
      const found = all[index];
      if (found) found[field] = value;
    });
  const shared = { min: 0, max: 24 };
  const at = `pattern/shifts/${index}`;
  return (
    <li className={styles.shift}>
      from{' '}
      <FigureField
        label={`Start of shift ${index + 1}`}
        value={shift.fromHour}
        at={`${at}/fromHour`}
        {...shared}
        onChange={setField('fromHour')}
      />{' '}
      to{' '}
      <FigureField
        label={`End of shift ${index + 1}`}
        value={shift.toHour}
        at={`${at}/toHour`}
        {...shared}
        onChange={setField('toHour')}
      />{' '}
      hours,{' '}
      <FigureField
        label={`Posts on duty in shift ${index + 1}`}
        value={shift.posts}
        at={`${at}/posts`}
        min={0}
        onChange={setField('posts')}
      />{' '}
      posts on duty
      <IconButton
        size="small"
        label={`Remove shift ${index + 1}`}
        icon={<Trash2 />}
        isDisabled={isOnly}
        onPress={() => put('Remove a shift', (all) => void all.splice(index, 1))}
      />
    </li>
  );
}
