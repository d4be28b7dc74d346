import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useChoice } from '@/document/chosen-options';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { CompareAnswer, CompareProgress, JobEvent, PrecisionAnswer, PrecisionProgress } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { opened, views } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { starView } from '../star/star.fixtures';
import { comparison } from './compare.fixtures';
import { comparisons, precisionRuns } from './compare-questions';
import { CompareTab } from './compare-tab';
import { useCompareView } from './compare-view';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let hear: (event: JobEvent<CompareProgress, CompareAnswer>) => void = () => undefined;
let hearPrecision: (event: JobEvent<PrecisionProgress, PrecisionAnswer>) => void = () => undefined;
const commands = {
  compareStart: vi.fn<Client['compareStart']>(async (_, listener) => {
    hear = listener;
    return 3;
  }),
  precisionStart: vi.fn<Client['precisionStart']>(async (_, listener) => {
    hearPrecision = listener;
    return 4;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
  resultsGet: vi.fn<Client['resultsGet']>(async () => [...views]),
  starGet: vi.fn<Client['starGet']>(async () => starView),
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })),
};
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(opened);
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
});

afterEach(async () => {
  await closeDocument();
  comparisons.forget();
  precisionRuns.forget();
  useRuns.setState({ underWay: null, views: [] });
  useChoice.setState({ leftOut: {} });
  useResultsView.setState({ tabs: {}, weeks: {} });
  useCompareView.setState({ bases: {}, figures: {} });
  endClient();
  vi.clearAllMocks();
});

/** Shows the room with its comparison there. */
async function show() {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <CompareTab />
    </main>,
  );
  await waitFor(() => expect(commands.compareStart).toHaveBeenCalled());
  await act(async () => hear({ kind: 'finished', answer: comparison, seconds: 0.2 }));
  return { user, ...shown };
}

it('holds the marked options against the first, on their latest runs', async () => {
  await show();
  expect(commands.compareStart.mock.calls[0]?.[0]).toEqual({
    projectId: 'p1',
    optionIds: ['as-is', 'tiered'],
    baseId: 'as-is',
    week: 2,
  });
  expect(
    screen.getByRole('heading', {
      name: 'Longest wait at week 2: 135 weeks lower with Tiered redesign than with Do nothing',
    }),
  ).toBeTruthy();
  expect(screen.getByRole('img', { name: /Tiered redesign: 135 weeks lower \(134 to 136\)/ })).toBeTruthy();
  expect(screen.getByText('Occupational therapist: 5 WTE instead of 4')).toBeTruthy();
  expect(screen.getByRole('heading', { name: /as likely as wanted: Tiered redesign \(94%\)/ })).toBeTruthy();
});

it('says what an option changes about the workforce, whether anything has been simulated or not', async () => {
  useRuns.setState({ views: [] });
  render(<CompareTab />);
  expect(
    await screen.findByRole('heading', {
      name: '1 change under 1 of the five points; 3 differences are not tagged yet',
    }),
  ).toBeTruthy();
  expect(commands.starGet.mock.calls[0]).toEqual(['p1', 'tiered', 'as-is']);
});

it('has no fault that axe finds', async () => {
  const { container } = await show();
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('shows figures, differences and chances of every headline figure', async () => {
  const { user } = await show();
  const row = (name: RegExp) =>
    within(screen.getByRole('region', { name: /^Every headline figure of/ })).getByRole('row', { name });
  expect(row(/^Longest wait/).textContent).toContain('72 67 to 77mean 72 ± 0.7');
  await user.click(screen.getByRole('radio', { name: 'Differences' }));
  expect(row(/^Longest wait/).textContent).toContain('better: 135 weeks lower (134 to 136)');
  expect(row(/^Cost a year/).textContent).toContain('cannot be told apart (−£250 to £650)');
  await user.click(screen.getByRole('radio', { name: 'Chance of doing better' }));
  expect(row(/^Longest wait/).textContent).toContain('100% (97 to 100)');
});

it('keeps the base in the comparison though it is not marked, and changes it', async () => {
  useChoice.setState({ leftOut: { p1: ['as-is'] } });
  const { user } = await show();
  expect(commands.compareStart.mock.calls[0]?.[0].optionIds).toEqual(['as-is', 'tiered']);
  await user.click(screen.getByRole('button', { name: /Held against/ }));
  await user.click(await screen.findByRole('option', { name: 'Tiered redesign' }));
  await waitFor(() => expect(commands.compareStart).toHaveBeenCalledTimes(2));
  expect(commands.compareStart.mock.calls[1]?.[0].baseId).toBe('tiered');
});

it('asks to simulate first what has changed since', async () => {
  useRuns.setState({ views: views.map((view) => ({ ...view, state: 'outOfDate' as const })) });
  render(<CompareTab />);
  expect(screen.getByText('To be simulated before they are compared: Do nothing, Tiered redesign')).toBeTruthy();
  expect(commands.compareStart).not.toHaveBeenCalled();
});

it('offers an option in which nothing is changed where no option is called so', async () => {
  const options = opened.project.options.map((option) => ({
    ...option,
    name: option.name.replace('Do nothing', 'Cut'),
  }));
  showDocument({ ...opened, project: { ...opened.project, options } });
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Add “Do nothing”' }));
  expect(useDocument.getState().project?.options.map(({ name }) => name)).toEqual([
    'Do nothing',
    'Cut',
    'Tiered redesign',
  ]);
  expect(screen.queryByText(/No option is called/)).toBeNull();
});

it('runs until a figure is known to a width, and can be stopped', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Another figure' }));
  await user.click(screen.getByRole('button', { name: 'Run until then' }));
  expect(commands.precisionStart.mock.calls[0]?.[0]).toMatchObject({
    optionIds: ['as-is', 'tiered'],
    wishes: [
      { figure: 'longestWait', week: 2, halfWidth: 0.3 },
      { figure: 'costPerYear', week: 2, halfWidth: 500 },
    ],
  });
  await act(async () => hearPrecision({ kind: 'progress', progress: { made: 50, untilLook: 80, growth: [] } }));
  expect(screen.getByText('50 of 80')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[4]]);
  const answer: PrecisionAnswer = {
    ended: 'reached',
    growth: [{ replications: 640, halfWidths: [[0.3, 400]], wanted: [[0.35, 500]] }],
  };
  await act(async () => hearPrecision({ kind: 'finished', answer, seconds: 2 }));
  expect(screen.getByText(/Known as well as asked after 640 simulated futures of each option/)).toBeTruthy();
  expect(commands.resultsGet).toHaveBeenCalledOnce();
});
