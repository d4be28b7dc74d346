import { Plus } from 'lucide-react';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import type { Every, Group, Project, Schedule, SessionStaff } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { Disclosure } from '@/shared/components/disclosure';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { MissedFields } from './missed-fields';
import { OrderFields, OrderSentence } from './order-fields';
import styles from './panel.module.css';
import { below, figuresOf, type PartProps } from './part';
import { StaffChoice } from './staff-choice';
import { StaffTimes } from './staff-times';
import { StartFields } from './start-fields';

const schedules: readonly SelectOption<Schedule['kind']>[] = [
  { id: 'every', label: 'at regular times' },
  { id: 'whenFull', label: 'as soon as it is full' },
];

/** A programme of sessions for several people together. */
export function GroupFields({ part: work, at, put, project }: PartProps<Group> & { project: Project }) {
  const change: PartProps<Group> = { part: work, at, put };
  const { figure, optional } = figuresOf<Group>(change);
  return (
    <>
      <Sentence
        note={
          <FigureNotes
            figures={[
              { label: 'Seats', value: work.seats },
              { label: 'Fewest people', value: work.minimum },
            ]}
          />
        }
      >
        A programme has <FigureField {...figure('seats', 'Seats')} decimals={0} min={1} /> seats and runs for at least{' '}
        <FigureField {...figure('minimum', 'Fewest people')} decimals={0} min={0} /> people
      </Sentence>
      <ScheduleFields {...below(change, 'schedule', work.schedule)} />
      <Sentence
        note={
          <FigureNotes
            figures={[
              { label: 'Sessions', value: work.sessions },
              { label: 'Length of a session', value: work.sessionMinutes, unit: ' min' },
            ]}
          />
        }
      >
        It has <FigureField {...figure('sessions', 'Sessions')} decimals={0} min={1} /> sessions of{' '}
        <FigureField {...figure('sessionMinutes', 'Length of a session')} unit=" min" min={0} step={5} />,{' '}
        <FigureField {...figure('weeksBetween', 'Weeks between sessions')} unit=" weeks" min={0} /> apart
      </Sentence>
      <SessionStaffFields {...below(change, 'staff', work.staff)} project={project} />
      <OrderSentence {...below(change, 'order', work.order)} />
      <MissedFields
        part={work.missed}
        at={`${at}/missed`}
        put={(next, label, place) => put({ ...work, missed: next }, label, place)}
        what="sessions"
      />
      <div className={styles.check}>
        <Checkbox
          isSelected={work.stopsClock}
          onChange={(stopsClock) =>
            put({ ...work, stopsClock }, 'Change whether it stops the clock', `${at}/stopsClock`)
          }
        >
          The first session stops the waiting clock
        </Checkbox>
      </div>
      <Disclosure title="Length of the list">
        <Sentence>
          The list closes at{' '}
          <FigureField
            {...optional('listLimit', 'Length at which the list closes')}
            unit=" people"
            decimals={0}
            min={0}
          />{' '}
          (empty: never); those turned away need a link
        </Sentence>
      </Disclosure>
      <Disclosure title="Urgency and seats kept">
        <OrderFields {...below(change, 'order', work.order)} />
      </Disclosure>
      <Disclosure title="Who is here at the start">
        <StartFields
          part={work.start}
          at={`${at}/start`}
          put={(next, label, place) => put({ ...work, start: next }, label, place)}
          waits
          left="contacts"
        />
      </Disclosure>
    </>
  );
}

function ScheduleFields({ part: schedule, at, put }: PartProps<Schedule>) {
  const choice = (
    <Select
      layout="inline"
      label="A programme starts"
      value={schedule.kind}
      options={schedules}
      onChange={(kind) =>
        put(
          kind === 'every' ? { kind, everyWeeks: 2, firstAfterWeeks: null } : { kind },
          'Change when programmes start',
          at,
        )
      }
    />
  );
  if (schedule.kind === 'whenFull') return <Sentence>One starts {choice}</Sentence>;
  const { figure, optional } = figuresOf<Every>({
    part: schedule,
    at,
    put: (next, label, place) => put({ ...next, kind: 'every' }, label, place),
  });
  return (
    <Sentence
      note={<FigureNotes figures={[{ label: 'Between starts', value: schedule.everyWeeks, unit: ' weeks' }]} />}
    >
      One starts {choice}, every{' '}
      <FigureField
        {...figure('everyWeeks', 'Weeks from one start to the next')}
        unit=" weeks"
        min={0.01}
        decimals={3}
      />
      {', the first after '}
      <FigureField {...optional('firstAfterWeeks', 'Weeks until the first start')} unit=" weeks" min={0} isPlain />{' '}
      (empty: one interval). 0.25 weeks is four a week.
    </Sentence>
  );
}

/** Each member of staff at a session, with their whole time. */
function SessionStaffFields({ part: staff, at, put, project }: PartProps<SessionStaff[]> & { project: Project }) {
  const { roles } = project;
  const first = roles[0]?.id;
  const add = () =>
    put(
      [...staff, { anyOf: first ? [{ role: first, timePercent: 100 }] : [], hoursPerSession: 3 }],
      'Add staff to the session',
      at,
    );
  return (
    <>
      {staff.map((one, index) => {
        const place = `${at}/${index}`;
        const { figure } = figuresOf<SessionStaff>({
          part: one,
          at: place,
          put: (next, label, where) => put(staff.with(index, next), label, where),
        });
        const anyOf: PartProps<SessionStaff['anyOf']> = {
          part: one.anyOf,
          at: `${place}/anyOf`,
          put: (next, label, where) =>
            put(next.length > 0 ? staff.with(index, { ...one, anyOf: next }) : staff.toSpliced(index, 1), label, where),
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: members of staff have no name but their position
          <div key={index}>
            <Sentence
              note={<FigureNotes figures={[{ label: 'Staff time', value: one.hoursPerSession, unit: ' h' }]} />}
            >
              {index === 0 ? 'A session takes ' : 'and '}
              <StaffChoice {...anyOf} roles={roles} />{' '}
              <FigureField
                {...figure('hoursPerSession', `Staff time of a session, person ${index + 1}`)}
                unit=" h"
                min={0}
              />{' '}
              with preparation and notes
            </Sentence>
            {one.anyOf.length > 1 && <StaffTimes {...anyOf} roles={roles} />}
          </div>
        );
      })}
      <Button size="small" variant="quiet" icon={<Plus />} onPress={add}>
        {staff.length === 0 ? 'Say who runs it' : 'Somebody else at each session'}
      </Button>
    </>
  );
}
