import type { ChartTable } from '../chart-data';

/** Whether a role keeps up with its work; decided by whoever passes it in, never by the drawing. */
export type LoadState = 'keepsUp' | 'tight' | 'full' | 'over';

/** Hours of one role. */
export interface RoleHours {
  readonly id: string;
  readonly name: string;
  /** Hours a week used, on average. */
  readonly usedHours: number;
  /** Hours a week there are. */
  readonly availableHours: number;
  /** Used, of those there are, from 0 to 100; may be more when a role is asked for more than it has. */
  readonly usedPercent: number;
  readonly state: LoadState;
}

export const LOAD_WORDS: Readonly<Record<LoadState, string>> = {
  keepsUp: 'keeps up',
  tight: 'tight',
  full: 'all used',
  over: 'over',
};

/** The numbers of a list of hours: a row for each role. */
export function hoursTable(roles: readonly RoleHours[], caption = 'Hours used by role, a week on average'): ChartTable {
  return {
    caption,
    columns: [
      { label: 'role', kind: 'text' },
      { label: 'hours used', kind: 'hours' },
      { label: 'hours there are', kind: 'hours' },
      { label: 'used', kind: 'percent' },
      { label: 'in words', kind: 'text' },
    ],
    rows: roles.map((role) => [
      role.name,
      role.usedHours,
      role.availableHours,
      role.usedPercent,
      LOAD_WORDS[role.state],
    ]),
    rowHeaders: 1,
  };
}
