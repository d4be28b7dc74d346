import { describe, expect, it } from 'vitest';
import { newWork } from '@/document/starters';
import type { Link, Position, Step } from '@/ipc/bindings';
import { stepGrid } from './step-grid';

const step = (id: string, position: Position | null): Step => ({
  id,
  name: id,
  tier: null,
  position,
  note: '',
  work: newWork('split'),
});

const link = (from: string, to: string): Link => ({
  id: `${from}-${to}`,
  from,
  to,
  cause: { kind: 'missedTooOften' },
});

describe('the grid of the watched drawing', () => {
  it('keeps what stands in one column or one row together, a little off or not', () => {
    const steps = [
      step('referrals', { x: 40, y: 460 }),
      step('triage', { x: 300, y: 460 }),
      step('completed', { x: 560, y: 480 }),
      step('closed', { x: 580, y: 760 }),
    ];
    expect(stepGrid({ steps, links: [] })).toEqual([
      { column: 0, row: 0 },
      { column: 1, row: 0 },
      { column: 2, row: 0 },
      { column: 2, row: 1 },
    ]);
  });

  it('covers no step with another', () => {
    const steps = ['a', 'b', 'c'].map((id) => step(id, { x: 0, y: 0 }));
    expect(stepGrid({ steps, links: [] }).map(({ row }) => row)).toEqual([0, 1, 2]);
  });

  it('puts steps that were never placed behind those that lead to them, ways round included', () => {
    const steps = ['a', 'b', 'c'].map((id) => step(id, null));
    const links = [link('a', 'b'), link('b', 'c')];
    expect(stepGrid({ steps, links }).map(({ column }) => column)).toEqual([0, 1, 2]);
    const round = stepGrid({ steps, links: [...links, link('c', 'a')] });
    expect(new Set(round.map(({ column, row }) => `${column}/${row}`)).size).toBe(3);
  });

  it('has nothing for no steps', () => {
    expect(stepGrid({ steps: [], links: [] })).toEqual([]);
  });
});
