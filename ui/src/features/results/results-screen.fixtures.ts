import { nothingSaid } from '@/document/economics.fixtures';
import type { BandColumns, BandFigures, DocumentView, OptionResults, OptionView, Project } from '@/ipc/bindings';

/** A small service with two options, made up to show the form of the screen; its figures say nothing of any service. */

const course = (start: number, end: number, spread: number): BandColumns => {
  const at = (offset: number) => [start, (start + end) / 2 + offset / 2, end + offset];
  return {
    mean: at(0),
    meanHalfWidth95: at(0),
    p5: at(-spread),
    p25: at(-spread / 2),
    p50: at(0),
    p75: at(spread / 2),
    p95: at(spread),
  };
};

const figure = (value: number): BandFigures => ({
  mean: value,
  meanHalfWidth95: 0,
  sd: 0,
  p5: value,
  p25: value,
  p50: value,
  p75: value,
  p95: value,
  measured: 300,
});

const service = { kind: 'service', id: null, name: '' };
const step = { kind: 'step', id: 'assessment', name: 'Assessment' };
const role = { kind: 'role', id: 'ot', name: 'Occupational therapist' };

/** Results in which the longest wait ends at so many weeks. */
function resultsOf(id: string, name: string, endWeeks: number): OptionResults {
  const weekly = (measure: string, unit: string, bands: BandColumns) => ({ measure, unit, scope: service, bands });
  const bands = Array.from({ length: 8 }, (_, band) =>
    weekly(`nationalBand${band}`, 'people', course(10, endWeeks / (band + 1), 1)),
  );
  return {
    id,
    name,
    replicationsFinished: 300,
    weekly: [
      weekly('longestWait', 'weeks', course(161, endWeeks, 5)),
      weekly('waitingList', 'people', course(1500, endWeeks * 9, 40)),
      weekly('openReferrals', 'people', course(1760, endWeeks * 10, 40)),
      weekly('within18Percent', '%', course(20, 30, 2)),
      weekly('over52', 'people', course(900, endWeeks * 4, 20)),
      ...bands,
    ],
    horizon: [
      { measure: 'seen', unit: 'people', scope: service, band: figure(1684) },
      { measure: 'costPerYear', unit: '£ a year', scope: service, band: figure(466_236) },
      { measure: 'seen', unit: 'people', scope: step, band: figure(700) },
      { measure: 'meanWaiting', unit: 'people', scope: step, band: figure(1737) },
      { measure: 'hoursUsed', unit: 'hours', scope: role, band: figure(80) },
      { measure: 'hoursAvailable', unit: 'hours', scope: role, band: figure(80) },
      { measure: 'utilisationPercent', unit: '%', scope: role, band: figure(100) },
    ],
    targets: [
      { id: 'year', name: 'Nobody over a year', byWeek: 2, probabilityMet: 0, probabilityWanted: 0.9, firstWeek: null },
    ],
  };
}

export const project = {
  name: 'A service',
  startDate: '2026-01-05',
  horizonWeeks: 2,
  warmUpWeeks: 0,
  tiers: [],
  groups: [{ id: 'all', name: 'Everybody', priority: 0, labels: {} }],
  roles: [{ id: 'ot', name: 'Occupational therapist' }],
  mixes: [],
  designs: [{ id: 'd', name: 'Design', description: '', steps: [{ id: 'assessment', name: 'Assessment' }], links: [] }],
  options: [
    { id: 'as-is', name: 'Do nothing', description: '', design: 'd', mix: null, changes: [] },
    { id: 'tiered', name: 'Tiered redesign', description: '', design: 'd', mix: null, changes: [] },
  ],
  economics: nothingSaid,
  actuals: [],
  targets: [
    {
      id: 'year',
      name: 'Nobody over a year',
      measure: { kind: 'longestWait' },
      threshold: 52,
      byWeek: 2,
      probabilityPercent: 90,
    },
  ],
} as unknown as Project;

export const opened: DocumentView = {
  id: 'p1',
  project,
  state: { revision: 1, undo: null, redo: null, changedAt: '2027-01-20T13:00:00Z' },
};

const view = (results: OptionResults): OptionView => ({
  optionId: results.id,
  state: 'current',
  results,
  run: {
    key: `${results.id}-0123456789`,
    replications: 300,
    seed: '1',
    engineVersion: '0.1.0',
    revision: 1,
    madeAt: '2027-01-20T13:00:00Z',
  },
});

export const views: readonly OptionView[] = [
  view(resultsOf('as-is', 'Do nothing', 207)),
  view(resultsOf('tiered', 'Tiered redesign', 72)),
];
