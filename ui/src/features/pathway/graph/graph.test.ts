import { describe, expect, it } from 'vitest';
import { areaOf, areNear } from '../edits/step-size';
import { chain, design, link, project, step } from '../pathway.fixtures';
import { edgesOf, nodesOf } from './drawn';
import { inFlowOrder } from './flow-order';
import { guidesOf } from './guides';
import { lanesOf, lookOf, tierAt } from './lanes';
import { linkPath } from './link-path';
import { tidyPlaces } from './tidy';

const tiers = project(chain()).tiers;

describe('the order of the steps', () => {
  it('follows the flow, upper ones first', () => {
    const forked = design(
      [
        step('low', 'outcome', 500, 300),
        step('high', 'outcome', 500, 100),
        step('alone', 'delay'),
        step('in', 'referrals'),
      ],
      [link('in', 'low', 50), link('in', 'high', 50)],
    );
    expect(inFlowOrder(forked).map(({ id }) => id)).toEqual(['in', 'high', 'low', 'alone']);
  });

  it('has every step once, loops or not', () => {
    const loop = design([step('a', 'contacts'), step('b', 'delay')], [link('a', 'b'), link('b', 'a')]);
    expect(inFlowOrder(loop)).toHaveLength(2);
  });
});

describe('lanes', () => {
  const [one, two] = [step('one', 'contacts', 560, 60, 'universal'), step('two', 'contacts', 560, 260, 'targeted')];

  it('go round their steps, and do not cover each other', () => {
    const lanes = lanesOf(tiers, [one, two]);
    expect(lanes.map(({ tier }) => tier.id)).toEqual(['universal', 'targeted', 'individualised']);
    for (const [at, lane] of lanes.entries()) {
      for (const other of lanes.slice(at + 1)) expect(areNear(lane, other, 0)).toBe(false);
    }
  });

  it('leave steps of no tier outside', () => {
    const outside = step('closed', 'outcome', 560, 420);
    const lanes = lanesOf(tiers, [one, two, outside]);
    for (const lane of lanes) expect(areNear(lane, areaOf(outside), 0)).toBe(false);
  });

  it('say which tier a point is in', () => {
    const lanes = lanesOf(tiers, [one, two]);
    expect(tierAt(lanes, { x: 600, y: 100 }, null)).toBe('universal');
    expect(tierAt(lanes, { x: 600, y: 300 }, 'universal')).toBe('targeted');
    expect(tierAt(lanes, { x: 20, y: 100 }, 'universal')).toBeNull();
  });

  it('have the colours of the tiered model by name, then by order', () => {
    expect(lookOf(tiers, 'targeted')).toBe('targeted');
    expect(lookOf([{ id: 'base', name: 'Base' }], 'base')).toBe('universal');
    expect(lookOf(tiers, null)).toBe('none');
  });
});

describe('a link', () => {
  const at = (x: number, y: number) => ({ x, y, width: 200, height: 96 });

  it('runs from side to side where the next step is on the right', () => {
    const { path, label } = linkPath(at(0, 0), at(260, 0), false);
    expect(path).toMatch(/^M200 48C/);
    expect(label).toEqual({ x: 230, y: 48 });
  });

  it('stands its label before its end where it is long', () => {
    expect(linkPath(at(0, 0), at(800, 300), false).label.x).toBeCloseTo(766, 0);
  });

  it.each([
    ['down', at(0, 0), at(0, 300), false, /^M100 96C/],
    ['up', at(0, 300), at(0, 0), false, /^M100 300C/],
    ['below both, going back', at(400, 0), at(0, 0), false, /^M500 96C/],
    ['out below for those who leave early', at(0, 0), at(400, 300), true, /^M100 96C/],
  ])('runs %s', (_, from, to, leavesEarly, start) => {
    expect(linkPath(from, to, leavesEarly).path).toMatch(start);
  });
});

describe('guides', () => {
  it('show where a dragged step stands level with another', () => {
    const still = { x: 0, y: 20, width: 180, height: 56 };
    expect(guidesOf({ x: 260, y: 0, width: 200, height: 96 }, [still])).toEqual({ x: [], y: [48] });
    expect(guidesOf({ x: 0, y: 200, width: 200, height: 96 }, [still])).toEqual({ x: [0], y: [] });
  });
});

describe('a tidy pathway', () => {
  it('has no step on another, and each tier in a lane of its own', () => {
    const messy = design(
      [
        step('in', 'referrals'),
        step('triage', 'contacts'),
        ...['universal', 'targeted', 'individualised'].flatMap((tier) => [
          step(`${tier}-one`, 'contacts', 0, 0, tier),
          step(`${tier}-two`, 'group', 0, 0, tier),
          step(`${tier}-done`, 'outcome', 0, 0, tier),
        ]),
      ],
      [
        link('in', 'triage'),
        ...['universal', 'targeted', 'individualised'].flatMap((tier) => [
          link('triage', `${tier}-one`, 30),
          link(`${tier}-one`, `${tier}-two`),
          link(`${tier}-two`, `${tier}-done`),
        ]),
      ],
    );
    const places = tidyPlaces(messy, tiers);
    const steps = messy.steps.map((one) => ({ ...one, position: places.get(one.id) ?? null }));
    for (const [at, one] of steps.entries()) {
      for (const other of steps.slice(at + 1)) expect(areNear(areaOf(one), areaOf(other), 20)).toBe(false);
    }
    const lanes = lanesOf(tiers, steps);
    for (const [at, lane] of lanes.entries()) {
      for (const other of lanes.slice(at + 1)) expect(areNear(lane, other, 0)).toBe(false);
    }
    for (const one of steps.filter(({ tier }) => tier)) {
      const { x, y, width, height } = areaOf(one);
      expect(tierAt(lanes, { x: x + width / 2, y: y + height / 2 }, null)).toBe(one.tier);
    }
  });
});

describe('what the canvas is given', () => {
  it('is the same object where nothing changed', () => {
    const before = nodesOf(chain(), tiers, [], []);
    const same = chain();
    const shown = design(
      before.map(({ data }) => data.step),
      same.links,
    );
    const after = nodesOf(shown, tiers, ['triage'], before);
    expect(after.map((node, at) => node === before[at])).toEqual([true, false, true, true]);
    const edges = edgesOf(shown, [], []);
    expect(edgesOf(shown, ['block-done'], edges).map((edge, at) => edge === edges[at])).toEqual([true, true, false]);
  });

  it('leaves out links whose ends are not there', () => {
    expect(edgesOf(design([step('a', 'split')], [link('a', 'gone')]), [], [])).toEqual([]);
  });
});
