import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { Actuals, FitReply, FuturesMade, JobEvent, Project } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNotices } from '@/shared/notices/notices';
import { opened, project, views } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { useFitDrafts } from './fit-draft';
import { choices, fitReply, posts, referrals, trajectoryReply } from './history.fixtures';
import { fits, trajectories } from './history-questions';
import { OnTrackTab } from './on-track-tab';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let hearFit: (event: JobEvent<FuturesMade, FitReply>) => void = () => undefined;
const commands = {
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })),
  documentAssess: vi.fn<Client['documentAssess']>(async () => ({ problems: [], flows: null }) as never),
  countedFiguresRead: vi.fn<Client['countedFiguresRead']>(async () => ({
    figures: [
      { date: '2026-01-12', value: 1_510 },
      { date: '2026-01-19', value: 1_530 },
    ],
    refused: [{ line: 4, what: '"many"', why: 'it is not a number of 0 or more' }],
    refusedLines: 1,
    dayOrder: 'dayFirst' as const,
    isDayOrderSure: true,
  })),
  trajectoryStart: vi.fn<Client['trajectoryStart']>(async (_, hear) => {
    hear({ kind: 'finished', answer: trajectoryReply, seconds: 0.1 });
    return 7;
  }),
  fitChoices: vi.fn<Client['fitChoices']>(async () => [...choices]),
  fitStart: vi.fn<Client['fitStart']>(async (_, hear) => {
    hearFit = hear;
    return 8;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
};
let endClient = () => {};

const days = ['2026-01-06', '2026-01-08', '2026-01-12', '2026-01-15', '2026-01-19'];
const counted: Actuals = {
  id: 'waiting-list',
  name: 'Waiting list',
  measure: 'waitingList',
  scope: { kind: 'service' },
  figures: days.map((date, at) => ({ date, value: 1_500 + 10 * at })),
  evidence: null,
};
const service = {
  ...project,
  actuals: [] as Actuals[],
  mixes: [{ id: 'now', name: 'Now', posts: [{ role: 'ot', wte: 4, changes: [] }] }],
  options: project.options.map((option) => ({ ...option, mix: 'now' })),
} as unknown as Project;

beforeEach(() => {
  endClient = withClient(commands);
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
});

afterEach(async () => {
  await closeDocument();
  trajectories.forget();
  fits.forget();
  useFitDrafts.setState({ drafts: {} });
  useRuns.setState({ underWay: null, views: [] });
  useResultsView.setState({ tabs: {}, weeks: {}, options: {} });
  useNotices.setState({ shown: [] });
  endClient();
  vi.clearAllMocks();
});

function show(actuals: readonly Actuals[]) {
  showDocument({ ...opened, project: { ...service, actuals: [...actuals] } });
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <OnTrackTab />
    </main>,
  );
  return { user, ...shown };
}

const figures = () => useDocument.getState().project?.actuals[0]?.figures;

it('takes typed figures by day or by week, each one step of undo', async () => {
  const { user } = show([]);
  await user.click(screen.getByRole('button', { name: 'Waiting list' }));
  await user.type(screen.getByRole('textbox', { name: 'Day or week' }), 'week 1{Enter}');
  // Enter in the day goes on to the figure.
  await user.keyboard('1,510{Enter}');
  await user.keyboard('19/1/2026{Enter}1530{Enter}');
  expect(figures()).toEqual([
    { date: '2026-01-12', value: 1_510 },
    { date: '2026-01-19', value: 1_530 },
  ]);
  await user.keyboard('19 Jan 2026{Enter}');
  expect(screen.getByText(/There is a figure for 19 Jan 2026 already/)).toBeTruthy();
  await vi.waitFor(() => expect(commands.documentEdit.mock.calls).toHaveLength(3));
});

it('takes over a pasted list in one step, and names the lines it refused', async () => {
  const { user } = show([{ ...counted, figures: [] }]);
  await user.click(screen.getByRole('button', { name: 'Paste or import a list…' }));
  await user.type(screen.getByRole('textbox', { name: /Paste a day and a figure/ }), 'a list');
  expect(await screen.findByText('2 figures were read, from 12 January 2026 to 19 January 2026.')).toBeTruthy();
  expect(screen.getByText('it is not a number of 0 or more')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Use 2 figures' }));
  expect(figures()).toHaveLength(2);
  await vi.waitFor(() => expect(commands.documentEdit.mock.calls).toHaveLength(1));
});

it('says in words whether the service is on its trajectory, over the forecast', async () => {
  const { container } = show([counted]);
  expect(await screen.findByText('Above its forecast')).toBeTruthy();
  expect(
    screen.getByRole('heading', { name: 'The waiting list is above its forecast by more than chance' }),
  ).toBeTruthy();
  expect(screen.getByText(/1 figure lies before the start or after the end/)).toBeTruthy();
  expect(container.querySelectorAll('svg.chart-drawing circle').length).toBeGreaterThanOrEqual(2);
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('says when no day lies in the forecast, and asks nothing then', async () => {
  show([{ ...counted, figures: [{ date: '2025-06-02', value: 1_400 }] }]);
  expect(screen.getByText('None of these days lies in the forecast')).toBeTruthy();
  await new Promise((ended) => setTimeout(ended, 300));
  expect(commands.trajectoryStart).not.toHaveBeenCalled();
});

async function askedToFit() {
  const shown = show([counted]);
  await shown.user.click(await screen.findByRole('button', { name: 'Add a figure that is not known' }));
  await shown.user.click(await screen.findByRole('option', { name: /Therapist: WTE/ }));
  await shown.user.click(screen.getByRole('button', { name: 'Fit to what was counted' }));
  return shown;
}

it('fits what is chosen between its limits, and stops half-way without a change', async () => {
  const { user } = await askedToFit();
  expect(commands.fitStart.mock.calls[0]?.[0]).toMatchObject({
    optionId: 'as-is',
    actualsId: 'waiting-list',
    unknown: [{ place: posts, low: 2, high: 6 }],
    futures: 4_000,
  });
  await act(async () => hearFit({ kind: 'progress', progress: { made: 500, of: 4_300 } }));
  expect(screen.getByText('500 of 4,300 futures')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[8]]);
  await act(async () => hearFit({ kind: 'stopped', answer: null }));
  expect(screen.getByText(/Stopped before enough futures were simulated/)).toBeTruthy();
  expect(commands.documentEdit).not.toHaveBeenCalled();
});

it('carries what was learnt into the document in one step, and leaves what the history says nothing about', async () => {
  const { user, container } = await askedToFit();
  await act(async () => hearFit({ kind: 'finished', answer: fitReply, seconds: 9 }));
  const rows = within(screen.getByRole('region', { name: 'Fitted figures' })).getAllByRole('row');
  expect(rows.slice(1).map((row) => row.lastElementChild?.textContent)).toEqual([
    '4.4, from 3.9 to 4.9',
    'left as it is',
  ]);
  expect(await accessibilityFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Carry this range into the document' }));
  const after = useDocument.getState().project;
  expect(after?.mixes[0]?.posts[0]?.wte).toEqual(fitReply.fit.figures[0]?.estimate);
  await vi.waitFor(() => expect(commands.documentEdit.mock.calls).toHaveLength(1));
  expect(commands.documentEdit.mock.calls[0]?.[2].sections.map(({ kind }) => kind)).toEqual(['mixes']);
  expect(screen.getByText(/The ranges stand in the document now/)).toBeTruthy();
  expect(useNotices.getState().shown[0]?.title).toBe('1 range carried into the document');
  expect(referrals).toBe(fitReply.fit.figures[1]?.place);
});
