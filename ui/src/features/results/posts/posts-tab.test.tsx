import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import type { JobEvent, PostsOutcome, PostsReply, Trying } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNotices } from '@/shared/notices/notices';
import { opened } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { choices, found, impossible, mix, reply } from './posts.fixtures';
import { usePostsDrafts } from './posts-draft';
import { postsQuestions } from './posts-question';
import { PostsTab } from './posts-tab';

type Event = JobEvent<Trying, PostsReply>;

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let hear: (event: Event) => void = () => undefined;
const commands = {
  postsChoices: vi.fn<Client['postsChoices']>(async () => choices),
  postsStart: vi.fn<Client['postsStart']>(async (_, listener) => {
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
  postsQuestions.forget();
  usePostsDrafts.setState({ drafts: {} });
  useResultsView.setState({ options: {} });
  useNotices.setState({ shown: [] });
  endClient();
  vi.clearAllMocks();
});

async function show() {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <PostsTab />
    </main>,
  );
  await screen.findByRole('button', { name: 'Find the cheapest mix' });
  return { user, ...shown };
}

/** Asks, and hears this answer. */
async function answered(outcome: PostsOutcome) {
  const shown = await show();
  await shown.user.click(screen.getByRole('button', { name: 'Find the cheapest mix' }));
  await act(async () => hear({ kind: 'finished', answer: reply(outcome), seconds: 9 }));
  return shown;
}

it('puts the question of the document, and asks it', async () => {
  const { user } = await show();
  expect(screen.getByRole('spinbutton', { name: 'Longest wait: the line' }).getAttribute('aria-valuenow')).toBe('47');
  expect(screen.getByText('61 mixes within these limits.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Open referrals at most 949' }));
  await user.click(screen.getByRole('button', { name: 'Find the cheapest mix' }));
  expect(commands.postsStart.mock.calls[0]?.[0]).toMatchObject({
    projectId: 'p1',
    optionId: 'as-is',
    goals: [{ figure: 'longestWait', line: 47, week: 2, probabilityPercent: 90 }, { figure: 'openReferrals' }],
    vary: [{ place: 'mix/posts/ot/wte', low: 2, high: 8, step: 0.1 }],
  });
});

it('says what is being tried, and stops half-way with what was found', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Find the cheapest mix' }));
  const progress: Trying = { stage: 'search', mix: 'Occupational therapist: 4.3 WTE', best: null, replications: 412 };
  await act(async () => hear({ kind: 'progress', progress }));
  expect(screen.getByText('Trying Occupational therapist: 4.3 WTE')).toBeTruthy();
  expect(screen.getByText('412 futures')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[5]]);
  await act(async () => hear({ kind: 'stopped', answer: reply({ kind: 'stopped', best: mix(6, 0.95) }) }));
  expect(screen.getByRole('heading', { name: /^Stopped. Found so far: 6 WTE of Occupational therapist/ })).toBeTruthy();
});

it('gives the answer first, then what is promised and what shorter waits cost', async () => {
  const { container } = await answered(found);
  expect(
    screen.getByRole('heading', {
      name: '5.5 WTE of Occupational therapist: £554,000 a year, met in 93% of simulated futures (90% to 95%)',
    }),
  ).toBeTruthy();
  expect(
    screen.getByText(/With 95% confidence this mix meets the target with a probability of at least 87%/),
  ).toBeTruthy();
  expect(screen.getByText(/£88,200 a year more than the option as it stands/)).toBeTruthy();
  const table = screen.getByRole('region', { name: 'What shorter waits cost, mix by mix' });
  expect(within(table).getByRole('row', { name: /5.5 WTE – the answer/ }).textContent).toContain('£2,330');
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('says plainly when no mix does it, and what the bottleneck is', async () => {
  const { container } = await answered(impossible);
  expect(screen.getByRole('heading', { name: 'No mix within these limits does it' })).toBeTruthy();
  expect(screen.getByText(/The bottleneck is Workshop/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Keep this as an option' })).toBeNull();
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('keeps the answer as an option with a staffing of its own, in one edit', async () => {
  const { user } = await answered(found);
  await user.click(screen.getByRole('button', { name: 'Keep this as an option' }));
  const { project } = useDocument.getState();
  expect(project?.options.at(-1)).toMatchObject({ name: 'Do nothing, 5.5 WTE', mix: 'do-nothing-5-5-wte' });
  expect(project?.mixes.at(-1)?.posts).toMatchObject([{ role: 'ot', wte: 5.5 }]);
  expect(commands.documentEdit.mock.calls).toHaveLength(1);
  expect(useNotices.getState().shown[0]?.title).toBe('Kept as the option Do nothing, 5.5 WTE');
  expect(screen.getByText('This answer is of another option, or the service has changed since')).toBeTruthy();
});
