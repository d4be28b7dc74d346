import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { produce } from 'immer';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useChoice } from '@/document/chosen-options';
import { closeDocument, edit, showDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import { useWantedPlace } from '@/document/wanted-place';
import type { CompareProgress, JobEvent, MoneyAnswer } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useNavigation } from '@/shared/navigation/navigation';
import { useCompareView } from '../compare/compare-view';
import { opened, views } from '../results-screen.fixtures';
import { appraisal } from './money.fixtures';
import { appraisals } from './money-questions';
import { MoneyTab } from './money-tab';
import { useMoneyView } from './money-view';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let hear: (event: JobEvent<CompareProgress, MoneyAnswer>) => void = () => undefined;
const commands = {
  moneyStart: vi.fn<Client['moneyStart']>(async (_, listener) => {
    hear = listener;
    return 5;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
  fileSave: vi.fn<Client['fileSave']>(async () => '/somewhere/account.csv'),
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })),
};
let endClient = () => {};
const twoYears = produce(opened, (draft) => {
  draft.project.horizonWeeks = 104;
});

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(twoYears);
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
});

afterEach(async () => {
  await closeDocument();
  appraisals.forget();
  useRuns.setState({ underWay: null, views: [] });
  useChoice.setState({ leftOut: {} });
  useCompareView.setState({ bases: {}, figures: {} });
  useMoneyView.setState({ years: {}, accounts: {} });
  useNavigation.setState({ screen: 'results' });
  useWantedPlace.setState({ path: null });
  endClient();
  vi.clearAllMocks();
});

/** Shows the room with its appraisal there. */
async function show() {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <MoneyTab />
    </main>,
  );
  await waitFor(() => expect(commands.moneyStart).toHaveBeenCalled());
  await act(async () => hear({ kind: 'finished', answer: appraisal, seconds: 0.1 }));
  return { user, ...shown };
}

it('appraises the marked options on their latest runs, the finding first', async () => {
  await show();
  expect(commands.moneyStart.mock.calls[0]?.[0]).toEqual({
    projectId: 'p1',
    optionIds: ['as-is', 'tiered'],
    baseId: 'as-is',
    years: null,
  });
  expect(
    screen.getByRole('heading', {
      name: 'Net present value over 2 years: £213,000 higher with Tiered redesign than with Do nothing',
    }),
  ).toBeTruthy();
  expect(screen.getByRole('img', { name: /Tiered redesign: £213,000 higher \(£209,000 to £218,000\)/ })).toBeTruthy();
  const held = within(screen.getByRole('region', { name: 'Tiered redesign' }));
  expect(held.getByText('Worth more than Do nothing in 98% (96 to 99) of simulated futures.')).toBeTruthy();
  expect(held.getByText('One: £40.00 now; at £12.00 the two come out even.')).toBeTruthy();
  expect(held.getByText(/^Net present value:/).textContent).toBe(
    'Net present value: better, £213,000 higher (£209,000 to £218,000)',
  );
  expect(held.getByText(/^Staff travel:/).textContent).toBe('Staff travel: better, 6,438 miles lower (6,420 to 6,456)');
  expect(held.getByRole('button', { name: '1 other that would have to change more' })).toBeTruthy();
  expect(screen.getByText('Only here.', { exact: false }).textContent).toBe('Tiered redesign: Only here.');
});

it('has no fault that axe finds, light or dark', async () => {
  const { container } = await show();
  for (const theme of ['light', 'dark']) {
    document.documentElement.dataset.theme = theme;
    expect(await accessibilityFaults(container)).toEqual([]);
  }
});

it('shows every figure of every option, and leaves out what is nought for all', async () => {
  await show();
  const table = within(screen.getByRole('region', { name: 'Costs and benefits of every option' }));
  const row = (name: RegExp) => table.getByRole('row', { name }).textContent;
  expect(row(/^Cost of the service/)).toContain('£932,500£932,500');
  expect(row(/^in year 2 \(weeks 53 to 104\)/)).toContain('£466,200');
  expect(row(/^Staff travel/)).toContain('8,4208,360 to 8,480');
  expect(table.queryByRole('row', { name: /^Present value of health/ })).toBeNull();
});

it('adds up the account of one option, line by line, and saves it unrounded', async () => {
  const { user } = await show();
  const account = () => within(screen.getByRole('region', { name: /^The account of .*, line by line$/ }));
  expect(account().getByRole('row', { name: /^Posts:\s*Occupational therapist/ }).textContent).toContain('8 WTE-years');
  expect(account().getByRole('row', { name: /^Cost to somebody:\s*Weeks waited/ }).textContent).toContain('no price');
  expect(account().getByRole('row', { name: /^The service in all/ }).textContent).toContain('£932,472');
  await user.click(screen.getByRole('button', { name: 'Save the account of Tiered redesign (CSV)' }));
  const [name, kind, bytes] = commands.fileSave.mock.calls[0] ?? [];
  expect([name, kind]).toEqual(['account-tiered.csv', 'csv']);
  const text = new TextDecoder().decode(new Uint8Array(bytes ?? []));
  expect(text).toContain('"Benefit, time",GP appointments avoided,6000,GP appointments,120000,120000,240000');
  await user.click(screen.getByRole('button', { name: /Account of/ }));
  await user.click(await screen.findByRole('option', { name: 'Do nothing' }));
  expect(screen.getByRole('heading', { name: 'The account of Do nothing' })).toBeTruthy();
});

it('draws another figure, and asks again for other years', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: /Figure/ }));
  await user.click(await screen.findByRole('option', { name: 'Cost of the service' }));
  expect(
    screen.getByRole('heading', {
      name: 'Cost of the service over 2 years: Tiered redesign cannot be told apart from Do nothing',
    }),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /Over/ }));
  await user.click(await screen.findByRole('option', { name: '1 year' }));
  await waitFor(() => expect(commands.moneyStart).toHaveBeenCalledTimes(2));
  expect(commands.moneyStart.mock.calls[1]?.[0].years).toBe(1);
});

it('teaches where benefits go, and appraises anew when a price changes', async () => {
  const { user } = await show();
  expect(screen.getByText('No benefits or other costs are described yet')).toBeTruthy();
  act(() =>
    edit('Change the price year', (draft) => {
      draft.economics.priceYear = '2026/27';
    }),
  );
  await waitFor(() => expect(commands.moneyStart).toHaveBeenCalledTimes(2));
  await user.click(screen.getByRole('button', { name: 'Add benefits and other costs' }));
  expect(useNavigation.getState().screen).toBe('people');
  expect(useWantedPlace.getState().path).toBe('economics/effects');
});

it('asks to simulate first what has changed since', async () => {
  useRuns.setState({ views: views.map((view) => ({ ...view, state: 'outOfDate' as const })) });
  render(<MoneyTab />);
  expect(screen.getByText('To be simulated before they are appraised: Do nothing, Tiered redesign')).toBeTruthy();
  expect(commands.moneyStart).not.toHaveBeenCalled();
});

it('says how far futures have been simulated again, can be stopped, and begins again', async () => {
  const user = userEvent.setup();
  render(<MoneyTab />);
  await waitFor(() => expect(commands.moneyStart).toHaveBeenCalled());
  const progress = { optionName: 'Tiered redesign', finished: 40, needed: 300 };
  await act(async () => hear({ kind: 'progress', progress }));
  expect(screen.getByText('40 of 300')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[5]]);
  await act(async () => hear({ kind: 'stopped', answer: null }));
  await user.click(screen.getByRole('button', { name: 'Add up again' }));
  expect(commands.moneyStart).toHaveBeenCalledTimes(2);
});

it('appraises one option by itself', async () => {
  useChoice.setState({ leftOut: { p1: ['tiered'] } });
  render(<MoneyTab />);
  await waitFor(() => expect(commands.moneyStart).toHaveBeenCalled());
  expect(commands.moneyStart.mock.calls[0]?.[0].optionIds).toEqual(['as-is']);
  const [first] = appraisal.report.options;
  if (!first) throw new Error('the fixture has an option');
  const alone = { ...appraisal, report: { ...appraisal.report, options: [first] } };
  await act(async () => hear({ kind: 'finished', answer: alone, seconds: 0.1 }));
  expect(screen.getByRole('heading', { name: 'The account of Do nothing' })).toBeTruthy();
  expect(screen.queryByRole('heading', { name: /^Net present value/ })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Against Do nothing' })).toBeNull();
});
