import { fireEvent, render, renderHook } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Action, runAction, useActions } from './actions';
import { useShortcuts } from './use-shortcuts';

const undo = vi.fn();
const remove = vi.fn();
const actions: Action[] = [
  { id: 'undo', label: 'Undo', section: 'Edit', keys: ['Mod+Z'], run: undo },
  { id: 'remove', label: 'Delete step', section: 'Edit', keys: ['Delete'], isOutsideFields: true, run: remove },
  { id: 'redo', label: 'Redo', section: 'Edit', keys: ['Mod+Y'], enabled: false, run: undo },
];

function Offer({ children }: { children?: React.ReactNode }) {
  useActions(actions);
  useShortcuts();
  return children;
}

beforeEach(() => {
  undo.mockClear();
  remove.mockClear();
});

describe('actions', () => {
  it('are done by id while they are on offer', () => {
    const { unmount } = renderHook(() => useActions(actions));
    expect(runAction('undo')).toBe(true);
    expect(runAction('redo')).toBe(false);
    expect(runAction('nothing')).toBe(false);
    unmount();
    expect(runAction('undo')).toBe(false);
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('are done by their shortcut', () => {
    render(<Offer />);
    fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'y', ctrlKey: true });
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('leave a field what is its own', () => {
    const { getByLabelText } = render(
      <Offer>
        <input aria-label="empty" />
        <input aria-label="typed in" data-draft="true" />
      </Offer>,
    );
    fireEvent.keyDown(getByLabelText('empty'), { key: 'Delete' });
    fireEvent.keyDown(getByLabelText('typed in'), { key: 'z', ctrlKey: true });
    expect(remove).not.toHaveBeenCalled();
    expect(undo).not.toHaveBeenCalled();
    fireEvent.keyDown(getByLabelText('empty'), { key: 'z', ctrlKey: true });
    expect(undo).toHaveBeenCalledTimes(1);
  });

  it('leave the keyboard to what lies over the window', () => {
    const { getByRole } = render(
      <Offer>
        <div role="dialog">
          <button type="button">Close</button>
        </div>
      </Offer>,
    );
    fireEvent.keyDown(getByRole('button'), { key: 'z', ctrlKey: true });
    expect(undo).not.toHaveBeenCalled();
  });
});
