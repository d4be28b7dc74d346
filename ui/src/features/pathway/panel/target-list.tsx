import { Plus, Trash2 } from 'lucide-react';
import { edit } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { PlaceOf } from '@/document/fields/place';
import { newId, starter } from '@/document/starters';
import type { Target, TargetMeasure } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Select } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { TextField } from '@/shared/components/text-field';
import { dayOfWeek, formatDay } from '@/shared/format/dates';
import styles from './panel.module.css';
import { figuresOf } from './part';

/** What a target can be about. Counting people over a limit comes once for each limit that is reported nationally. */
const overLimits = [18, 52, 65, 78, 104];
type MeasureId = Exclude<TargetMeasure['kind'], 'overWeeks'> | `over-${number}`;

const measures: readonly { id: MeasureId; label: string; unit: string; isLeast?: boolean }[] = [
  { id: 'longestWait', label: 'the longest wait', unit: ' weeks' },
  { id: 'waitingList', label: 'the waiting list', unit: ' people' },
  { id: 'openReferrals', label: 'open referrals', unit: ' people' },
  { id: 'within18Weeks', label: 'the share waiting within 18 weeks', unit: '%', isLeast: true },
  { id: 'percentile92', label: 'the wait of 92 in 100 on the list', unit: ' weeks' },
  ...overLimits.map((weeks) => ({
    id: `over-${weeks}` as const,
    label: `people waiting over ${weeks} weeks`,
    unit: ' people',
  })),
];

const idOf = (measure: TargetMeasure): MeasureId =>
  measure.kind === 'overWeeks' ? `over-${measure.weeks}` : measure.kind;

function measureOf(id: MeasureId): TargetMeasure {
  const over = /^over-(\d+)$/.exec(id);
  return over
    ? { kind: 'overWeeks', weeks: Number(over[1]) }
    : { kind: id as Exclude<TargetMeasure['kind'], 'overWeeks'> };
}

/** What would be good enough, by when, and how surely. */
export function TargetList({ targets, startDate }: { targets: readonly Target[]; startDate: string }) {
  const add = () =>
    edit('Add a target', (draft) => {
      const target = starter('target');
      draft.targets.push({
        ...target,
        id: newId(
          target.name,
          draft.targets.map(({ id }) => id),
        ),
      });
    });
  return (
    <section className={styles.stack} aria-labelledby="targets">
      <h3 id="targets">Good enough is</h3>
      {targets.map((target) => (
        <TargetFields key={target.id} target={target} startDate={startDate} />
      ))}
      <div>
        <Button size="small" icon={<Plus />} onPress={add}>
          Add a target
        </Button>
      </div>
    </section>
  );
}

function TargetFields({ target, startDate }: { target: Target; startDate: string }) {
  const { id, name, measure, byWeek } = target;
  const put = (next: Target, label: string, place: string) =>
    edit(
      label,
      (draft) => {
        draft.targets = draft.targets.map((one) => (one.id === id ? next : one));
      },
      `target:${id}:${place}`,
    );
  const remove = () =>
    edit(`Delete the target ${name}`, (draft) => {
      draft.targets = draft.targets.filter((one) => one.id !== id);
    });
  const { figure } = figuresOf<Target>({ part: target, at: '', put });
  const chosen = measures.find((one) => one.id === idOf(measure));
  const day = dayOfWeek(startDate, byWeek);
  return (
    <PlaceOf path={`targets/${id}`}>
      <fieldset className={styles.target}>
        <legend className={styles.unseen}>{name}</legend>
        <div className={styles.row}>
          <span className={styles.grow}>
            <TextField
              label="Name of the target"
              hideLabel
              value={name}
              maxLength={300}
              onCommit={(next) =>
                next.trim() !== '' &&
                put({ ...target, name: next.trim() }, `Rename the target to ${next.trim()}`, 'name')
              }
            />
          </span>
          <IconButton size="small" label={`Delete the target ${name}`} icon={<Trash2 />} onPress={remove} />
        </div>
        <Sentence>
          <Select
            layout="inline"
            label="What is measured"
            value={idOf(measure)}
            options={measures}
            onChange={(next) =>
              put({ ...target, measure: measureOf(next) }, 'Change what a target measures', 'measure')
            }
          />{' '}
          is at {chosen?.isLeast ? 'least' : 'most'}{' '}
          <FigureField {...figure('threshold', 'Threshold')} at="threshold" unit={chosen?.unit ?? ''} min={0} isPlain />{' '}
          by week{' '}
          <NumberField
            layout="inline"
            label="By week"
            value={byWeek}
            decimals={0}
            min={0}
            onCommit={(week) => put({ ...target, byWeek: week }, `Change the week of ${name}`, 'byWeek')}
          />
          {day && ` (${formatDay(day)})`}, with a probability of{' '}
          <FigureField
            {...figure('probabilityPercent', 'Probability')}
            at="probabilityPercent"
            unit="%"
            min={0}
            max={100}
            isPlain
          />
        </Sentence>
      </fieldset>
    </PlaceOf>
  );
}
