import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { WhatIfEvent } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { useAnnouncement } from '@/shared/notices/announcements';
import { opened, views } from '../results-screen.fixtures';
import { useWhatIf } from './what-if';
import { bands, levers } from './what-if.fixtures';
import { WhatIfTab } from './what-if-tab';

let hear: (event: WhatIfEvent) => void = () => {};
const commands = {
  whatIfLevers: vi.fn<Client['whatIfLevers']>(async () => levers),
  whatIfMove: vi.fn<Client['whatIfMove']>(async (_, listen) => {
    hear = listen;
    return null;
  }),
  whatIfStop: vi.fn<Client['whatIfStop']>(async () => null),
  whatIfChanges: vi.fn<Client['whatIfChanges']>(async () => []),
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })),
};

let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument({ ...opened });
  useDocument.setState({ optionId: 'tiered' });
  useRuns.setState({ views, isLoaded: true, underWay: null, lastRun: null });
});

afterEach(async () => {
  await closeDocument();
  useRuns.setState({ views: [] });
  useWhatIf.setState({ subject: null, levers: [], picked: [], moves: [], effect: null, problem: null });
  endClient();
  vi.clearAllMocks();
  vi.useRealTimers();
});

async function show() {
  const shown = render(
    <main>
      <h1>Results</h1>
      <WhatIfTab />
    </main>,
  );
  await act(async () => {});
  return shown;
}

const words = (container: HTMLElement) =>
  [...container.querySelectorAll('svg.chart-drawing text')].map((one) => one.textContent);

it('shows the option as it is until something is moved', async () => {
  const { container } = await show();
  expect(screen.getByRole('heading', { name: 'Longest wait in January 2026: 72 weeks' })).toBeTruthy();
  expect(words(container)).toContain('Tiered redesign');
  expect(screen.getAllByRole('slider')).toHaveLength(4);
  expect(screen.getByRole('button', { name: 'Keep this as an option' })).toHaveProperty('disabled', true);
});

it('moves a figure with the keys: its bands come, and the option as it is stays as a ghost', async () => {
  const user = userEvent.setup();
  const { container } = await show();
  screen.getByRole('slider', { name: 'Occupational therapist, band 6' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(commands.whatIfMove.mock.calls.at(-1)?.[0].moves).toEqual([{ lever: levers[0]?.id, value: 4.1 }]);
  await user.keyboard('{PageUp}');
  expect(useWhatIf.getState().moves[0]?.value).toBeGreaterThan(4.5);

  act(() => hear(bands(10, 24, false)));
  expect(
    screen.getByRole('heading', { name: 'Longest wait in January 2026: 62 weeks instead of 72 weeks' }),
  ).toBeTruthy();
  expect(words(container).join(' ')).toMatch(/As it is: Tiered.*As moved/);
  expect(words(container)).toContain('Still running: the bands will sharpen');
  const row = () => screen.getByRole('row', { name: /^Longest wait/ });
  expect(row().textContent).toContain('72 → 62 weeks (57 to 67)');
  expect(row().textContent).toContain('Working it out');
  act(() => hear(bands(10, 300, true)));
  expect(row().textContent).toContain('10 weeks shorter (9 to 11)');
  expect(screen.getByText("300 simulated futures, the same as the run's")).toBeTruthy();
});

it('says to a screen reader what a move does, once it rests', async () => {
  const user = userEvent.setup();
  await show();
  screen.getByRole('slider', { name: 'Occupational therapist, band 6' }).focus();
  await user.keyboard('{ArrowRight}');
  vi.useFakeTimers();
  const { count } = useAnnouncement.getState();
  act(() => hear(bands(10, 24, false)));
  act(() => hear(bands(10, 300, true)));
  expect(useAnnouncement.getState().count).toBe(count);
  act(() => vi.advanceTimersByTime(1000));
  expect(useAnnouncement.getState()).toMatchObject({ count: count + 1 });
  expect(useAnnouncement.getState().words).toContain(
    'Longest wait at week 2 from 72 to 62 weeks, 9 in 10 simulated futures 57 to 67: 10 weeks shorter (9 to 11).',
  );
});

it('finds another figure by a part of its name, and puts it away again', async () => {
  const user = userEvent.setup();
  await show();
  await user.click(screen.getByRole('button', { name: 'Move another figure' }));
  await user.keyboard('travel');
  const found = within(screen.getByRole('listbox', { name: 'Figures' })).getAllByRole('option');
  expect(found.map((one) => one.textContent)).toEqual(['Assessment: travel30 minutes']);
  await user.click(found[0] as HTMLElement);
  expect(screen.getByRole('slider', { name: 'Assessment: travel' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Put away Assessment: travel' }));
  expect(screen.queryByRole('slider', { name: 'Assessment: travel' })).toBeNull();
});

it('takes a number that is typed, and keeps it as an option under a name', async () => {
  const user = userEvent.setup();
  await show();
  const field = screen.getByRole('spinbutton', { name: 'Occupational therapist, band 6, WTE' });
  await user.clear(field);
  await user.type(field, '4.5{Enter}');
  act(() => hear(bands(10, 24, false)));
  await user.click(screen.getByRole('button', { name: 'Keep this as an option' }));
  expect(screen.getByRole('textbox', { name: 'Name' })).toHaveProperty(
    'value',
    'Tiered redesign, +0.5 WTE Occupational therapist, band 6',
  );
  await user.click(screen.getByRole('button', { name: 'Keep as an option' }));
  await act(async () => {});
  expect(useDocument.getState().project?.options).toHaveLength(3);
});

it('needs an option that was run as the service stands', async () => {
  useRuns.setState({ views: views.map((view) => ({ ...view, state: 'outOfDate' as const })) });
  await show();
  expect(screen.getByRole('heading', { name: 'Run an option first' })).toBeTruthy();
  expect(commands.whatIfLevers).not.toHaveBeenCalled();
});

it('has no fault that axe finds, still and moved', async () => {
  const user = userEvent.setup();
  const { container } = await show();
  expect(await accessibilityFaults(container)).toEqual([]);
  screen.getByRole('slider', { name: 'Occupational therapist, band 6' }).focus();
  await user.keyboard('{ArrowRight}');
  act(() => hear(bands(10, 300, true)));
  expect(await accessibilityFaults(container)).toEqual([]);
});
