import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Step } from '@/ipc/bindings';
import { addCalendar, daysWords, patternWords, removeCalendar } from './calendars/calendar-edits';
import { removeGroup, shareWords, usesOfGroup } from './groups/group-edits';
import { counterparts } from './parts/step-edits';
import { smallProject } from './people.fixtures';
import { addRole, duplicateRole, moveInList, removeRole, usesOfRole } from './roles/role-edits';
import { preferRole, skillRows, toggleRole } from './skills/skills';
import { addChange } from './staffing/change-edits';
import { figurePlaceWords, figureUnit } from './staffing/figure-place-words';
import { duplicateMix, removeMix, rolesWithoutCost, setPosts, totalWte, yearlyCost } from './staffing/mix-edits';
import { addOption, duplicateOption, removeOption } from './staffing/option-edits';
import { changeStart, longestWaited, peopleAtStart, peopleWaiting, setList } from './waiting/starting';

const project = smallProject();
const stepOf = (steps: readonly Step[], id: string) => steps.find((step) => step.id === id) as Step;
const assessment = stepOf(project.designs[0]?.steps ?? [], 'assessment');

describe('roles', () => {
  it('say where they are used, with the design where there are several', () => {
    expect(usesOfRole(project, 'therapist')).toEqual({
      steps: ['Assessment (One to one)', 'Assessment (Groups)'],
      mixes: ['The team', 'A larger team'],
    });
    expect(usesOfRole(project, 'helper').steps).toEqual([]);
  });

  it('are taken out everywhere, with the figures that options change in them', () => {
    const after = produce(project, (draft) => removeRole(draft, 'therapist'));
    expect(after.roles.map(({ id }) => id)).toEqual(['helper']);
    expect(after.mixes[0]?.posts).toEqual([]);
    expect(usesOfRole(after, 'therapist')).toEqual({ steps: [], mixes: [] });
    expect(after.options[1]?.changes).toEqual([]);
  });

  it('are added and copied under ids of their own', () => {
    const after = produce(project, (draft) => {
      addRole(draft);
      duplicateRole(draft, 'therapist');
      duplicateRole(draft, 'nobody');
    });
    expect(after.roles.map(({ id }) => id)).toEqual(['therapist', 'therapist-2', 'helper', 'role']);
    expect(after.roles.at(-1)?.calendar).toBe('weekdays');
  });

  it('are moved one place, and not past the ends', () => {
    const ids = (by: -1 | 1) => {
      const list = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
      moveInList(list, 'c', by);
      return list.map(({ id }) => id).join('');
    };
    expect([ids(-1), ids(1)]).toEqual(['acb', 'abc']);
  });
});

describe('who does what', () => {
  const rolesAfter = (change: (step: Step) => void) => {
    const after = produce(assessment, change);
    return after.work.kind === 'contacts' ? after.work.staff[0]?.anyOf.map(({ role }) => role) : null;
  };

  it('has a row for each member of staff that a step needs', () => {
    const [design] = project.designs;
    expect(design && skillRows(design).map(({ stepName, needWords }) => [stepName, needWords])).toEqual([
      ['Assessment', ''],
    ]);
  });

  it('adds a role as the last choice and takes it away again', () => {
    expect(rolesAfter((step) => toggleRole(step, 0, 'helper'))).toEqual(['therapist', 'helper']);
    expect(rolesAfter((step) => toggleRole(step, 0, 'therapist'))).toEqual([]);
    expect(rolesAfter((step) => toggleRole(step, 9, 'helper'))).toEqual(['therapist']);
  });

  it('sets the order of preference, at most the last place', () => {
    expect(rolesAfter((step) => preferRole(step, 0, 'helper', 1))).toEqual(['helper', 'therapist']);
    expect(rolesAfter((step) => preferRole(step, 0, 'therapist', 9))).toEqual(['therapist']);
  });
});

describe('staffing', () => {
  const [team, larger] = project.mixes as [(typeof project.mixes)[0], (typeof project.mixes)[0]];

  it('adds up posts and cost, and says whose cost is missing', () => {
    expect([totalWte(larger), yearlyCost(larger, project.roles)]).toEqual([5, 200_000]);
    expect(rolesWithoutCost(larger, project.roles).map(({ name }) => name)).toEqual(['Helper']);
    expect(rolesWithoutCost(team, project.roles)).toEqual([]);
  });

  it('sets posts of a role that had none', () => {
    const after = produce(team, (draft) => setPosts(draft, 'helper', 0.4));
    expect(after.posts.map(({ role, wte }) => [role, wte])).toEqual([
      ['therapist', 2.5],
      ['helper', 0.4],
    ]);
  });

  it('leaves options without staffing when it goes, and without changes of its figures', () => {
    const after = produce(project, (draft) => removeMix(draft, 'larger'));
    expect(after.options.map(({ mix, changes }) => [mix, changes.length])).toEqual([
      ['team', 0],
      [null, 0],
    ]);
  });

  it('copies under a free name', () => {
    const after = produce(project, (draft) => {
      duplicateMix(draft, 'team');
      duplicateMix(draft, 'team');
    });
    expect(after.mixes.map(({ name }) => name)).toEqual([
      'The team',
      'The team (copy) 2',
      'The team (copy)',
      'A larger team',
    ]);
  });

  it('gives a role without posts its row for a change', () => {
    const after = produce(project, (draft) => addChange(draft, 'team', 'helper', 52));
    expect(after.mixes[0]?.posts[1]).toMatchObject({ role: 'helper', wte: 0, changes: [{ fromWeek: 13, wte: 1 }] });
  });
});

describe('options', () => {
  it('begin like the one shown, and the last one stays', () => {
    const after = produce(project, (draft) => {
      addOption(draft, { design: 'two', mix: null });
      duplicateOption(draft, 'more');
      removeOption(draft, 'now');
    });
    expect(after.options.map(({ name, design }) => `${name}: ${design}`)).toEqual([
      'More posts: two',
      'More posts (copy): two',
      'New option: two',
    ]);
    const last = produce(after, (draft) => {
      for (const { id } of after.options) removeOption(draft, id);
    });
    expect(last.options).toHaveLength(1);
  });

  it('say in words which figures they change', () => {
    const option = project.options[1] as (typeof project.options)[0];
    expect(figurePlaceWords('mix/posts/therapist/wte', project, option)).toBe('Therapist: posts');
    expect(figurePlaceWords('design/steps/assessment/work/order/longestWaitersPercent', project, option)).toBe(
      'Assessment: first contacts kept for the longest waiters',
    );
    expect(figurePlaceWords('design/links/l/cause/percent', project, option)).toBe('Referrals to Assessment: share');
    expect(figurePlaceWords('roles/helper/absence/sicknessPercent', project, option)).toBe(
      'Helper: absence, sickness percent',
    );
    expect(['mix/posts/therapist/wte', 'a/longestWaitersPercent', 'a/everyWeeks'].map(figureUnit)).toEqual([
      ' WTE',
      '%',
      '',
    ]);
  });
});

describe('calendars', () => {
  it('say their pattern in words', () => {
    expect(patternWords({ kind: 'weekdays', days: [1, 2, 3, 4, 5], startsAtHour: 9.5 })).toBe(
      'Monday to Friday from 09:30',
    );
    expect([daysWords([5, 1, 3]), daysWords([6]), daysWords([]), daysWords([1, 2])]).toEqual([
      'Monday, Wednesday and Friday',
      'Saturday only',
      'No day',
      'Monday and Tuesday',
    ]);
  });

  it('hand their roles to another one when they go', () => {
    const after = produce(project, (draft) => {
      const other = addCalendar(draft);
      for (const role of draft.roles) role.calendar = 'weekdays';
      removeCalendar(draft, 'weekdays', other);
    });
    expect(after.roles.map(({ calendar }) => calendar)).toEqual(['calendar', 'calendar']);
  });
});

describe('client groups', () => {
  it('say their share and where they are named', () => {
    const [design] = project.designs;
    expect(design && shareWords(design, 'urgent', true)).toBe('30%');
    expect(usesOfGroup(project, 'urgent')).toEqual(['Referrals (One to one)', 'Referrals (Groups)']);
  });

  it('are taken out everywhere', () => {
    const after = produce(project, (draft) => removeGroup(draft, 'urgent'));
    expect(usesOfGroup(after, 'urgent')).toEqual([]);
    expect(after.designs[0]?.links[0]?.cause).toMatchObject({ percentByGroup: {} });
  });
});

describe('who is there at the start', () => {
  it('is counted from either form of list', () => {
    const [design] = project.designs;
    expect(design && peopleAtStart(design)).toEqual({ waiting: 100, underWay: 0 });
    const start = {
      waiting: { kind: 'ages' as const, weeks: [3, 9.5, 1], groups: [] },
      inTreatment: null,
      caseMix: {},
    };
    expect([peopleWaiting(start), longestWaited(start), longestWaited(null)]).toEqual([3, 9.5, null]);
  });

  it('goes when it holds nobody any more', () => {
    const emptied = produce(assessment, (step) => setList(step, null));
    expect('start' in emptied.work && emptied.work.start).toBeNull();
    const filled = produce(emptied, (step) =>
      changeStart(step, (start) => {
        start.inTreatment = { number: 5, contactsLeft: { kind: 'fixed', value: 1 }, daysLeft: null };
      }),
    );
    expect('start' in filled.work && filled.work.start?.inTreatment?.number).toBe(5);
  });
});

it('finds the same step in other designs, and whether it says the same', () => {
  const referrals = stepOf(project.designs[0]?.steps ?? [], 'referrals');
  const found = (changed: typeof project) =>
    counterparts(changed, 'one', referrals, (step) => step.work).map(({ designName, isSame }) => [designName, isSame]);
  expect(found(project)).toEqual([['Groups', true]]);
  const changed = produce(project, (draft) => {
    const work = draft.designs[1]?.steps[0]?.work;
    if (work?.kind === 'referrals') work.perWeek = 99;
  });
  expect(found(changed)).toEqual([['Groups', false]]);
});
