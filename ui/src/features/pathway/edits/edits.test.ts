import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import type { Design, Project } from '@/ipc/bindings';
import { chain, design, link, project, step, waitingLink } from '../pathway.fixtures';
import { addStep } from './add';
import { copyOf, paste } from './copies';
import { freePlace } from './free-place';
import { connect, reconnect } from './links';
import { copyOption, removeOption, renameOption } from './options';
import { removeParts } from './remove';
import { areaOf, areNear } from './step-size';
import { shareLeft } from './ways-on';

const ways = ({ links }: Design) =>
  links.map(({ from, to, cause }) => `${from} > ${to} ${cause.kind === 'completed' ? cause.percent : cause.kind}`);

const without = (before: Design, steps: string[], links: string[] = []): Design => {
  const after = produce(project(before), (draft) => removeParts(draft, before.id, steps, links));
  return after.designs[0] as Design;
};

describe('taking a step away', () => {
  it('closes the chain', () => {
    expect(ways(without(chain(), ['triage']))).toEqual(['block > done 100', 'referrals > block 100']);
  });

  it('closes the chain over several steps', () => {
    expect(ways(without(chain(), ['triage', 'block']))).toEqual(['referrals > done 100']);
  });

  it('shares people out as the step did', () => {
    const forked = design(
      [step('a', 'referrals'), step('b', 'split'), step('c', 'outcome'), step('d', 'outcome')],
      [link('a', 'b', 80), link('a', 'c', 20), link('b', 'c', 25), link('b', 'd', 75)],
    );
    expect(ways(without(forked, ['b']))).toEqual(['a > c 40', 'a > d 60']);
  });

  it('keeps shares by group', () => {
    const [first, second] = [link('a', 'b'), link('b', 'c', 50)];
    if (first.cause.kind === 'completed') first.cause.percentByGroup = { urgent: 40 };
    const rest = link('b', 'd', 50);
    const forked = design(
      [step('a', 'referrals'), step('b', 'split'), step('c', 'outcome'), step('d', 'outcome')],
      [first, second, rest],
    );
    const [one] = without(forked, ['b']).links;
    expect(one?.cause).toMatchObject({ percent: 50, percentByGroup: { urgent: 20 } });
  });

  it('leads those who leave while waiting after most people', () => {
    const forked = design(
      [step('a', 'contacts'), step('b', 'split'), step('c', 'outcome'), step('d', 'outcome')],
      [waitingLink('a', 'b'), link('b', 'c', 25), link('b', 'd', 75)],
    );
    expect(ways(without(forked, ['b']))).toEqual(['a > d removedWhileWaiting']);
  });

  it('ends where a loop would only come back to itself', () => {
    const loop = design([step('a', 'contacts'), step('b', 'delay')], [link('a', 'b'), link('b', 'a')]);
    expect(ways(without(loop, ['b']))).toEqual([]);
  });

  it('takes along what spoke of it', () => {
    const before = project(chain());
    const outcome = before.designs[0]?.steps[3];
    if (outcome?.work.kind === 'outcome') {
      outcome.work.returns = { percent: 10, afterWeeks: { kind: 'fixed', value: 26 }, to: 'triage' };
    }
    before.options[0]?.changes.push(
      { figure: 'design/steps/triage/work/adminMinutes', to: 10 },
      { figure: 'design/steps/block/work/adminMinutes', to: 10 },
      { figure: 'mix/posts/ot/wte', to: 2 },
    );
    const after = produce(before, (draft) => removeParts(draft, 'as-it-is', ['triage'], []));
    const work = after.designs[0]?.steps.at(-1)?.work;
    expect(work?.kind === 'outcome' && work.returns).toBeNull();
    expect(after.options[0]?.changes.map(({ figure }) => figure)).toEqual([
      'design/steps/block/work/adminMinutes',
      'mix/posts/ot/wte',
    ]);
  });

  it('leaves the rest of a design alone when a link goes', () => {
    const after = without(chain(), [], ['triage-block']);
    expect(after.steps).toHaveLength(4);
    expect(ways(after)).toEqual(['referrals > triage 100', 'block > done 100']);
  });
});

describe('a new link', () => {
  const linked = (before: Design, from: string, to: string) =>
    produce(before, (draft) => {
      connect(draft, from, to);
    });

  it('takes the people that no other link takes', () => {
    const split = design([step('a', 'split'), step('b', 'outcome'), step('c', 'outcome')], [link('a', 'b', 70)]);
    expect(ways(linked(split, 'a', 'c'))).toEqual(['a > b 70', 'a > c 30']);
    expect(shareLeft(linked(split, 'a', 'c'), 'a')).toBe(0);
  });

  it.each([
    ['done', 'triage', 'an outcome is where people leave'],
    ['triage', 'referrals', 'people come to referrals from outside'],
    ['triage', 'triage', 'a step does not lead to itself'],
    ['triage', 'block', 'the link is there already'],
  ])('is not drawn from %s to %s: %s', (from, to) => {
    expect(ways(linked(chain(), from, to))).toEqual(ways(chain()));
  });

  it('leads elsewhere when its end is moved', () => {
    const after = produce(chain(), (draft) => void reconnect(draft, 'triage-block', 'triage', 'done'));
    expect(ways(after)).toContain('triage > done 100');
    const twice = produce(after, (draft) => void reconnect(draft, 'triage-block', 'block', 'done'));
    expect(ways(twice)).toEqual(ways(after));
  });
});

describe('a new step', () => {
  const withStep = (before: Project, kind: Parameters<typeof addStep>[2], beside: string | null) =>
    produce(before, (draft) => {
      addStep(draft, 'as-it-is', kind, 'New step', { beside, tier: null });
    }).designs[0] as Design;

  it('goes beside the selected one, linked, on no other', () => {
    const after = withStep(project(chain()), 'delay', 'block');
    const added = after.steps.at(-1);
    expect(added?.id).toBe('new-step');
    expect(ways(after)).toContain('block > new-step 0');
    const area = areaOf(added as Design['steps'][number]);
    expect(after.steps.slice(0, -1).some((other) => areNear(area, areaOf(other), 0))).toBe(false);
  });

  it('is not linked where people cannot go on', () => {
    expect(ways(withStep(project(chain()), 'referrals', 'block'))).toEqual(ways(chain()));
    expect(ways(withStep(project(chain()), 'delay', 'done'))).toEqual(ways(chain()));
  });

  it('has the role that most steps have', () => {
    const before = project(chain());
    const triage = before.designs[0]?.steps[1];
    if (triage?.work.kind === 'contacts') triage.work.staff = [{ anyOf: [{ role: 'ot', timePercent: 100 }] }];
    const work = withStep(before, 'contacts', null).steps.at(-1)?.work;
    expect(work?.kind === 'contacts' && work.staff).toEqual([{ anyOf: [{ role: 'ot', timePercent: 100 }] }]);
  });

  it('stays on the level of the step it goes beside', () => {
    const [referrals] = chain().steps;
    const alone = design(referrals ? [referrals] : [], []);
    expect(freePlace(alone, 'contacts', referrals ?? null)).toEqual({ x: 260, y: 200 });
    expect(freePlace(alone, 'outcome', referrals ?? null)).toEqual({ x: 260, y: 220 });
  });
});

describe('copies', () => {
  it('have ids of their own and the links among them', () => {
    const before = chain();
    const copied = copyOf(before, ['triage', 'block']);
    const after = produce(before, (draft) => void paste(draft, copied, { x: 40, y: 40 }));
    expect(after.steps.slice(4).map(({ id, position }) => [id, position?.x])).toEqual([
      ['triage-2', 300],
      ['block-2', 560],
    ]);
    expect(ways(after).slice(3)).toEqual(['triage-2 > block-2 100']);
    expect(new Set(after.links.map(({ id }) => id)).size).toBe(after.links.length);
  });

  it('leave the people waiting to the first', () => {
    const before = chain();
    const triage = before.steps[1];
    const start = {
      waiting: { kind: 'summary', number: 20, meanWeeks: 3, longestWeeks: 9 },
      inTreatment: null,
      caseMix: {},
    } as const;
    if (triage?.work.kind === 'contacts') triage.work.start = start;
    const copied = copyOf(before, ['triage']);
    const again = produce(before, (draft) => void paste(draft, copied, { x: 0, y: 0 })).steps.at(-1);
    const elsewhere = produce(design([], []), (draft) => void paste(draft, copied, { x: 0, y: 0 })).steps[0];
    expect(again?.work.kind === 'contacts' && again.work.start).toBeNull();
    expect(elsewhere?.id).toBe('triage');
    expect(elsewhere?.work.kind === 'contacts' && elsewhere.work.start).toEqual(start);
  });
});

describe('an option', () => {
  it('is copied with a design of its own, renamed with it, and takes it along when it goes', () => {
    const copied = produce(project(chain()), (draft) => void copyOption(draft, 'as-it-is', 'Tiered redesign'));
    expect(copied.options.at(-1)).toMatchObject({ id: 'tiered-redesign', design: 'tiered-redesign' });
    expect(copied.designs.at(-1)?.steps).toEqual(chain().steps);
    const renamed = produce(copied, (draft) => renameOption(draft, 'tiered-redesign', 'Three tiers'));
    expect(renamed.designs.at(-1)?.name).toBe('Three tiers');
    const removed = produce(renamed, (draft) => removeOption(draft, 'tiered-redesign'));
    expect(removed).toEqual(project(chain()));
  });
});
