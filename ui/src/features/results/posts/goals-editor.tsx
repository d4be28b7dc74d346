import { Plus, Trash2 } from 'lucide-react';
import type { Goal } from '@/ipc/bindings';
import { unitName } from '@/shared/charts/words';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { goalFigure, goalFigures } from './goal-figures';
import { type DraftGoal, draftGoal, newGoal, type PostsDraft } from './posts-draft';
import styles from './posts-tab.module.css';

interface GoalsEditorProps {
  draft: PostsDraft;
  /** Targets of the document. */
  targets: readonly Goal[];
  lastWeek: number;
  put: (part: Partial<PostsDraft>) => void;
}

/** What should be reached, by when and how surely. */
export function GoalsEditor({ draft, targets, lastWeek, put }: GoalsEditorProps) {
  const { goals } = draft;
  const change = (at: number, part: Partial<DraftGoal>) =>
    put({ goals: goals.map((goal, place) => (place === at ? { ...goal, ...part } : goal)) });
  const offered = targets.flatMap(draftGoal).filter((target) => !goals.some((goal) => isSame(goal, target)));
  const another = goalFigures.find(({ id }) => !goals.some(({ figure }) => figure === id)) ?? goalFigures[0];
  return (
    <Panel
      title="What should be reached"
      subtitle={goals.length > 1 ? 'All of it, each as surely as it says.' : undefined}
    >
      <ul className={styles.goals}>
        {goals.map((goal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a target has nothing else that tells it from the next
          <li key={at} className={styles.goal}>
            <GoalSentence goal={goal} lastWeek={lastWeek} onChange={(part) => change(at, part)} />
            {goals.length > 1 && (
              <IconButton
                size="small"
                label={`Leave out: ${goalFigure(goal.figure)?.label ?? goal.figure}`}
                icon={<Trash2 />}
                onPress={() => put({ goals: goals.filter((_, place) => place !== at) })}
              />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.offers}>
        {offered.map((target) => (
          <Button
            key={shortGoal(target)}
            size="small"
            icon={<Plus />}
            onPress={() => put({ goals: [...goals, target] })}
          >
            {shortGoal(target)}
          </Button>
        ))}
        {another && (
          <Button
            size="small"
            variant="quiet"
            icon={<Plus />}
            onPress={() => put({ goals: [...goals, newGoal(another.id, lastWeek)] })}
          >
            Another target
          </Button>
        )}
      </div>
    </Panel>
  );
}

const isSame = (one: DraftGoal, other: DraftGoal) =>
  one.figure === other.figure && one.line === other.line && one.week === other.week;

/** A target of the service on a button: `Open referrals at most 949`. */
function shortGoal({ figure, side, line }: DraftGoal): string {
  return `${goalFigure(figure)?.label ?? figure} ${side === 'atLeast' ? 'at least' : 'at most'} ${line}`;
}

interface GoalSentenceProps {
  goal: DraftGoal;
  lastWeek: number;
  onChange: (part: Partial<DraftGoal>) => void;
}

/** A target as a sentence with its figures to be filled in. */
function GoalSentence({ goal, lastWeek, onChange }: GoalSentenceProps) {
  const known = goalFigure(goal.figure);
  if (!known) return null;
  const name = known.label;
  const choose = (id: string) => {
    const { figure, side, line } = newGoal(id, lastWeek);
    onChange({ figure, side, line });
  };
  return (
    <div className={styles.sentence}>
      <Select
        label="Figure"
        layout="inline"
        value={known.id}
        options={goalFigures.map(({ id, label }) => ({ id, label }))}
        onChange={choose}
      />{' '}
      {goal.side === 'atLeast' ? 'at least' : 'at most'}{' '}
      <NumberField
        label={`${name}: the line`}
        layout="inline"
        value={goal.line}
        min={0}
        decimals={1}
        onCommit={(line) => onChange({ line })}
      />{' '}
      {unitName(known.unit)}
      {known.isWeekly && (
        <>
          {' '}
          at the end of week{' '}
          <NumberField
            label={`${name}: by the end of week`}
            layout="inline"
            value={goal.week}
            min={1}
            max={lastWeek}
            decimals={0}
            onCommit={(week) => onChange({ week })}
          />
        </>
      )}{' '}
      in{' '}
      <NumberField
        label={`${name}: in how many of 100 simulated futures`}
        layout="inline"
        value={goal.percent}
        min={1}
        max={99.5}
        decimals={1}
        unit="%"
        onCommit={(percent) => onChange({ percent })}
      />{' '}
      of simulated futures
    </div>
  );
}
