import { FigureField } from '@/document/fields/figure-field';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { QueueOrder, WithinClass } from '@/ipc/bindings';
import { Checkbox } from '@/shared/components/checkbox';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import styles from './panel.module.css';
import { figuresOf, type PartProps } from './part';

const orders: readonly SelectOption<WithinClass>[] = [
  { id: 'referralDate', label: 'referral date', description: 'Whoever was referred first' },
  { id: 'arrival', label: 'joining this list', description: 'First come, first served here' },
];

/** Who is next, in a sentence. */
export function OrderSentence({ part: order, at, put }: PartProps<QueueOrder>) {
  return (
    <Sentence>
      Seen in order of{' '}
      <Select
        layout="inline"
        label="Seen in order of"
        value={order.withinClass}
        options={orders}
        onChange={(withinClass) => put({ ...order, withinClass }, 'Change who is seen first', `${at}/withinClass`)}
      />
    </Sentence>
  );
}

/** Places kept for some, and urgency. */
export function OrderFields({ part: order, at, put }: PartProps<QueueOrder>) {
  const { optional } = figuresOf<QueueOrder>({ part: order, at, put });
  const path = usePlace(at);
  const problem = useProblemAt(at);
  return (
    <div data-place={path}>
      <Checkbox
        isSelected={order.ignoresClass}
        onChange={(ignoresClass) =>
          put({ ...order, ignoresClass }, 'Change whether urgency counts', `${at}/ignoresClass`)
        }
      >
        Everybody counts alike here, however urgent
      </Checkbox>
      <Sentence>
        Of first contacts{' '}
        <FigureField {...optional('urgentPercent', 'Kept for urgent people')} unit="%" min={0} max={100} /> are kept for
        urgent people and{' '}
        <FigureField
          {...optional('longestWaitersPercent', 'Kept for the longest waiters')}
          unit="%"
          min={0}
          max={100}
        />{' '}
        for whoever has waited longest (empty: none are kept)
      </Sentence>
      <Sentence>
        After{' '}
        <FigureField
          {...optional('risesAfterWeeks', 'Weeks until somebody counts as more urgent')}
          unit=" weeks"
          min={0}
        />{' '}
        of waiting, somebody counts as more urgent (empty: never)
      </Sentence>
      {problem && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}
