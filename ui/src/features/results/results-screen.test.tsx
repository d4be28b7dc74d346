import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useChoice } from '@/document/chosen-options';
import { closeDocument, showDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { SlotPlace } from '@/shared/slots/slots';
import { ResultsScreen } from './results-screen';
import { opened, views } from './results-screen.fixtures';
import { openTab, type ResultsTab, useResultsView } from './results-view';

const commands = {
  runStart: vi.fn<Client['runStart']>(async () => 1),
  resultsSeries: vi.fn<Client['resultsSeries']>(async () => []),
  settingsPut: vi.fn<Client['settingsPut']>(async () => null),
  vacanciesRoles: vi.fn<Client['vacanciesRoles']>(async () => []),
};

let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(opened);
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
  useSettings.setState({
    settings: {
      theme: 'light',
      replications: 300,
      seed: '1',
      lastProject: null,
      replayWeeksPerSecond: 2,
      showPathwayTable: false,
      guidesPutAway: [],
      showChartTables: false,
    },
  });
});

afterEach(async () => {
  await closeDocument();
  useRuns.setState({ underWay: null, views: [] });
  useChoice.setState({ leftOut: {} });
  useResultsView.setState({ tabs: {}, weeks: {} });
  endClient();
  vi.clearAllMocks();
});

const show = () =>
  render(
    <>
      <SlotPlace id="switcher" />
      <main>
        <h1>Results</h1>
        <ResultsScreen />
      </main>
    </>,
  );

describe('the waits', () => {
  it('tell what the options come to, the finding first', () => {
    show();
    expect(
      screen.getByRole('heading', {
        name: 'With Tiered redesign, the longest wait falls to 72 weeks by January 2026; with Do nothing, it rises to 207 weeks',
      }),
    ).toBeTruthy();
    expect(screen.getByText(/Met in none of the simulated futures/, { selector: 'li:first-child > p' })).toBeTruthy();
    expect(screen.getByText(/300 simulated futures, seed 1 · Pathloom engine 0.1.0/)).toBeTruthy();
  });

  it('read the figures of any week', async () => {
    const user = userEvent.setup();
    show();
    const longest = () => within(screen.getAllByRole('table')[0] as HTMLElement).getAllByRole('row')[2]?.textContent;
    expect(longest()).toContain('207');
    screen.getByRole('slider', { name: /At the end of/ }).focus();
    await user.keyboard('{Home}');
    expect(longest()).toContain('161');
  });

  it('leave out an option that is not marked', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('checkbox', { name: 'Do nothing' }));
    expect(
      screen.getByRole('heading', {
        name: 'With Tiered redesign, the longest wait falls from 161 to 72 weeks by January 2026',
      }),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Run 1 option' }));
    expect(commands.runStart.mock.calls[0]?.[0]).toMatchObject({ optionIds: ['tiered'], replications: 300 });
  });

  it('say in words when the service has changed since', () => {
    useRuns.setState({ views: views.map((view) => ({ ...view, state: 'outOfDate' as const })) });
    show();
    expect(screen.getByText('Out of date: the service has changed since this run')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Run again' })).toBeTruthy();
    expect(screen.getAllByText('changed since it was simulated')).toHaveLength(2);
  });
});

describe('a run', () => {
  it('shows how far it is, and can be stopped', async () => {
    const user = userEvent.setup();
    show();
    act(() =>
      useRuns.setState({
        underWay: { number: 1, optionIds: ['as-is'], finished: 127, asked: 300, headlines: [], isStopping: false },
      }),
    );
    expect(screen.getByRole('progressbar', { name: 'Simulating' }).getAttribute('aria-valuetext')).toBe('127 of 300');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(useRuns.getState().underWay?.isStopping).toBe(true);
  });

  it('is explained before the first one, with one button', async () => {
    const user = userEvent.setup();
    useRuns.setState({ views: [] });
    show();
    expect(screen.getByRole('heading', { name: 'Not simulated yet' })).toBeTruthy();
    await user.click(screen.getAllByRole('button', { name: 'Run 2 options' })[1] as HTMLElement);
    expect(commands.runStart).toHaveBeenCalledOnce();
  });

  it('takes no seed that is not a whole number', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: /More/ }));
    const seed = screen.getByRole('textbox', { name: 'Seed of the random numbers' });
    await user.clear(seed);
    await user.type(seed, 'one{Enter}');
    expect(screen.getByText('Enter a whole number, such as 1')).toBeTruthy();
    expect(commands.settingsPut).not.toHaveBeenCalled();
    await user.clear(seed);
    await user.type(seed, '7{Enter}');
    expect(commands.settingsPut.mock.calls[0]?.[0]).toMatchObject({ seed: '7', replications: 300 });
  });
});

it.each<ResultsTab>(['waits', 'who', 'staff', 'flow'])('the room %s has no fault that axe finds', async (tab) => {
  openTab(tab);
  const { container } = show();
  await act(async () => {});
  expect(await accessibilityFaults(container)).toEqual([]);
});
