import { nothingWritten } from '@/document/business-case.fixtures';
import { nothingSaid } from '@/document/economics.fixtures';
import { newCause, newWork } from '@/document/starters';
import type { Cause, Design, Link, Project, Step } from '@/ipc/bindings';
import type { StepKind } from './words/kinds';

/** Steps and links for tests, said briefly. */

export function step(id: string, kind: StepKind, x = 0, y = 0, tier: string | null = null): Step {
  return { id, name: id, tier, position: { x, y }, note: '', work: newWork(kind) };
}

export function link(from: string, to: string, percent = 100): Link {
  return { id: `${from}-${to}`, from, to, cause: { kind: 'completed', percent, percentByGroup: {}, when: null } };
}

export function waitingLink(from: string, to: string, kind: Cause['kind'] = 'removedWhileWaiting'): Link {
  return { id: `${from}-${to}-${kind}`, from, to, cause: newCause(kind) };
}

export function design(steps: Step[], links: Link[]): Design {
  return { id: 'as-it-is', name: 'As it is', description: '', steps, links };
}

export function project(shown: Design): Project {
  return {
    formatVersion: 1,
    name: 'A service',
    description: '',
    startDate: '2027-01-04',
    horizonWeeks: 52,
    warmUpWeeks: 0,
    tiers: [
      { id: 'universal', name: 'Universal' },
      { id: 'targeted', name: 'Targeted' },
      { id: 'individualised', name: 'Specialist' },
    ],
    groups: [{ id: 'everyone', name: 'Everyone', priority: 0, labels: {} }],
    calendars: [],
    roles: [],
    designs: [shown],
    mixes: [],
    options: [{ id: 'as-it-is', name: 'As it is', description: '', design: shown.id, mix: null, changes: [] }],
    targets: [],
    actuals: [],
    businessCase: nothingWritten,
    economics: nothingSaid,
  };
}

/** Referred, seen, given a block, done. */
export function chain(): Design {
  return design(
    [
      step('referrals', 'referrals', 0, 200),
      step('triage', 'contacts', 260, 200),
      step('block', 'contacts', 520, 200, 'individualised'),
      step('done', 'outcome', 780, 220, 'individualised'),
    ],
    [link('referrals', 'triage'), link('triage', 'block'), link('block', 'done')],
  );
}
