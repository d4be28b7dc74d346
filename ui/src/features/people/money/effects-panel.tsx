import { HandCoins, Plus } from 'lucide-react';
import { edit } from '@/document/document';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { PlaceOf, usePlace, useProblemAt } from '@/document/fields/place';
import type { Effect, EffectKind, Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { Sentence } from '@/shared/components/sentence';
import { TextField } from '@/shared/components/text-field';
import { editAdding } from '../parts/edit-adding';
import { ElementActions } from '../parts/element-actions';
import { set } from '../parts/set';
import { moveInList } from '../roles/role-edits';
import styles from './money.module.css';
import { addEffect, duplicateIn, editEffect, removeFrom } from './money-edits';
import { OccasionFields } from './occasion-fields';
import { effectKinds } from './occasions';

const kinds = Object.entries(effectKinds).map(([id, words]) => ({ id: id as EffectKind, ...words }));

/** What care, waiting and delay lead to elsewhere. */
export function EffectsPanel({ project }: { project: Project }) {
  const { effects } = project.economics;
  const place = usePlace('effects');
  const add = (
    <span data-place={place}>
      <Button size="small" icon={<Plus />} onPress={() => editAdding('Add a benefit', addEffect)}>
        Add a benefit or knock-on cost
      </Button>
    </span>
  );
  return (
    <Panel
      headingLevel={3}
      title="Benefits and knock-on costs"
      subtitle="What care, waiting and delay lead to elsewhere, counted in every simulated future."
      actions={effects.length > 0 && add}
    >
      {effects.length === 0 ? (
        <EmptyState title="No benefits yet" icon={<HandCoins />} actions={add}>
          Say what the service leads to: half a GP appointment avoided for each person completed, a bed day for each day
          that somebody ready to leave is kept, what a week’s wait costs a family. Without a price it is counted and not
          valued, and the appraisal says at which price an option comes out even.
        </EmptyState>
      ) : (
        <ul className={styles.elements}>
          {effects.map((effect, at) => (
            <PlaceOf key={effect.id} path={`effects/${effect.id}`}>
              <EffectRow {...{ project, effect, at }} />
            </PlaceOf>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface EffectRowProps {
  project: Project;
  effect: Effect;
  at: number;
}

function EffectRow({ project, effect, at }: EffectRowProps) {
  const [path, namePath] = [usePlace(''), usePlace('name')];
  const nameProblem = useProblemAt('name');
  const isHealth = effect.countsAs === 'health';
  return (
    <li className={styles.element} data-place={path}>
      <div className={styles.head}>
        <div className={styles.name} data-place={namePath}>
          <TextField
            label={`Name of effect ${at + 1}`}
            hideLabel
            value={effect.name}
            onCommit={(name) => editEffect(effect, 'Rename', set('name', name.trim()))}
            error={nameProblem}
          />
        </div>
        <div className={styles.kind}>
          <Select
            label={`What kind of effect ${effect.name} is`}
            hideLabel
            value={effect.countsAs}
            options={kinds}
            onChange={(countsAs) => editEffect(effect, 'Change the kind', set('countsAs', countsAs))}
          />
        </div>
        <EffectActions {...{ project, effect, at }} />
      </div>
      <div className={styles.counted}>
        <Sentence>
          For each <OccasionFields project={project} effect={effect} /> count <AmountField effect={effect} />{' '}
          {isHealth && 'quality-adjusted life years'}
        </Sentence>
        {!isHealth && <UnitField effect={effect} />}
        {(!isHealth || effect.poundsEach !== null) && <PriceSentence effect={effect} />}
      </div>
      <FigureNotes
        figures={[
          { label: 'How many', value: effect.amount },
          { label: 'Price', value: effect.poundsEach, prefix: '£' },
        ]}
      />
    </li>
  );
}

/** What was done, without the name that an edit of an effect puts at its end. */
const unnamed = (label: string, { name }: Effect) => label.replace(`, ${name}`, '');

function AmountField({ effect }: { effect: Effect }) {
  return (
    <FigureField
      label={`How many for each, ${effect.name}`}
      value={effect.amount}
      at="amount"
      decimals={4}
      step={effect.countsAs === 'health' ? 0.01 : 0.5}
      onChange={(value, label) => editEffect(effect, unnamed(label, effect), set('amount', value))}
    />
  );
}

function UnitField({ effect }: { effect: Effect }) {
  const path = usePlace('unit');
  const problem = useProblemAt('unit');
  return (
    <span className={styles.unit} data-place={path}>
      <TextField
        label={`What is counted, ${effect.name}`}
        hideLabel
        value={effect.unit}
        placeholder="GP appointments"
        onCommit={(unit) => editEffect(effect, 'Change what is counted', set('unit', unit.trim()))}
        error={problem}
      />
    </span>
  );
}

function PriceSentence({ effect }: { effect: Effect }) {
  const isCost = effect.countsAs === 'cost';
  return (
    <Sentence>
      One of them {isCost ? 'costs' : 'is worth'}{' '}
      <FigureField
        label={`Price of one, ${effect.name}`}
        value={effect.poundsEach}
        at="poundsEach"
        prefix="£"
        decimals={2}
        onChange={(value, label) => editEffect(effect, unnamed(label, effect), set('poundsEach', value))}
        onClear={() => editEffect(effect, 'Remove the price', set('poundsEach', null))}
      />
      {effect.poundsEach === null && <span className={styles.quiet}> (no price: counted, not valued)</span>}
    </Sentence>
  );
}

function EffectActions({ project, effect, at }: EffectRowProps) {
  const { effects } = project.economics;
  return (
    <span className={styles.actions}>
      <ElementActions
        what="effect"
        name={effect.name}
        place={{ at, of: effects.length }}
        onMove={(by) => edit(`Move ${effect.name}`, ({ economics }) => moveInList(economics.effects, effect.id, by))}
        onDuplicate={() => editAdding(`Copy ${effect.name}`, (draft) => duplicateIn(draft, 'effects', effect.id))}
        onDelete={() => edit(`Delete ${effect.name}`, (draft) => removeFrom(draft, 'effects', effect.id))}
      />
    </span>
  );
}
