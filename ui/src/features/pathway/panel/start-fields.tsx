import { CountField } from '@/document/fields/count-field';
import { DistributionField } from '@/document/fields/distribution-field';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { starter } from '@/document/starters';
import type { InTreatment, ListSummary, StartingList, StartingState } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import { formatPeople } from '@/shared/format/quantities';
import { goTo } from '@/shared/navigation/navigation';
import { below, figuresOf, type PartProps } from './part';

const nobody: StartingState = { waiting: null, inTreatment: null, caseMix: {} };

interface StartProps extends PartProps<StartingState | null> {
  /** Whether there is a list to wait on. */
  waits: boolean;
  /** What people under way still have to come: contacts, or days. */
  left: 'contacts' | 'days';
}

/** Who is at a step when the simulation starts. */
export function StartFields({ part, at, put, waits, left }: StartProps) {
  const start = part ?? nobody;
  const change: PartProps<StartingState> = {
    part: start,
    at,
    put: (next, label, place) => put(next.waiting || next.inTreatment ? next : null, label, place),
  };
  const { waiting, inTreatment } = start;
  return (
    <>
      {waits && (
        <Switch
          isSelected={waiting !== null}
          onChange={(some) =>
            change.put(
              { ...start, waiting: some ? starter('startingList') : null },
              'Change who is waiting at the start',
              at,
            )
          }
        >
          People are waiting here at the start
        </Switch>
      )}
      {waiting && <WaitingFields {...below(change, 'waiting', waiting)} />}
      <Switch
        isSelected={inTreatment !== null}
        onChange={(some) =>
          change.put(
            { ...start, inTreatment: some ? starter('inTreatment') : null },
            'Change who is under way at the start',
            at,
          )
        }
      >
        People are under way here at the start
      </Switch>
      {inTreatment && <UnderWayFields {...below(change, 'inTreatment', inTreatment)} left={left} />}
    </>
  );
}

function WaitingFields({ part: list, at, put }: PartProps<StartingList>) {
  if (list.kind === 'ages') {
    return (
      <Sentence>
        {formatPeople(list.weeks.length)}, each with the weeks waited so far.{' '}
        <Button size="small" variant="quiet" onPress={() => goTo('people')}>
          See them in People and demand
        </Button>
      </Sentence>
    );
  }
  const { figure } = figuresOf<ListSummary>({
    part: list,
    at,
    put: (next, label, place) => put({ ...next, kind: 'summary' }, label, place),
  });
  return (
    <Sentence
      note={
        <FigureNotes
          figures={[
            { label: 'People waiting', value: list.number },
            { label: 'Mean wait so far', value: list.meanWeeks, unit: ' weeks' },
            { label: 'Longest wait so far', value: list.longestWeeks, unit: ' weeks' },
          ]}
        />
      }
    >
      <FigureField {...figure('number', 'People waiting')} decimals={0} min={0} /> people, who have waited{' '}
      <FigureField {...figure('meanWeeks', 'Mean wait so far')} unit=" weeks" min={0} /> on average and{' '}
      <FigureField {...figure('longestWeeks', 'Longest wait so far')} unit=" weeks" min={0} /> at the longest
    </Sentence>
  );
}

function UnderWayFields({ part: treatment, at, put, left }: PartProps<InTreatment> & { left: 'contacts' | 'days' }) {
  const { figure } = figuresOf<InTreatment>({ part: treatment, at, put });
  const { contactsLeft, daysLeft } = treatment;
  return (
    <>
      <Sentence note={<FigureNotes figures={[{ label: 'People under way', value: treatment.number }]} />}>
        <FigureField {...figure('number', 'People under way')} decimals={0} min={0} /> people under way
        {left === 'contacts' && (
          <>
            , each with{' '}
            <CountField
              label="Contacts still to come"
              value={contactsLeft}
              at={`${at}/contactsLeft`}
              onChange={(next, label) => put({ ...treatment, contactsLeft: next }, label, `${at}/contactsLeft`)}
            />{' '}
            contacts still to come
          </>
        )}
      </Sentence>
      {left === 'days' && (
        <>
          <Switch
            isSelected={daysLeft !== null}
            onChange={(known) =>
              put(
                { ...treatment, daysLeft: known ? { kind: 'fixed', value: 7 } : null },
                'Change the days still to stay',
                `${at}/daysLeft`,
              )
            }
          >
            How long they will still stay is known
          </Switch>
          {daysLeft && (
            <Sentence>
              Still to stay:{' '}
              <DistributionField
                label="Days still to stay"
                unit=" days"
                value={daysLeft}
                at={`${at}/daysLeft`}
                onChange={(next, label) => put({ ...treatment, daysLeft: next }, label, `${at}/daysLeft`)}
              />
            </Sentence>
          )}
        </>
      )}
    </>
  );
}
