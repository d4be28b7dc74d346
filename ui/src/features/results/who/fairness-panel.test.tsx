import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useWantedPlace } from '@/document/wanted-place';
import type { Band, ClientGroup, CompareProgress, FairnessAnswer, JobEvent } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { opened, views } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { FairnessPanel } from './fairness-panel';
import { fairnessQuestions } from './fairness-question';
import { fairnessTable } from './fairness-words';
import { labelsOf } from './use-fairness';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** Figures made up to show the form of the panel. */
const band = (mean: number): Band => ({
  mean,
  meanIntervalHalfWidth: 0.2,
  sd: 1,
  p5: mean - 1,
  p25: mean,
  median: mean,
  p75: mean,
  p95: mean + 1,
  measured: 300,
});
const group = (name: string, wait: number): FairnessAnswer['fairness']['groups'][number] => ({
  name,
  clientGroups: [name],
  meanWaitWeeks: band(wait),
  longestWaitWeeks: band(wait + 20),
  waiting: band(120),
  removedPercent: band(4),
  againstShortest: null,
});
const apart = { mean: 5.2, interval: { low: 5, high: 5.4 }, futures: 300, verdict: 'higher', words: '' } as const;
const answer: FairnessAnswer = {
  fairness: {
    label: 'deprivation',
    week: 2,
    groups: [{ ...group('most deprived fifth', 17.2), againstShortest: apart }, group('others', 12)],
    gap: {
      longest: 'most deprived fifth',
      shortest: 'others',
      differenceWeeks: band(5.2),
      ratio: band(1.4),
      isToldApart: true,
    },
    words: 'On average people of "most deprived fifth" wait 5.2 weeks longer than people of "others".',
  },
  run: views[0]?.run as FairnessAnswer['run'],
};

const groups: ClientGroup[] = [
  { id: 'a', name: 'A', priority: 0, labels: { deprivation: 'most deprived fifth', area: ' ' } },
  { id: 'b', name: 'B', priority: 0, labels: { deprivation: 'others' } },
];
const project = { ...opened.project, groups };

let hear: (event: JobEvent<CompareProgress, FairnessAnswer>) => void = () => undefined;
const commands = {
  fairnessStart: vi.fn<Client['fairnessStart']>(async (_, listener) => {
    hear = listener;
    return 7;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
};
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument({ ...opened, project });
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
});

afterEach(async () => {
  await closeDocument();
  fairnessQuestions.forget();
  useRuns.setState({ underWay: null, views: [] });
  useResultsView.setState({ options: {}, weeks: {} });
  useWantedPlace.setState({ path: null });
  endClient();
  vi.clearAllMocks();
});

async function show() {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <FairnessPanel project={project} />
    </main>,
  );
  await waitFor(() => expect(commands.fairnessStart).toHaveBeenCalled());
  return { user, ...shown };
}

it('looks at people by their label, and says the gap in a sentence', async () => {
  const { user, container } = await show();
  expect(commands.fairnessStart.mock.calls[0]?.[0]).toEqual({
    projectId: 'p1',
    optionId: 'as-is',
    label: 'deprivation',
  });
  await act(async () => hear({ kind: 'finished', answer, seconds: 0.1 }));
  expect(
    screen.getByRole('heading', {
      name: 'On average people of "most deprived fifth" wait 5.2 weeks longer than people of "others"',
    }),
  ).toBeTruthy();
  expect(screen.getByRole('img', { name: /most deprived fifth: 5.2 weeks longer \(5 to 5.4\)/ })).toBeTruthy();
  const row = within(screen.getByRole('region', { name: 'Waits and removals by group' })).getByRole('row', {
    name: /^most deprived fifth/,
  });
  expect(row.textContent).toContain('17 16 to 18');
  expect(row.textContent).toContain('4 3 to 5');
  expect(await accessibilityFaults(container)).toEqual([]);

  await user.click(screen.getByRole('button', { name: /People by/ }));
  await user.click(await screen.findByRole('option', { name: 'Client group' }));
  await waitFor(() => expect(commands.fairnessStart).toHaveBeenCalledTimes(2));
  expect(commands.fairnessStart.mock.calls[1]?.[0].label).toBeNull();
});

it('shows how far futures are simulated again, and can be stopped', async () => {
  const { user } = await show();
  await act(async () => hear({ kind: 'progress', progress: { optionName: 'Do nothing', finished: 3, needed: 300 } }));
  expect(screen.getByText('3 of 300')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  await act(async () => hear({ kind: 'stopped', answer: null }));
  await user.click(screen.getByRole('button', { name: 'Look at the groups' }));
  await waitFor(() => expect(commands.fairnessStart).toHaveBeenCalledTimes(2));
});

it('leads to the client groups where there is only one', async () => {
  const user = userEvent.setup();
  render(<FairnessPanel project={opened.project} />);
  await user.click(screen.getByRole('button', { name: 'Add client groups' }));
  expect(useWantedPlace.getState().path).toBe('groups');
});

it('asks for nothing before the option has been simulated as it stands', async () => {
  useRuns.setState({ views: views.map((view) => ({ ...view, state: 'outOfDate' as const })) });
  render(<FairnessPanel project={project} />);
  expect(screen.getByText('Do nothing is looked at as soon as it has been simulated as it stands now.')).toBeTruthy();
  expect(commands.fairnessStart).not.toHaveBeenCalled();
});

it('offers labels that say something, and gives every figure as a table', () => {
  expect(labelsOf(groups)).toEqual(['deprivation']);
  const { columns, rows } = fairnessTable(answer.fairness);
  expect(rows[0]?.slice(0, 7)).toEqual(['most deprived fifth', 17.2, 16.2, 18.2, 5.2, 5, 5.4]);
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});
