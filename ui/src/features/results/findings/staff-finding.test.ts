import { expect, it } from 'vitest';
import type { RoleHours } from '@/shared/charts/bar-list/bar-list-data';
import { staffFinding, usedState } from './staff-finding';

const role = (name: string, usedPercent: number): RoleHours => ({
  id: name,
  name,
  usedHours: usedPercent,
  availableHours: 100,
  usedPercent,
  state: usedState(usedPercent),
});

it.each([
  [60, 'keepsUp'],
  [90, 'keepsUp'],
  [94.7, 'tight'],
  [99.5, 'full'],
  [100, 'full'],
  [104, 'over'],
])('hours used at %d%% are called %s', (used, state) => {
  expect(usedState(used)).toBe(state);
});

it('names the roles without hours to spare', () => {
  const roles = [role('Band 7', 70), role('Band 6', 100), role('Band 5', 99.8)];
  expect(staffFinding('Tiered', roles, false)).toBe('With Tiered, Band 6 and Band 5 have no hours to spare');
  expect(staffFinding('Tiered', roles.slice(1), true)).toBe('No role has hours to spare');
});

it('names the busiest where all have some', () => {
  expect(staffFinding('Tiered', [role('Band 7', 70), role('Band 6', 93)], true)).toBe(
    'Every role has hours to spare; Band 6 uses the most, 93%',
  );
  expect(staffFinding('Tiered', [role('Band 7', 70)], true)).toBe('Band 7 uses 70% of its hours');
});
