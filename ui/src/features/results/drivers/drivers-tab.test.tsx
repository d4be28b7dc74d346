import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, edit, showDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import { useWantedPlace } from '@/document/wanted-place';
import type { DriversProgress, DriversReply, JobEvent } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNavigation } from '@/shared/navigation/navigation';
import { opened } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { drivers, reply } from './drivers.fixtures';
import { useDriversDrafts } from './drivers-draft';
import { driversQuestions } from './drivers-question';
import { DriversTab } from './drivers-tab';

type Event = JobEvent<DriversProgress, DriversReply>;

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let hear: (event: Event) => void = () => undefined;
const commands = {
  driversStart: vi.fn<Client['driversStart']>(async (_, listener) => {
    hear = listener;
    return 5;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })),
};
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(opened);
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
});

afterEach(async () => {
  await closeDocument();
  driversQuestions.forget();
  useDriversDrafts.setState({ drafts: {} });
  useResultsView.setState({ tabs: {}, weeks: {}, options: {} });
  useWantedPlace.setState({ path: null });
  useNavigation.setState({ screen: 'results' });
  endClient();
  vi.clearAllMocks();
});

function show() {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <DriversTab />
    </main>,
  );
  return { user, ...shown };
}

async function answered(answer: DriversReply = reply) {
  const shown = show();
  await shown.user.click(screen.getByRole('button', { name: 'Find what drives it' }));
  await act(async () => hear({ kind: 'finished', answer, seconds: 9 }));
  return shown;
}

it('asks about the option and the figure that are chosen', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: /In the option/ }));
  await user.click(screen.getByRole('option', { name: 'Tiered redesign' }));
  await user.click(screen.getByRole('button', { name: /What is to be explained/ }));
  await user.click(screen.getByRole('option', { name: 'Waiting list' }));
  await user.click(screen.getByRole('button', { name: 'Find what drives it' }));
  expect(commands.driversStart.mock.calls[0]?.[0]).toEqual({
    ...{ projectId: 'p1', optionId: 'tiered', figure: 'waitingList', week: 2 },
    ...{ usualPercent: 10, budget: 5_000, seed: '1' },
  });
});

it('says how far it is, and stops half-way with what was found', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Find what drives it' }));
  await act(async () => hear({ kind: 'progress', progress: { done: 412, of: 5_000 } }));
  expect(screen.getByText('412 of 5,000 futures')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[5]]);
  await act(async () => hear({ kind: 'stopped', answer: { ...reply, drivers: { ...drivers, stopped: true } } }));
  expect(screen.getByText(/Stopped half-way/)).toBeTruthy();
});

it('says what moves the answer and what explains its spread, and draws both', async () => {
  const { container } = await answered();
  expect(
    screen.getByRole('heading', {
      name: 'Longest wait at week 2 moves most with “Occupational therapist: WTE”: 33 weeks lower from 8.1 to 9.9',
    }),
  ).toBeTruthy();
  expect(
    screen.getByRole('heading', { name: '“Occupational therapist: WTE” explains most of the spread' }),
  ).toBeTruthy();
  const rows = within(screen.getByRole('region', { name: 'The figures that move it most' })).getAllByRole('row');
  expect(rows.map((row) => row.textContent)).toEqual([
    'FigureMovedLongest wait at week 2',
    'Occupational therapist: WTEfrom 8.1 to 9.9, its range33 weeks lower (32 to 34)',
    'Assessment: missed contacts (%)from 2.6% to 3.2%, its rangecannot be told from none',
    'Assessment: notes (minutes)from 54 to 66 minutes, its rangechanges nothing',
  ]);
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('goes to where a figure is entered', async () => {
  const { user } = await answered();
  await user.click(screen.getByRole('button', { name: 'Occupational therapist: WTE' }));
  expect(useNavigation.getState().screen).toBe('people');
  expect(useWantedPlace.getState().path).toMatch(/posts\/ot\/wte$/);
});

it('says when the service has changed since', async () => {
  await answered();
  act(() =>
    edit('Look further', (draft) => {
      draft.horizonWeeks = 3;
    }),
  );
  expect(screen.getByText('This answer is of another option, or the service has changed since')).toBeTruthy();
});
