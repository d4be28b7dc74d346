import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { newWork } from '@/document/starters';
import type { OtherCost, Project } from '@/ipc/bindings';
import { smallProject } from '../people.fixtures';
import { removeRole } from '../roles/role-edits';
import { figurePlaceWords } from '../staffing/figure-place-words';
import { removeOption } from '../staffing/option-edits';
import { addCost, addEffect, duplicateIn, forgetOption, optionsWith, removeFrom } from './money-edits';
import { occasionChoices, occasionOf, stepChoices } from './occasions';

const project = smallProject();

/** The small service with a cost and an effect. */
const priced = produce(project, (draft) => {
  addCost(draft);
  addEffect(draft);
  draft.economics.travel.milesPerWtePerWeek = { helper: 12 };
});
const [cost] = priced.economics.costs as [OtherCost];

describe('costs and effects', () => {
  it('begin with what the program gives them, under ids of their own', () => {
    const again = produce(priced, (draft) => void addEffect(draft));
    expect(again.economics.effects.map(({ id }) => id)).toEqual(['effect', 'effect-2']);
    expect(again.economics.effects[0]).toMatchObject({
      countsAs: 'timeReleasing',
      each: { kind: 'completed', group: null },
      amount: 1,
      poundsEach: null,
    });
    expect(cost).toMatchObject({ options: [], poundsOnce: null, poundsPerYear: null, fromWeek: 0, untilWeek: null });
  });

  it('are copied after the one they are like', () => {
    const copied = produce(priced, (draft) => void duplicateIn(draft, 'costs', 'cost'));
    expect(copied.economics.costs.map(({ id, name }) => [id, name])).toEqual([
      ['cost', 'New cost'],
      ['cost-2', 'New cost (copy)'],
    ]);
    expect(produce(priced, (draft) => void duplicateIn(draft, 'effects', 'gone')).economics.effects).toHaveLength(1);
  });

  it('take the figures that options change in them along', () => {
    const changing = produce(priced, (draft) => {
      draft.options[1]?.changes.push({ figure: 'economics/effects/effect/poundsEach', to: 3 });
    });
    const after = produce(changing, (draft) => removeFrom(draft, 'effects', 'effect'));
    expect(after.economics.effects).toEqual([]);
    expect(after.options[1]?.changes.map(({ figure }) => figure)).toEqual(['mix/posts/therapist/wte']);
    expect(produce(priced, (draft) => removeFrom(draft, 'costs', 'cost')).economics.costs).toEqual([]);
  });
});

describe('the options that have a cost', () => {
  it('are written as none where all of them do', () => {
    const without = optionsWith(cost, project.options, 'now', false);
    expect(without).toEqual(['more']);
    expect(optionsWith({ ...cost, options: without }, project.options, 'now', true)).toEqual([]);
  });

  it('lose a cost of theirs alone when they go, and leave no cost to all the others', () => {
    const alone = produce(priced, (draft) => {
      for (const one of draft.economics.costs) one.options = ['more'];
      addCost(draft);
    });
    const after = produce(alone, (draft) => removeOption(draft, 'more'));
    expect(after.economics.costs.map(({ id, options }) => [id, options])).toEqual([['cost-2', []]]);
    const both = produce(alone.economics, (draft) => {
      for (const one of draft.costs) one.options = ['now', 'more'];
      forgetOption(draft, 'more');
    });
    expect(both.costs.map(({ options }) => options)).toEqual([['now'], ['now']]);
  });
});

describe('what an effect is counted for', () => {
  const withPlaces: Project = produce(project, (draft) => {
    const step = draft.designs[0]?.steps[2];
    if (step) step.work = newWork('places');
  });

  it('is offered where a step fits', () => {
    const offered = (of: Project) => occasionChoices(of).flatMap(({ id, isDisabled }) => (isDisabled ? [] : [id]));
    expect(offered(project)).toEqual(['completed', 'seen', 'weekWaited', 'visit', 'weekQueued', 'outcome']);
    expect(offered(withPlaces)).toContain('dayDelayed');
  });

  it('names a step once, and the designs where only some have it', () => {
    expect(
      stepChoices(withPlaces, ({ kind }) => kind !== 'delay').map(({ label, description }) => [label, description]),
    ).toEqual([
      ['Referrals', undefined],
      ['Assessment', undefined],
      ['Six weeks', 'Only in One to one'],
      ['Seen', undefined],
    ]);
  });

  it('keeps its group or its step where the new occasion has one', () => {
    const seen = occasionOf('seen', { kind: 'completed', group: 'urgent' }, project);
    expect(seen).toEqual({ kind: 'seen', group: 'urgent' });
    const visit = occasionOf('visit', seen, project);
    expect(visit).toEqual({ kind: 'visit', step: 'assessment' });
    expect(occasionOf('weekQueued', visit, withPlaces)).toEqual({ kind: 'weekQueued', step: 'assessment' });
    expect(occasionOf('outcome', visit, project)).toEqual({ kind: 'outcome', step: 'seen' });
    expect(occasionOf('completed', visit, project)).toEqual({ kind: 'completed', group: null });
  });
});

it('goes with a role that goes', () => {
  expect(produce(priced, (draft) => removeRole(draft, 'helper')).economics.travel.milesPerWtePerWeek).toEqual({});
});

it('is said in words where an option changes it', () => {
  const option = priced.options[0] as (typeof priced.options)[0];
  const words = (place: string) => figurePlaceWords(`economics/${place}`, priced, option);
  expect(words('costs/cost/poundsPerYear')).toBe('New cost: paid every year');
  expect(words('effects/effect/poundsEach')).toBe('New benefit: price of one');
  expect(words('travel/milesPerWtePerWeek/helper')).toBe('Helper: miles of one post a week');
  expect(words('travel/milesPerContact/assessment')).toBe('Assessment: miles for each contact');
  expect(words('discountPercent')).toBe('Money: discount rate');
  expect(words('optimismBias/staffPercent')).toBe('Money: optimism bias, staff percent');
});
