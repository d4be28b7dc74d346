import { Plus } from 'lucide-react';
import { edit } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { PlaceOf, usePlace, useProblemAt } from '@/document/fields/place';
import type { OtherCost, Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { Panel } from '@/shared/components/panel';
import { Sentence } from '@/shared/components/sentence';
import { TextField } from '@/shared/components/text-field';
import { editAdding } from '../parts/edit-adding';
import { ElementActions } from '../parts/element-actions';
import { Remark } from '../parts/section-page';
import { set } from '../parts/set';
import { WeekField } from '../parts/week-field';
import { moveInList } from '../roles/role-edits';
import styles from './money.module.css';
import { addCost, duplicateIn, editCost, hasCost, optionsWith, removeFrom } from './money-edits';

/** Costs that are neither posts nor places. */
export function CostsPanel({ project }: { project: Project }) {
  const { costs } = project.economics;
  const place = usePlace('costs');
  return (
    <Panel
      headingLevel={3}
      title="Other costs"
      subtitle="Neither posts nor places: rooms, equipment, licences, somebody to bring in the change."
      actions={
        <span data-place={place}>
          <Button size="small" icon={<Plus />} onPress={() => editAdding('Add a cost', addCost)}>
            Add a cost
          </Button>
        </span>
      }
    >
      {costs.length === 0 ? (
        <Remark>None yet: every option costs its posts, its places and what its outcomes cost.</Remark>
      ) : (
        <ul className={styles.elements}>
          {costs.map((cost, at) => (
            <PlaceOf key={cost.id} path={`costs/${cost.id}`}>
              <CostRow {...{ project, cost, at }} />
            </PlaceOf>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface CostRowProps {
  project: Project;
  cost: OtherCost;
  at: number;
}

function CostRow({ project, cost, at }: CostRowProps) {
  const [path, namePath] = [usePlace(''), usePlace('name')];
  const nameProblem = useProblemAt('name');
  const { costs } = project.economics;
  return (
    <li className={styles.element} data-place={path}>
      <div className={styles.head}>
        <div className={styles.name} data-place={namePath}>
          <TextField
            label={`Name of cost ${at + 1}`}
            hideLabel
            value={cost.name}
            onCommit={(name) => editCost(cost, 'Rename', set('name', name.trim()))}
            error={nameProblem}
          />
        </div>
        <span className={styles.actions}>
          <ElementActions
            what="cost"
            name={cost.name}
            place={{ at, of: costs.length }}
            onMove={(by) => edit(`Move ${cost.name}`, ({ economics }) => moveInList(economics.costs, cost.id, by))}
            onDuplicate={() => editAdding(`Copy ${cost.name}`, (draft) => duplicateIn(draft, 'costs', cost.id))}
            onDelete={() => edit(`Delete ${cost.name}`, (draft) => removeFrom(draft, 'costs', cost.id))}
          />
        </span>
      </div>
      <Sentence>
        <Amounts cost={cost} />, <Weeks project={project} cost={cost} />
      </Sentence>
      <WeeksProblem />
      {project.options.length > 1 && <Options project={project} cost={cost} />}
      <FigureNotes
        figures={[
          { label: 'Once', value: cost.poundsOnce, prefix: '£' },
          { label: 'Every year', value: cost.poundsPerYear, prefix: '£' },
        ]}
      />
    </li>
  );
}

function Amounts({ cost }: { cost: OtherCost }) {
  const amount = (field: 'poundsOnce' | 'poundsPerYear', words: string) => (
    <FigureField
      label={`Paid ${words}, ${cost.name}`}
      value={cost[field]}
      at={field}
      prefix="£"
      min={0}
      step={500}
      onChange={(value) => editCost(cost, `Change what is paid ${words}`, set(field, value))}
      onClear={() => editCost(cost, `Remove what is paid ${words}`, set(field, null))}
    />
  );
  return (
    <>
      {amount('poundsOnce', 'once')} paid once, {amount('poundsPerYear', 'every year')} paid every year
    </>
  );
}

/** From when until when. */
function Weeks({ project, cost }: { project: Project; cost: OtherCost }) {
  const last = project.horizonWeeks + project.warmUpWeeks;
  return (
    <>
      from{' '}
      <WeekField
        label={`First week, ${cost.name}`}
        week={cost.fromWeek}
        most={last}
        startDate={project.startDate}
        at="fromWeek"
        onCommit={(week) => editCost(cost, 'Change the first week', set('fromWeek', week))}
      />{' '}
      until{' '}
      <WeekField
        label={`Last week, empty for good, ${cost.name}`}
        week={cost.untilWeek}
        startDate={project.startDate}
        at="untilWeek"
        emptyWords="(for good)"
        onCommit={(week) => editCost(cost, 'Change the last week', set('untilWeek', week))}
        onClear={() => editCost(cost, 'Keep it for good', set('untilWeek', null))}
      />
    </>
  );
}

/** A week field has no room for words of its own. */
function WeeksProblem() {
  const problem = useProblemAt('untilWeek');
  return problem && <p className={styles.problem}>{problem}</p>;
}

function Options({ project, cost }: { project: Project; cost: OtherCost }) {
  const path = usePlace('options');
  const having = project.options.filter(({ id }) => hasCost(cost, id));
  return (
    <fieldset className={styles.options} data-place={path}>
      <legend>Options that have it</legend>
      {project.options.map((option) => {
        const isIn = hasCost(cost, option.id);
        return (
          <Checkbox
            key={option.id}
            isSelected={isIn}
            // A cost that no option has is no cost: the last one stays.
            isDisabled={isIn && having.length === 1}
            onChange={(hasIt) =>
              editCost(
                cost,
                'Change which options have it',
                set('options', optionsWith(cost, project.options, option.id, hasIt)),
              )
            }
          >
            {option.name}
          </Checkbox>
        );
      })}
    </fieldset>
  );
}
