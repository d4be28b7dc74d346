import { expect, it } from 'vitest';
import { levelFinding } from './level-finding';

const level = {
  name: 'Over 52 weeks',
  futures: 300,
  did: 'have waited over 52 weeks',
  nobodyDid: 'has waited over 52 weeks',
  when: 'at the end of week 52',
  isOnlyOption: false,
};

const at = (name: string, [p5, median, p95]: [number, number, number], isBase = false) => ({
  name,
  isBase,
  start: null,
  end: { p5, median, p95 },
});

const nothing = at('Do nothing', [1413, 1460, 1491], true);

it('holds the fewest against the base', () => {
  expect(levelFinding([nothing, at('Tiered redesign', [31, 62, 93])], level)).toBe(
    'With Tiered redesign, 62 people (31 to 93) have waited over 52 weeks at the end of week 52; with Do nothing, 1,460 people (1,413 to 1,491)',
  );
});

it('says nobody only where 19 in 20 simulated futures have nobody', () => {
  expect(levelFinding([nothing, at('Staff only', [0, 0, 0])], level)).toContain(
    'With Staff only, nobody has waited over 52 weeks',
  );
  expect(levelFinding([nothing, at('Staff only', [0, 0, 3])], level)).toContain(
    'With Staff only, 0 people (0 to 3) have waited',
  );
});

it('claims nothing where bands overlap', () => {
  expect(levelFinding([nothing, at('More calls', [1400, 1450, 1480])], level)).toBe(
    'With Do nothing, 1,460 people (1,413 to 1,491) have waited over 52 weeks at the end of week 52; no option shown has clearly fewer',
  );
});

it('tells who has more where nobody has fewer', () => {
  expect(levelFinding([at('As planned', [0, 0, 0], true), at('Guidance', [400, 493, 560])], level)).toBe(
    'With As planned, nobody has waited over 52 weeks at the end of week 52; with Guidance, 493 people (400 to 560)',
  );
});

it('does not name the only option', () => {
  expect(levelFinding([at('A', [1, 1, 1], true)], { ...level, isOnlyOption: true })).toBe(
    '1 person has waited over 52 weeks at the end of week 52',
  );
});
