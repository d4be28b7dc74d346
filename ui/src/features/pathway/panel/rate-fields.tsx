import { Plus, Trash2 } from 'lucide-react';
import { likelyOf } from '@/document/estimate';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { WaitingRate, WhileWaiting } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Sentence } from '@/shared/components/sentence';
import styles from './panel.module.css';
import { figuresOf, type PartProps } from './part';

/** How fast people leave a list: rates by weeks waited, and an end for everybody still there. */
export function RateFields({ part: waiting, at, put }: PartProps<WhileWaiting>) {
  const { optional } = figuresOf<WhileWaiting>({ part: waiting, at, put });
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const { rates } = waiting;
  const set = (next: WaitingRate[], label: string, place: string) => put({ ...waiting, rates: next }, label, place);
  const last = rates.at(-1);
  const add = () =>
    set(
      [...rates, { fromWeeks: last ? likelyOf(last.fromWeeks) + 13 : 0, percentPerWeek: 0.5 }],
      'Add a rate',
      `${at}/rates`,
    );
  return (
    <div data-place={path}>
      {rates.map((rate, index) => {
        const place = `${at}/rates/${index}`;
        const { figure } = figuresOf<WaitingRate>({
          part: rate,
          at: place,
          put: (next, label, where) => set(rates.with(index, next), label, where),
        });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rates have no name but their position
          <div key={index} className={styles.row}>
            <Sentence
              note={<FigureNotes figures={[{ label: 'Rate', value: rate.percentPerWeek, unit: '% a week' }]} />}
            >
              From{' '}
              <FigureField {...figure('fromWeeks', `Weeks waited, rate ${index + 1}`)} unit=" weeks" min={0} isPlain />{' '}
              waited,{' '}
              <FigureField
                {...figure('percentPerWeek', `Share that leaves, rate ${index + 1}`)}
                unit="% a week"
                min={0}
                step={0.1}
                decimals={3}
              />
            </Sentence>
            <IconButton
              size="small"
              label={`Remove rate ${index + 1}`}
              icon={<Trash2 />}
              onPress={() => set(rates.toSpliced(index, 1), 'Remove a rate', `${at}/rates`)}
            />
          </div>
        );
      })}
      <Button size="small" variant="quiet" icon={<Plus />} onPress={add}>
        {rates.length === 0 ? 'Some leave each week' : 'Another rate later on'}
      </Button>
      <Sentence>
        Everybody still waiting leaves after{' '}
        <FigureField {...optional('afterWeeks', 'Weeks after which everybody leaves')} unit=" weeks" min={0} /> (empty:
        nobody has to)
      </Sentence>
      {problem && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}
