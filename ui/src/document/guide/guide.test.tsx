import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, edit, showDocument, useDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import type { Band, Beside, Edit, GuideAnswer, GuideProgress, JobEvent, Settings } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNavigation } from '@/shared/navigation/navigation';
import { GuidePanel } from './guide-panel';
import { guideQuestions } from './guide-question';
import { openGuide, putGuideAway, useGuideView, useIsGuideOpen } from './guide-state';
import { amount } from './guide-words';
import { LookFor } from './look-for';

type Event = JobEvent<GuideProgress, GuideAnswer>;

const published = (id: string, name: string, kind: 'calibration' | 'illustration') => ({
  id,
  name,
  said: `${name}, as said`,
  value: { value: 47, evidence: { label: 'published', source: 'A case study' } },
  kind,
  note: 'Not reached with these inputs.',
  measured: kind === 'calibration' ? { option: 'now', measure: 'longestWait' } : null,
});

const opened = {
  id: 'p',
  project: {
    name: 'Ours',
    roles: [{ id: 'ot', name: 'Therapist', turnover: { vacantPercent: 8 } }],
    designs: [],
    mixes: [],
    options: [{ id: 'now', name: 'As it is', description: '', design: 'd', mix: null, changes: [] }],
    guide: {
      summary: 'A service in three tiers.',
      lookFor: ['Doing nothing is not standing still.'],
      published: [
        published('longest', 'Longest wait after a year', 'calibration'),
        published('list', 'Children on the list', 'illustration'),
      ],
      replace: [
        { figure: 'roles/ot/turnover/vacantPercent', words: 'Vacant posts.', done: false },
        { figure: 'mixes/gone/posts', words: 'Posts by band.', done: false },
      ],
      leftOut: ['School holidays.'],
    },
  },
  state: { revision: 1, undo: null, redo: null, changedAt: '2026-01-05T09:00:00Z' },
} as unknown as Parameters<typeof showDocument>[0];

let hear: (event: Event) => void = () => undefined;
const edits: Edit[] = [];
const commands = {
  guideStart: vi.fn<Client['guideStart']>(async (_, listener) => {
    hear = listener;
    return 3;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
  settingsPut: vi.fn<Client['settingsPut']>(async () => null),
  documentEdit: vi.fn<Client['documentEdit']>(async (_, revision, made) => {
    edits.push(made);
    return { ...opened.state, revision: revision + 1, undo: made.label };
  }),
};
let endClient = () => {};

beforeEach(() => {
  edits.length = 0;
  endClient = withClient(commands);
  useSettings.setState({ settings: { seed: '1', replications: 300, guidesPutAway: [] as string[] } as Settings });
  showDocument(opened);
});

afterEach(async () => {
  await closeDocument();
  guideQuestions.forget();
  useNavigation.setState({ screen: 'start' });
  endClient();
  vi.clearAllMocks();
});

function show() {
  const user = userEvent.setup();
  return { user, ...render(<GuidePanel />) };
}

const band = (median: number, p5: number, p95: number): Band => ({
  mean: median,
  meanIntervalHalfWidth: 1,
  sd: 1,
  p5,
  p25: p5,
  median,
  p75: p95,
  p95,
  measured: 300,
});

const beside: Beside = {
  id: 'longest',
  name: 'Longest wait after a year',
  said: 'as said',
  published: 47,
  kind: 'calibration',
  unit: 'weeks',
  option: 'Tiered redesign',
  simulated: band(72, 63, 83),
  lies: 'below',
  whyNot: null,
};
const answer: GuideAnswer = { outcomes: [beside], replications: 300, revision: 1, engineVersion: '1' };

it('says what to look for, what is left out and what each kind of outcome proves', async () => {
  const { container } = show();
  expect(screen.getByText('A service in three tiers.')).toBeTruthy();
  expect(screen.getByText('Doing nothing is not standing still.')).toBeTruthy();
  expect(screen.getByText('School holidays.')).toBeTruthy();
  expect(container.textContent).toMatch(/Calibration ?came first: inputs that nobody published were chosen/);
  expect(container.textContent).not.toMatch(/Reproduction/);
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    expect(await accessibilityFaults(container)).toEqual([]);
  }
});

it('puts the simulated figure beside the published one, with progress, and says when it is out of date', async () => {
  const { user, container } = show();
  await user.click(screen.getByRole('button', { name: 'Simulate and compare' }));
  await waitFor(() => expect(commands.guideStart).toHaveBeenCalled());
  expect(commands.guideStart.mock.calls[0]?.[0]).toEqual({ projectId: 'p', replications: 300, seed: '1' });
  act(() => hear({ kind: 'progress', progress: { optionName: 'Tiered redesign', done: 120, of: 300 } }));
  expect(screen.getByText('120 of 300 futures')).toBeTruthy();
  act(() => hear({ kind: 'finished', answer, seconds: 1 }));
  expect(container.textContent).toContain('72 weeks (63 to 83)');
  expect(container.textContent).toContain('below the range of 9 in 10 simulated futures');
  expect(container.textContent).toContain('The middle of 300 simulated futures');

  await user.click(screen.getByRole('checkbox', { name: 'Made mine: Posts by band.' }));
  expect(container.textContent).toContain('The middle of 300 simulated futures');
  act(() =>
    edit('Change vacant posts', (draft) => {
      draft.options = [];
    }),
  );
  expect(container.textContent).toContain('The document has changed since');
});

it('is stopped, and says so', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Simulate and compare' }));
  await waitFor(() => expect(commands.guideStart).toHaveBeenCalled());
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel).toHaveBeenCalledWith(3);
  act(() => hear({ kind: 'stopped', answer: null }));
  expect(screen.getByText('Stopped before there was an answer.')).toBeTruthy();
});

it('leads to the field of a line, and ticks it with the change that replaces its input, as one edit', async () => {
  const { user } = show();
  expect(screen.getByText('0 of 2 made mine')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Vacant posts.' }));
  expect(useNavigation.getState().screen).toBe('people');
  expect(useGuideView.getState()).toMatchObject({ isBeside: true, followed: 'roles/ot/turnover/vacantPercent' });
  act(() =>
    edit('Change vacant posts to 19.2%', ({ roles }) => {
      const [role] = roles;
      if (role?.turnover) role.turnover.vacantPercent = 19.2;
    }),
  );
  expect(screen.getByText('1 of 2 made mine')).toBeTruthy();
  await waitFor(() => expect(edits).toHaveLength(1));
  expect(edits[0]?.sections.map(({ kind }) => kind).sort()).toEqual(['guide', 'roles']);
});

it('is ticked by hand as an edit of its own; a line whose input is gone leads nowhere', async () => {
  const { user } = show();
  const gone = screen.getByText('It is no longer in the document.').closest('li');
  expect(within(gone as HTMLElement).queryByRole('button')).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'Made mine: Posts by band.' }));
  expect(useDocument.getState().project?.guide?.replace[1]?.done).toBe(true);
  await waitFor(() => expect(edits.map(({ label }) => label)).toEqual(['Tick off “Posts by band”']));
  expect(edits[0]?.sections.map(({ kind }) => kind)).toEqual(['guide']);
});

it('is open until it is put away, and that is remembered for this project', () => {
  function Said() {
    return <p>{useIsGuideOpen() ? 'open' : 'away'}</p>;
  }
  render(<Said />);
  expect(screen.getByText('open')).toBeTruthy();
  act(putGuideAway);
  expect(screen.getByText('away')).toBeTruthy();
  expect(commands.settingsPut.mock.lastCall?.[0].guidesPutAway).toEqual(['p']);
  act(openGuide);
  expect(commands.settingsPut.mock.lastCall?.[0].guidesPutAway).toEqual([]);
});

it('says beside results what to look for, and gives way to the whole guide', async () => {
  const user = userEvent.setup();
  useNavigation.setState({ screen: 'results' });
  render(<LookFor />);
  expect(screen.getByText('Doing nothing is not standing still.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'The whole guide' }));
  expect(useGuideView.getState().isBeside).toBe(true);
  expect(screen.queryByText('Doing nothing is not standing still.')).toBeNull();
});

it('writes figures with their units', () => {
  expect(amount(1, 'weeks')).toBe('1 week');
  expect(amount(-16, 'days')).toBe('−16 days');
  expect(amount(131_100, '£ a year')).toBe('£131,100 a year');
  expect(amount(0.5, '%')).toBe('0.5%');
  expect(amount(72.3, 'weeks')).toBe('72 weeks');
});
