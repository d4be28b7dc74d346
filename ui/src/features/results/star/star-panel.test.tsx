import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import type { StarTag, StarView } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { accessibilityFaults } from '@/shared/accessibility';
import { opened } from '../results-screen.fixtures';
import { useResultsView } from '../results-view';
import { starView } from './star.fixtures';
import { StarPanel } from './star-panel';
import { starFinding, starTable } from './star-words';

// Whole screens in a browser made of script: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const tag: StarTag = { point: 'supply', words: 'One therapist more.', places: ['mix/posts/ot'] };
const options = opened.project.options.map((option) => (option.id === 'tiered' ? { ...option, star: [tag] } : option));
const commands = {
  starGet: vi.fn<Client['starGet']>(async () => starView),
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })),
};
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument({ ...opened, project: { ...opened.project, options } });
});

afterEach(async () => {
  await closeDocument();
  useResultsView.setState({ options: {} });
  endClient();
  vi.clearAllMocks();
});

const tags = (): readonly StarTag[] =>
  useDocument.getState().project?.options.find(({ id }) => id === 'tiered')?.star ?? [];

async function show() {
  const user = userEvent.setup();
  const shown = render(
    <main>
      <h1>Results</h1>
      <StarPanel project={{ ...opened.project, options }} baseId="as-is" />
    </main>,
  );
  const point = await screen.findByRole('region', { name: 'New ways of working' });
  return { user, point, ...shown };
}

it('accepts a proposal with one press, as one edit told by what differs', async () => {
  const { user, point } = await show();
  await user.click(within(point).getByRole('button', { name: /^Accept under New ways of working: Assessment, face/ }));
  const accepted = { point: 'newWaysOfWorking', words: '', places: ['design/steps/assessment/work/face'] };
  expect(tags()).toEqual([tag, accepted]);
  await waitFor(() => expect(commands.documentEdit).toHaveBeenCalledOnce());
  expect(commands.documentEdit.mock.calls[0]?.[2].label).toBe('Tag a change under New ways of working');
  expect(document.activeElement?.textContent).toBe('New ways of working');
});

it('accepts all proposals of a point as one change', async () => {
  const { user, point } = await show();
  await user.click(within(point).getByRole('button', { name: 'Accept all 3 as one change under New ways of working' }));
  expect(tags()[1]?.places).toEqual(['face', 'admin', 'travel'].map((part) => `design/steps/assessment/work/${part}`));
});

it('adds a change by hand, under leadership too, where no figure shows it', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Add a change under Leadership' }));
  const dialog = screen.getByRole('dialog', { name: 'Add a change' });
  expect(within(dialog).getByRole('button', { name: 'Add it' }).hasAttribute('disabled')).toBe(true);
  await user.type(within(dialog).getByRole('textbox', { name: 'What is changed' }), 'Families sit on its board.');
  await user.click(within(dialog).getByRole('button', { name: 'Add it' }));
  expect(tags()[1]).toEqual({ point: 'leadership', words: 'Families sit on its board.', places: [] });
});

it('changes and removes a tag', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Edit: One therapist more.' }));
  const dialog = screen.getByRole('dialog', { name: 'Change a tag' });
  const covered = within(dialog).getByRole('checkbox', { name: 'Occupational therapist, band 6: 5 WTE instead of 4' });
  expect((covered as HTMLInputElement).checked).toBe(true);
  await user.click(within(dialog).getByRole('checkbox', { name: /^Assessment, travel/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Change it' }));
  expect(tags()).toEqual([{ ...tag, places: ['mix/posts/ot', 'design/steps/assessment/work/travel'] }]);
  await user.click(screen.getByRole('button', { name: 'Remove: One therapist more.' }));
  expect(tags()).toEqual([]);
});

it('has no fault that axe finds, the dialog neither', async () => {
  const { user, container } = await show();
  expect(await accessibilityFaults(container)).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Edit: One therapist more.' }));
  expect(await accessibilityFaults(screen.getByRole('dialog'))).toEqual([]);
});

it('says in a sentence how much is tagged, and gives it as a table', () => {
  const untagged: StarView = { ...starView, points: starView.points.map((point) => ({ ...point, tagged: [] })) };
  expect(starFinding(untagged)).toBe('No change is tagged yet: 3 differences are not tagged');
  const same = { ...untagged, points: untagged.points.map((point) => ({ ...point, proposed: [] })) };
  expect(starFinding(same)).toBe('The two do not differ in workforce or work');
  const rows = starTable(starView).rows;
  expect(rows[0]).toEqual([
    'Supply',
    'tagged',
    'One therapist more.',
    'Occupational therapist, band 6: 5 WTE instead of 4',
  ]);
  expect(rows).toHaveLength(4);
});
