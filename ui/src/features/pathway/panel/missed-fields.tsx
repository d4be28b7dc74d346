import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { starter } from '@/document/starters';
import type { Missed, Rebook } from '@/ipc/bindings';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import { figuresOf, type PartProps } from './part';

const rebooks: readonly SelectOption<Rebook>[] = [
  { id: 'keepsPlace', label: 'keep their place', description: 'Booked again, with the same waiting clock' },
  { id: 'backOfQueue', label: 'go behind everyone waiting', description: 'With the same waiting clock' },
  { id: 'clockRestarts', label: 'start a new waiting clock', description: 'From the missed contact' },
];

/** Contacts or sessions that people miss, and what follows. */
export function MissedFields({
  part: missed,
  at,
  put,
  what,
}: PartProps<Missed | null> & { what: 'contacts' | 'sessions' }) {
  if (!missed) {
    return (
      <Switch isSelected={false} onChange={() => put(starter('missed'), `Some ${what} are missed`, at)}>
        Some {what} are missed
      </Switch>
    );
  }
  const { figure, optional } = figuresOf<Missed>({ part: missed, at, put });
  const { percent, minutesLost } = missed;
  return (
    <>
      <Switch isSelected onChange={() => put(null, `No ${what} are missed`, at)}>
        Some {what} are missed
      </Switch>
      <Sentence
        note={
          <FigureNotes
            figures={[
              { label: 'Missed', value: percent, unit: '%' },
              { label: 'Time lost', value: minutesLost, unit: ' min' },
            ]}
          />
        }
      >
        Missed <FigureField {...figure('percent', 'Missed')} unit="%" min={0} max={100} /> of the time; people{' '}
        <Select
          layout="inline"
          label="After a missed one, people"
          value={missed.rebook}
          options={rebooks}
          onChange={(rebook) => put({ ...missed, rebook }, 'Change what follows a missed contact', `${at}/rebook`)}
        />
        , and leave after{' '}
        <FigureField {...optional('leaveAfter', 'Missed before leaving')} decimals={0} min={1} isPlain /> missed (empty:
        never)
      </Sentence>
      {what === 'contacts' && (
        <Sentence>
          A missed one costs staff <FigureField {...optional('minutesLost', 'Time lost')} unit=" min" min={0} /> (empty:
          the time with the person and the travel)
        </Sentence>
      )}
    </>
  );
}
