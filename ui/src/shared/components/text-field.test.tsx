import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TextField } from './text-field';

it('keeps the typed words in sight until the document has them', async () => {
  const user = userEvent.setup();
  let finish = () => {};
  const onCommit = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  render(<TextField label="Name" value="Triage" onCommit={onCommit} />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' });
  await user.tripleClick(field);
  await user.keyboard('First look{Enter}');
  await user.tab();
  expect(onCommit.mock.calls).toEqual([['First look']]);
  expect(field.value).toBe('First look');
  finish();
  // The document kept its own: what it says is shown.
  await waitFor(() => expect(field.value).toBe('Triage'));
});

it('marks what was typed and not handed over', async () => {
  const user = userEvent.setup();
  render(<TextField label="Name" value="Triage" onCommit={() => {}} />);
  const field = screen.getByRole('textbox');
  await user.type(field, 's');
  expect(field.dataset.draft).toBe('true');
  await user.keyboard('{Escape}');
  expect(field.dataset.draft).toBeUndefined();
});

it('starts a new line on Enter where there are several', async () => {
  const user = userEvent.setup();
  const onCommit = vi.fn();
  render(<TextField label="Notes" lines={3} value="" onCommit={onCommit} />);
  await user.type(screen.getByRole('textbox'), 'one{Enter}two');
  expect(onCommit).not.toHaveBeenCalled();
  await user.tab();
  expect(onCommit.mock.calls).toEqual([['one\ntwo']]);
});

it('tells of every letter where that is asked for', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  render(<TextField label="Name" value="" onChange={onChange} error="Enter a name" />);
  await user.type(screen.getByRole('textbox'), 'a');
  expect(onChange).toHaveBeenCalledWith('a');
  expect(screen.getByRole('textbox').getAttribute('aria-describedby')).toBeTruthy();
});
