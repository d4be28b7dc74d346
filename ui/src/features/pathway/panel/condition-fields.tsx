import { FigureField } from '@/document/fields/figure-field';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Condition, ConditionOf } from '@/ipc/bindings';
import { Select, type SelectOption } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { Switch } from '@/shared/components/switch';
import styles from './panel.module.css';
import { figuresOf, type PartProps } from './part';

const subjects: readonly SelectOption<ConditionOf>[] = [
  { id: 'visitsHere', label: 'times at this step', description: 'This one included' },
  { id: 'weeksSinceReferral', label: 'weeks since referral' },
  { id: 'missedContacts', label: 'contacts missed since referral' },
];

/** The people whom a share is of: everybody, or those of whom something is true. */
export function ConditionFields({ part: condition, at, put }: PartProps<Condition | null>) {
  const path = usePlace(at);
  const problem = useProblemAt(at);
  const ask = (asked: boolean) =>
    put(
      asked ? { of: 'visitsHere', atLeast: 2, below: null } : null,
      asked ? 'Add a condition' : 'Remove the condition',
      at,
    );
  return (
    <div data-place={path}>
      <Switch isSelected={condition !== null} onChange={ask}>
        Only for some people
      </Switch>
      {condition && <ConditionSentence part={condition} at={at} put={put} />}
      {problem && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}

function ConditionSentence({ part: condition, at, put }: PartProps<Condition>) {
  const { optional } = figuresOf<Condition>({ part: condition, at, put });
  return (
    <Sentence>
      For people with at least <FigureField {...optional('atLeast', 'At least')} min={0} isPlain /> and fewer than{' '}
      <FigureField {...optional('below', 'Fewer than')} min={0} isPlain />{' '}
      <Select
        layout="inline"
        label="What is counted"
        value={condition.of}
        options={subjects}
        onChange={(of) => put({ ...condition, of }, 'Change what the condition looks at', `${at}/of`)}
      />
      . Leave one of the two empty for no limit.
    </Sentence>
  );
}
