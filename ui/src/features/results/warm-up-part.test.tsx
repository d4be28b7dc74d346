import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import type { FuturesMade, JobEvent, WarmUp } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { opened, project } from './results-screen.fixtures';
import { WarmUpPart, warmUpQuestions } from './warm-up-part';

let hear: (event: JobEvent<FuturesMade, WarmUp>) => void = () => undefined;
const commands = {
  warmUpStart: vi.fn<Client['warmUpStart']>(async (_, listener) => {
    hear = listener;
    return 3;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
};
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  useSettings.setState({ settings: { seed: '1', replications: 300 } as never });
});

afterEach(async () => {
  await closeDocument();
  warmUpQuestions.forget();
  endClient();
  vi.clearAllMocks();
});

const option = { id: 'as-is', name: 'Do nothing' };

function show(warmUpWeeks: number) {
  showDocument({ ...opened, project: { ...project, warmUpWeeks } });
  return { user: userEvent.setup(), ...render(<WarmUpPart option={option} />) };
}

it('says nothing where no weeks are left out', () => {
  const { container } = show(0);
  expect(container.textContent).toBe('');
});

it('says whether the weeks that are left out are enough, and can be stopped on the way', async () => {
  const { user, container } = show(13);
  await user.click(screen.getByRole('button', { name: /Warm-up/ }));
  await user.click(screen.getByRole('button', { name: 'Is that long enough?' }));
  expect(commands.warmUpStart.mock.calls[0]?.[0]).toEqual({ projectId: 'p1', optionId: 'as-is', seed: '1' });
  await user.click(screen.getByRole('button', { name: 'Stop' }));
  expect(commands.runCancel.mock.calls).toEqual([[3]]);
  const words = 'The figures settle only by week 40; leaving out 13 weeks is too short';
  const answer: WarmUp = { setWeeks: 13, advisedWeeks: 40, advice: 'tooShort', figures: [], words };
  await act(async () => hear({ kind: 'finished', answer, seconds: 1 }));
  expect(screen.getByRole('status').textContent).toBe(`Do nothing: ${words}.`);
  expect(await accessibilityFaults(container)).toEqual([]);
});
