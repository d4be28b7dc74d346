import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { NumberField, type NumberFieldProps } from './number-field';

/** A field over a document: what is handed over becomes its value. */
function Field({
  start,
  onCommit,
  ...props
}: Partial<NumberFieldProps> & { start: number; onCommit: (value: number) => void }) {
  const [value, setValue] = useState<number | null>(start);
  const commit = (next: number) => {
    onCommit(next);
    setValue(next);
  };
  return (
    <>
      <NumberField label="Not brought" min={0} max={100} unit="%" {...props} value={value} onCommit={commit} />
      <button type="button" onClick={() => setValue(55)}>
        change elsewhere
      </button>
    </>
  );
}

function shownField({ start = 12, ...props }: Partial<NumberFieldProps> & { start?: number } = {}) {
  const onCommit = vi.fn();
  render(<Field start={start} {...props} onCommit={onCommit} />);
  const field = screen.getByRole<HTMLInputElement>('spinbutton', { name: 'Not brought' });
  return { field, onCommit, user: userEvent.setup() };
}

describe('a number field', () => {
  it('hands over once, on Enter', async () => {
    const { field, onCommit, user } = shownField();
    await user.tripleClick(field);
    await user.keyboard('34.5');
    expect(onCommit).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    await user.tab();
    expect(onCommit.mock.calls).toEqual([[34.5]]);
    expect(field.value).toBe('34.5');
  });

  it('hands over on leaving', async () => {
    const { field, onCommit, user } = shownField();
    await user.tripleClick(field);
    await user.keyboard('7');
    await user.tab();
    expect(onCommit.mock.calls).toEqual([[7]]);
  });

  it('takes the same number written another way for no edit', async () => {
    const { field, onCommit, user } = shownField({ start: 1760, max: 10_000 });
    await user.tripleClick(field);
    await user.keyboard('1760{Enter}');
    expect(onCommit).not.toHaveBeenCalled();
    expect(field.value).toBe('1,760');
  });

  it('says what is wrong in words, keeps the text, and takes it once it is right', async () => {
    const { field, onCommit, user } = shownField();
    await user.tripleClick(field);
    await user.keyboard('120{Enter}');
    expect(screen.getByText('Enter a number from 0% to 100%')).toBeTruthy();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('120');
    await user.keyboard('{Backspace}{Enter}');
    expect(screen.queryByText('Enter a number from 0% to 100%')).toBeNull();
    expect(onCommit).not.toHaveBeenCalled();
    await user.keyboard('{Backspace}{Backspace}twelve{Enter}');
    expect(screen.getByText('Enter a number, such as 12.5')).toBeTruthy();
  });

  it('puts back what was there on Escape', async () => {
    const { field, onCommit, user } = shownField();
    await user.tripleClick(field);
    await user.keyboard('120{Enter}{Escape}');
    await user.tab();
    expect(field.value).toBe('12');
    expect(screen.queryByText('Enter a number from 0% to 100%')).toBeNull();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('steps with the arrow keys, within its limits', async () => {
    const { field, onCommit, user } = shownField({ start: 3.55, step: 0.1, max: 4, unit: ' WTE' });
    await user.click(field);
    await user.keyboard('{ArrowUp}{ArrowUp}{PageUp}{ArrowDown}');
    expect(onCommit.mock.calls).toEqual([[3.6], [3.7], [4], [3.9]]);
    expect(field.value).toBe('3.9');
  });

  it('shows a share as a percentage without dust', async () => {
    const { field, onCommit, user } = shownField({ start: 0.07, min: 0, max: 1, scale: 100 });
    expect(field.value).toBe('7');
    await user.tripleClick(field);
    await user.keyboard('12.4{Enter}');
    expect(onCommit.mock.calls).toEqual([[0.124]]);
  });

  it('can be emptied only where that is allowed', async () => {
    const onClear = vi.fn();
    const { field, onCommit, user } = shownField({ onClear });
    await user.clear(field);
    await user.tab();
    expect(onClear).toHaveBeenCalledOnce();
    expect(onCommit).not.toHaveBeenCalled();
  });

  it('follows the document when it changes elsewhere', async () => {
    const { field, user } = shownField();
    await user.click(screen.getByText('change elsewhere'));
    expect(field.value).toBe('55');
  });

  it('refuses parts of what comes whole', async () => {
    const { field, user } = shownField({ decimals: 0 });
    await user.tripleClick(field);
    await user.keyboard('2.5{Enter}');
    expect(screen.getByText('Enter a whole number')).toBeTruthy();
  });
});
