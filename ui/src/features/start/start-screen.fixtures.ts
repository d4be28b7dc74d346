import type { ShelfEntry, StartProps } from './start-data';

/** What Start is given in its tests. */
const done = async () => {};

export const exampleShelf: ShelfEntry[] = [
  {
    id: 'birmingham',
    serviceModel: 'tieredChildren',
    name: 'Birmingham children’s occupational therapy',
    description:
      '1,760 open referrals and a longest wait of 161 weeks; 949 and 47 twelve months later, with a tiered offer in place of one-to-one work for everyone. Four ways of running the service are compared. What is published, what is assumed and what to look for is in the README beside this file.',
    options: ['Do nothing', 'Tiered redesign', 'Staff only, +9.3 WTE', 'Half the workshops'],
  },
  {
    id: 'step-down',
    serviceModel: 'intermediateCare',
    name: 'Intermediate care after hospital, a place of 250,000 people',
    description:
      'People who are ready to leave hospital and need help at home (pathway 1), a community bed (pathway 2) or a care home place (pathway 3). How many places keep the delays short?',
    options: ['As planned', 'Guidance shares', 'Pathway 2: 44 beds'],
  },
];

export const firstRun: StartProps = {
  projects: [],
  deleted: [],
  templates: [
    {
      id: 'tiered',
      serviceModel: 'tieredChildren',
      name: 'Universal, targeted and individualised offers',
      description: 'Advice open to everyone, groups and workshops, and one-to-one therapy. Three lanes, nine steps.',
      options: ['As it is', 'Redesign'],
    },
    {
      id: 'contact',
      serviceModel: 'primaryCare',
      name: 'First-contact therapist',
      description: 'Bookable contacts in primary care, with follow-ups.',
      options: ['As it is'],
    },
  ],
  examples: exampleShelf,
  notice: null,
  now: new Date('2027-01-20T15:00:00Z'),
  requests: {
    openProject: done,
    duplicateProject: done,
    deleteProject: done,
    restoreProject: done,
    openExample: done,
    startFromTemplate: done,
    startEmpty: done,
    openFile: done,
  },
};

export const returning: StartProps = {
  ...firstRun,
  projects: [
    {
      id: 'a',
      name: 'Children’s OT, north locality',
      source: { kind: 'template', id: 'tiered' },
      changedAt: '2027-01-20T13:00:00Z',
    },
    {
      id: 'b',
      name: 'Birmingham children’s occupational therapy',
      source: { kind: 'example', id: 'birmingham' },
      changedAt: '2027-01-19T09:00:00Z',
    },
    {
      id: 'c',
      name: 'Speech and language therapy for under-fives across three boroughs, with a shared triage team',
      source: { kind: 'blank' },
      changedAt: '2026-11-02T09:00:00Z',
    },
  ],
  deleted: [{ id: 'd', name: 'First try', source: { kind: 'blank' }, changedAt: '2026-10-02T09:00:00Z' }],
  notice: {
    kind: 'damaged',
    rescued: ['Children’s OT, north locality'],
    lost: ['4 older revisions of Children’s OT, north locality'],
    keptAt: 'pathloom/library-damaged-2027-01-20.sqlite',
  },
};
