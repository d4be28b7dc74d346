import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { Button } from './button';
import { ConfirmDialog } from './confirm-dialog';
import { Menu } from './menu';
import { Segmented } from './segmented';
import { Select } from './select';

const orders = [
  { id: 'referral', label: 'Referral date' },
  { id: 'joining', label: 'Joining this step' },
] as const;

it('chooses by keyboard from a list, and only what is new', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  render(<Select label="Seen in order of" value="referral" options={orders} onChange={onChange} />);
  await user.tab();
  await user.keyboard('{Enter}');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Referral date',
    'Joining this step',
  ]);
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onChange.mock.calls).toEqual([['joining']]);
});

it('keeps one segment chosen', async () => {
  const user = userEvent.setup();
  const onChange = vi.fn();
  render(<Segmented label="Order" value="referral" options={orders} onChange={onChange} />);
  await user.click(screen.getByRole('radio', { name: 'Referral date' }));
  expect(onChange).not.toHaveBeenCalled();
  await user.keyboard('{ArrowRight}{Enter}');
  expect(onChange.mock.calls).toEqual([['joining']]);
});

it('does what is chosen from a menu', async () => {
  const user = userEvent.setup();
  const onAction = vi.fn();
  const choices = [
    { id: 'copy', label: 'Make a copy', onAction },
    null,
    { id: 'gone', label: 'Delete…', isDisabled: true, onAction },
  ];
  render(<Menu label="More" trigger={<Button>More</Button>} choices={choices} />);
  await user.click(screen.getByRole('button'));
  const [copy, gone] = within(screen.getByRole('menu')).getAllByRole('menuitem');
  expect(gone?.getAttribute('aria-disabled')).toBe('true');
  if (copy) await user.click(copy);
  expect(onAction).toHaveBeenCalledOnce();
});

it('asks with the safe answer under the keyboard', async () => {
  const user = userEvent.setup();
  const onConfirm = vi.fn();
  const onCancel = vi.fn();
  render(
    <ConfirmDialog
      title="Delete Triage?"
      isOpen
      confirmLabel="Delete"
      tone="danger"
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      Its links are joined up again.
    </ConfirmDialog>,
  );
  expect(screen.getByRole('alertdialog', { name: 'Delete Triage?' })).toBeTruthy();
  await user.keyboard('{Enter}');
  expect(onCancel).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  expect(onConfirm).toHaveBeenCalledOnce();
  await user.keyboard('{Escape}');
  expect(onCancel).toHaveBeenCalledTimes(2);
});
