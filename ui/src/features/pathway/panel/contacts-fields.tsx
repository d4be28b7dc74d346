import { Plus } from 'lucide-react';
import { CountField } from '@/document/fields/count-field';
import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Contacts, EndOfDay, Project, SkilledRole, StaffNeed } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { Disclosure } from '@/shared/components/disclosure';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { ByGroupFields } from './by-group-fields';
import { MissedFields } from './missed-fields';
import { OrderFields, OrderSentence } from './order-fields';
import styles from './panel.module.css';
import { below, figuresOf, type PartProps } from './part';
import { StaffChoice } from './staff-choice';
import { StaffTimes } from './staff-times';
import { StartFields } from './start-fields';

const endings: readonly SelectOption<EndOfDay>[] = [
  { id: 'carriesOn', label: 'goes on the next working day' },
  { id: 'overtime', label: 'is finished in overtime', description: 'Which is counted' },
  { id: 'onlyIfItFits', label: 'does not start', description: 'The next in line that fits may go first' },
];

/** Staff contacts with one person at a time. */
export function ContactsFields({ part: work, at, put, project }: PartProps<Contacts> & { project: Project }) {
  const change: PartProps<Contacts> = { part: work, at, put };
  const { figure, optional } = figuresOf<Contacts>(change);
  const { roles, groups } = project;
  const set =
    <Key extends keyof Contacts>(key: Key, label: string) =>
    (value: Contacts[Key]) =>
      put({ ...work, [key]: value }, label, `${at}/${key}`);
  return (
    <>
      <Sentence>
        Each person has{' '}
        <CountField
          label="Contacts for each person"
          value={work.contactsPerPerson}
          at={`${at}/contactsPerPerson`}
          onChange={(next, label) => set('contactsPerPerson', label)(next)}
        />{' '}
        {isOne(work) ? 'contact with' : 'contacts with'} <StaffNeeds {...change} project={project} />
      </Sentence>
      {!isOne(work) && (
        <Sentence
          note={<FigureNotes figures={[{ label: 'Between contacts', value: work.weeksBetween, unit: ' weeks' }]} />}
        >
          with <FigureField {...figure('weeksBetween', 'Weeks between contacts')} unit=" weeks" min={0} /> from one to
          the next
        </Sentence>
      )}
      <Sentence
        note={
          <FigureNotes
            figures={[
              ...('value' in work.faceToFaceMinutes
                ? [{ label: 'Face to face', value: work.faceToFaceMinutes.value, unit: ' min' }]
                : []),
              { label: 'Travel', value: work.travelMinutes, unit: ' min' },
              { label: 'Notes and liaison', value: work.adminMinutes, unit: ' min' },
            ]}
          />
        }
      >
        face to face{' '}
        <DistributionField
          label="Time face to face"
          unit=" min"
          value={work.faceToFaceMinutes}
          at={`${at}/faceToFaceMinutes`}
          onChange={(next, label) => set('faceToFaceMinutes', label)(next)}
        />
        , travel <FigureField {...figure('travelMinutes', 'Travel')} unit=" min" min={0} step={5} />, notes and liaison{' '}
        <FigureField {...figure('adminMinutes', 'Notes and liaison')} unit=" min" min={0} step={5} />
      </Sentence>
      <OrderSentence {...below(change, 'order', work.order)} />
      <MissedFields
        part={work.missed}
        at={`${at}/missed`}
        put={(next, label, place) => put({ ...work, missed: next }, label, place)}
        what="contacts"
      />
      <div className={styles.check}>
        <Checkbox isSelected={work.stopsClock} onChange={set('stopsClock', 'Change whether it stops the clock')}>
          Being seen here stops the waiting clock
        </Checkbox>
      </div>
      <Disclosure title="How many can start">
        <Sentence>
          At most <FigureField {...optional('newPerWeek', 'New people a week')} unit=" new people a week" min={0} />{' '}
          (empty: as many as there is time for)
        </Sentence>
        <Sentence>
          At most{' '}
          <FigureField {...optional('caseloadPerWte', 'People under way for each WTE')} unit=" people" min={0} /> under
          way for each WTE (empty: no limit)
        </Sentence>
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
      <Disclosure title="Booking and the working day">
        <Sentence>
          A first contact has at least{' '}
          <FigureField {...figure('bookingNoticeDays', 'Notice of a first contact')} unit=" days" min={0} /> of notice;{' '}
          <FigureField {...figure('cancelledPercent', 'Cancelled in time')} unit="%" min={0} max={100} /> are cancelled
          in time and booked anew
        </Sentence>
        <Sentence>
          A contact that would not end by the end of the day{' '}
          <Select
            layout="inline"
            label="A contact that would not end by the end of the day"
            value={work.endOfDay}
            options={endings}
            onChange={set('endOfDay', 'Change what happens at the end of the day')}
          />
        </Sentence>
        <Checkbox isSelected={work.arriveBooked} onChange={set('arriveBooked', 'Change whether people come booked')}>
          People come here with an appointment already booked
        </Checkbox>
      </Disclosure>
      <Disclosure title="Urgency and places kept">
        <OrderFields {...below(change, 'order', work.order)} />
      </Disclosure>
      <Disclosure title="Time by role and by client group">
        {work.staff.map((need, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: professionals have no name but their position
          <StaffTimes key={index} {...needAt(change, need, index)} roles={roles} />
        ))}
        <p className={styles.hint}>Time for each client group, of the times above. Empty: 100%.</p>
        <ByGroupFields
          {...below(change, 'timePercentByGroup', work.timePercentByGroup)}
          groups={groups}
          label="Time"
          unit="%"
        />
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

function isOne({ contactsPerPerson }: Contacts): boolean {
  return contactsPerPerson.kind === 'fixed' && contactsPerPerson.value === 1;
}

/** One choice of roles for each professional who is needed at the same time. */
function StaffNeeds({ project, ...change }: PartProps<Contacts> & { project: Project }) {
  const { part: work, at, put } = change;
  const path = usePlace(`${at}/staff`);
  const problem = useProblemAt(`${at}/staff`);
  const role = project.roles[0]?.id;
  const add = () => {
    const anyOf = role ? [{ role, timePercent: 100 }] : [];
    put({ ...work, staff: [...work.staff, { anyOf }] }, 'Add a professional', `${at}/staff`);
  };
  return (
    <span data-place={path}>
      {work.staff.map((need, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: professionals have no name but their position
        <span key={index}>
          {index > 0 && <span className={styles.and}> together with </span>}
          <StaffChoice {...needAt(change, need, index)} roles={project.roles} />
        </span>
      ))}
      <Button size="small" variant="quiet" icon={<Plus />} onPress={add}>
        {work.staff.length === 0 ? 'say who' : 'and somebody at the same time'}
      </Button>
      {problem && work.staff.length === 0 && <span className={styles.problem}>{problem}</span>}
    </span>
  );
}

function needAt(
  { part: work, at, put }: PartProps<Contacts>,
  need: StaffNeed,
  index: number,
): PartProps<SkilledRole[]> {
  return {
    part: need.anyOf,
    at: `${at}/staff/${index}/anyOf`,
    put: (anyOf, label, place) => {
      // The last role taken away takes the professional along.
      const staff =
        anyOf.length > 0 || work.staff.length === 1
          ? work.staff.with(index, { anyOf })
          : work.staff.toSpliced(index, 1);
      put({ ...work, staff: staff.filter((one) => one.anyOf.length > 0) }, label, place);
    },
  };
}
