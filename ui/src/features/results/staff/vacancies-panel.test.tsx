import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import { useWantedPlace } from '@/document/wanted-place';
import type { CompareProgress, JobEvent, RoleTurnover, VacanciesAnswer } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { comparison } from '../compare/compare.fixtures';
import { opened, views } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { VacanciesPanel } from './vacancies-panel';
import { vacancyQuestions } from './vacancies-question';
import { courseTitle, vacancyFinding } from './vacancies-words';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

/** Made up to show the form of the panel. */
const role: RoleTurnover = {
  role: 'ot',
  name: 'Occupational therapist',
  wte: 5,
  vacantPercent: 11.4,
  vacantWte: 0.57,
  leaversPercentPerYear: 10,
};
const courses = [35, 47].map((end) => {
  const column = [161, 161, end];
  return { mean: column, meanHalfWidth95: column, p5: column, p25: column, p50: column, p75: column, p95: column };
});
const [longest] = comparison.comparison.figures;
const difference = {
  mean: 12,
  interval: { low: 10.2, high: 13.8 },
  futures: 300,
  verdict: 'higher',
  words: '',
} as const;
const answer: VacanciesAnswer = {
  roles: [role],
  comparison: {
    ...comparison.comparison,
    figures: longest ? [{ ...longest, differences: [null, difference] }] : [],
  },
  longestWait: courses,
  waitingList: courses,
  run: comparison.runs[0] as VacanciesAnswer['run'],
};

let hear: (event: JobEvent<CompareProgress, VacanciesAnswer>) => void = () => undefined;
let roles: RoleTurnover[] = [role];
const commands = {
  vacanciesRoles: vi.fn<Client['vacanciesRoles']>(async () => roles),
  vacanciesStart: vi.fn<Client['vacanciesStart']>(async (_, listener) => {
    hear = listener;
    return 6;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
};
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(opened);
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
  roles = [role];
});

afterEach(async () => {
  await closeDocument();
  vacancyQuestions.forget();
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
      <VacanciesPanel project={opened.project} />
    </main>,
  );
  await act(async () => {});
  return { user, ...shown };
}

it('holds the option against itself with every post filled, and can be stopped', async () => {
  const { user, container } = await show();
  expect(screen.getByText('0.57 of 5 WTE of these roles are vacant at the start.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Hold it against every post filled' }));
  expect(commands.vacanciesStart.mock.calls[0]?.[0]).toEqual({ projectId: 'p1', optionId: 'as-is', week: 2 });
  await act(async () =>
    hear({ kind: 'progress', progress: { optionName: 'Do nothing, every post filled', finished: 40, needed: 300 } }),
  );
  expect(screen.getByText('40 of 300')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[6]]);
  await act(async () => hear({ kind: 'finished', answer, seconds: 1 }));
  expect(
    screen.getByText(
      'With vacancies and turnover, the longest wait at week 2 is 12 weeks longer (10 to 14) than with every post filled.',
    ),
  ).toBeTruthy();
  expect(
    screen.getByRole('heading', { name: 'Longest wait at week 2: 47 weeks, and 35 weeks with every post filled' }),
  ).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Hold it against every post filled' })).toBeNull();
  expect(await accessibilityFaults(container)).toEqual([]);
});

it('says where no post is vacant, and leads to the field', async () => {
  roles = [];
  const { user } = await show();
  expect(screen.getByText(/every post is filled from the start and nobody leaves/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Put in vacancies and leavers' }));
  expect(useWantedPlace.getState().path).toBe('roles/ot/turnover');
});

it('asks to simulate first what has changed since', async () => {
  useRuns.setState({ views: views.map((view) => ({ ...view, state: 'outOfDate' as const })) });
  await show();
  expect(screen.getByText(/^To be simulated before/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Hold it against every post filled' })).toBeNull();
});

it('says where the medians are the same', () => {
  expect(courseTitle('waiting list', 'people', 2, [courses[1], courses[1]] as typeof courses)).toBe(
    'Waiting list at week 2: 47 people, as with every post filled',
  );
});

it('says what cannot be told apart as well', () => {
  const unclear = {
    ...difference,
    mean: 0.2,
    interval: { low: -0.4, high: 0.8 },
    verdict: 'cannotBeToldApart',
  } as const;
  const list = { ...answer.comparison.figures[0], name: 'waitingList', words: 'waiting list', unit: 'people' };
  const figures = [
    { ...answer.comparison.figures[0], differences: [null, unclear] },
    { ...list, differences: [null, { ...difference, mean: 80, interval: { low: 61, high: 99 } }] },
  ] as typeof answer.comparison.figures;
  expect(vacancyFinding({ ...answer, comparison: { ...answer.comparison, figures } })).toBe(
    'With vacancies and turnover, the longest wait at week 2 cannot be told apart from that with every post filled (−0.4 to 0.8 weeks); the waiting list is 80 people longer (61 to 99)',
  );
});
