import { nothingWritten } from '@/document/business-case.fixtures';
import { nothingSaid } from '@/document/economics.fixtures';
import type { CaseSpan, CaseView, DocumentView, Project } from '@/ipc/bindings';

/** A small case, made up to show the form of the screen; its figures say nothing of any service. */

const said = (text: string): CaseSpan => ({ text, place: null });
const figure = (text: string, place: string): CaseSpan => ({ text, place });

const longest = figure('47 weeks', 'options/tiered/weekly/longestWait/service/p50/52');

export const view: CaseView = {
  title: 'A service',
  kind: 'Business case',
  front: [[said('Prepared for '), said('The panel')], [figure('22 November 2026', 'run/date')]],
  stamp: 'Pathloom 0.1.0 · 300 simulated futures of each option · seed 1',
  blocks: [
    { kind: 'heading', level: 1, text: 'Summary' },
    { kind: 'paragraph', role: 'lead', line: [said('It brings the longest wait to '), longest, said('.')] },
    { kind: 'highlights', all: [{ figure: longest, words: [said('longest wait')] }] },
    { kind: 'heading', level: 1, text: 'Strategic case' },
    { kind: 'heading', level: 2, text: 'Fit with policy' },
    { kind: 'paragraph', role: 'toComplete', line: [said('To complete: which policies this serves.')] },
    {
      kind: 'table',
      caption: [said('Options')],
      columns: [
        { head: [said('Option')], numbers: false },
        { head: [said('Longest wait')], numbers: true },
      ],
      rows: [{ cells: [[said('Tiered redesign')], [longest]], total: false }],
    },
    {
      kind: 'chart',
      title: [said('The longest wait falls')],
      subtitle: [said('Weeks')],
      alternative: 'Line chart of the longest wait.',
      svg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><text x="1" y="5">47</text></svg>',
    },
  ],
  sections: [
    { id: 'summary', from: 1, to: 2, isOwn: false, usual: 'It brings the longest wait to {longestWait.preferred}.' },
    { id: 'policy', from: 5, to: 6, isOwn: false, usual: '' },
  ],
  unknown: [],
  placeholders: [
    { written: '{longestWait.tiered}', of: 'Tiered redesign', words: 'Longest wait at the end', now: '47 weeks' },
  ],
  register: [
    {
      place: 'roles/ot/costPoundsPerYear',
      belongsTo: '',
      words: 'Occupational therapist: cost (£ a year)',
      value: '58,592',
      range: '',
      kind: 'Published',
      source: 'Pay scales',
      reason: '',
      owner: '',
      confidence: '',
    },
    {
      place: 'designs/d/steps/assessment/work/faceToFaceMinutes',
      belongsTo: 'Design',
      words: 'Assessment: time with the person (minutes)',
      value: '90',
      range: '60 to 120',
      kind: 'Assumed',
      source: '',
      reason: 'Nobody has counted it',
      owner: 'Service lead',
      confidence: 'Low',
    },
  ],
  stress: [
    { number: '1.1', title: 'Purpose', answer: null, isOwn: false },
    { number: '4.3', title: 'Replications', answer: [figure('300', 'run/replications')], isOwn: false },
  ],
  completeness: { answered: 1, items: 2 },
  preferredId: 'tiered',
  runs: [],
  isOutOfDate: false,
};

const option = (id: string, name: string) => ({ id, name, description: '', design: 'd', mix: null, changes: [] });

const project = {
  name: 'A service',
  description: '',
  startDate: '2026-01-05',
  horizonWeeks: 52,
  warmUpWeeks: 0,
  tiers: [],
  groups: [],
  calendars: [],
  roles: [],
  mixes: [],
  designs: [],
  options: [option('as-is', 'Do nothing'), option('tiered', 'Tiered redesign'), option('half', 'Half of it')],
  targets: [],
  actuals: [],
  economics: nothingSaid,
  businessCase: nothingWritten,
} as unknown as Project;

export const opened: DocumentView = {
  id: 'p1',
  project,
  state: { revision: 1, undo: null, redo: null, changedAt: '2027-01-20T13:00:00Z' },
};
