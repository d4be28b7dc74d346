import { nothingWritten } from '@/document/business-case.fixtures';
import { nothingSaid } from '@/document/economics.fixtures';
import { newWork, starter } from '@/document/starters';
import type { Design, DocumentView, Project, Role, Step } from '@/ipc/bindings';

/** A small service for tests: two roles, two designs with the same demand, two staffings. */

const step = (id: string, name: string, work: Step['work']): Step => ({
  id,
  name,
  work,
  tier: null,
  position: null,
  note: '',
});

const role = (id: string, name: string, costPoundsPerYear: number): Role => ({
  ...starter('role'),
  id,
  name,
  costPoundsPerYear,
});

function design(id: string, name: string): Design {
  const care = newWork('contacts');
  care.staff = [{ anyOf: [{ role: 'therapist', timePercent: 100 }] }];
  care.start = { waiting: { ...starter('startingList') }, inTreatment: null, caseMix: {} };
  const steps = [
    step('referrals', 'Referrals', { ...newWork('referrals'), caseMix: { urgent: 30, routine: 70 } }),
    step('assessment', 'Assessment', care),
    step('rest', 'Six weeks', newWork('delay')),
    step('seen', 'Seen', newWork('outcome')),
  ];
  const links = [{ id: 'l', from: 'referrals', to: 'assessment', cause: starterCause() }];
  return { id, name, description: '', steps, links };
}

const starterCause = () => ({ kind: 'completed' as const, percent: 100, percentByGroup: { urgent: 100 }, when: null });

export function smallProject(): Project {
  const options = [
    { id: 'now', name: 'As it is', description: '', design: 'one', mix: 'team', changes: [] },
    {
      id: 'more',
      name: 'More posts',
      description: '',
      design: 'two',
      mix: 'larger',
      changes: [{ figure: 'mix/posts/therapist/wte', to: 5 }],
    },
  ];
  return {
    formatVersion: 1,
    name: 'Hand therapy',
    description: '',
    startDate: '2026-01-05',
    horizonWeeks: 52,
    warmUpWeeks: 0,
    tiers: [],
    groups: [
      { id: 'urgent', name: 'Urgent', priority: 0, labels: {} },
      { id: 'routine', name: 'Routine', priority: 1, labels: {} },
    ],
    calendars: [{ ...starter('calendar'), id: 'weekdays', name: 'Monday to Friday' }],
    roles: [role('therapist', 'Therapist', 50_000), role('helper', 'Helper', 0)],
    designs: [design('one', 'One to one'), design('two', 'Groups')],
    mixes: [
      { id: 'team', name: 'The team', posts: [{ role: 'therapist', wte: 2.5, changes: [] }] },
      {
        id: 'larger',
        name: 'A larger team',
        posts: [
          { role: 'therapist', wte: 4, changes: [{ fromWeek: 13, untilWeek: 26, wte: 1 }] },
          { role: 'helper', wte: 1, changes: [] },
        ],
      },
    ],
    options,
    targets: [],
    actuals: [],
    businessCase: nothingWritten,
    economics: nothingSaid,
  };
}

export function smallDocument(): DocumentView {
  const state = { revision: 1, undo: null, redo: null, changedAt: '2026-01-05T09:00:00Z' };
  return { id: 'small', state, project: smallProject() };
}
