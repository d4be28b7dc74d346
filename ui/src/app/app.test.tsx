import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { accessibilityFaults } from '@/shared/accessibility';
import { runAction } from '@/shared/actions/actions';
import { goTo, useNavigation } from '@/shared/navigation/navigation';
import { notify, useNotices } from '@/shared/notices/notices';
import { Slot } from '@/shared/slots/slots';
import { App } from './app';
import { matchesSearch } from './command-search';
import type { ScreenViews } from './screen-area';
import type { Session } from './session';
import { nothingOpen, projectOpen } from './session.fixtures';

const isBroken = vi.fn(() => false);

function Pathway() {
  return (
    <>
      <Slot id="screen">
        <button type="button">Tidy</button>
      </Slot>
      <p>The canvas</p>
    </>
  );
}

function Results() {
  if (isBroken()) throw new Error('no bands');
  return <p>The bands</p>;
}

const views: ScreenViews = {
  start: () => <p>The list of projects</p>,
  pathway: Pathway,
  people: () => <p>The roles</p>,
  results: Results,
  case: () => <p>The paper</p>,
};

const show = (session: Session = projectOpen) => render(<App session={session} views={views} />);

beforeEach(() => {
  goTo('start');
  useNotices.setState({ shown: [] });
});

describe('the window', () => {
  it.each([
    ['nothing open', nothingOpen],
    ['a project open', projectOpen],
    ['a run under way', { ...projectOpen, run: { kind: 'running', share: 0.42, stop: () => {} } } as Session],
    ['a change not saved', { ...projectOpen, saved: { kind: 'failed', retry: () => {} } } as Session],
  ])('has no accessibility fault with %s, light or dark', async (_, session) => {
    notify({ tone: 'failure', title: 'The disk is full', action: { label: 'Try again', run: () => {} } });
    for (const theme of ['light', 'dark'] as const) {
      const { unmount } = show({ ...session, theme });
      expect(document.documentElement.dataset.theme).toBe(theme);
      expect(await accessibilityFaults(document.body)).toEqual([]);
      unmount();
    }
  });

  it('goes to a screen, moves the keyboard to its heading and names itself after it', async () => {
    const user = userEvent.setup();
    show();
    await user.click(screen.getByRole('button', { name: 'Pathway' }));
    expect(screen.getByText('The canvas')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Pathway' }));
    expect(document.title).toBe('Pathway – Children’s OT – Pathloom');
    expect(screen.getByRole('button', { name: 'Pathway' }).getAttribute('aria-current')).toBe('page');
  });

  it('gives a screen its place in the top bar while it is open', async () => {
    const user = userEvent.setup();
    show();
    await user.keyboard('{Control>}2{/Control}');
    expect(within(screen.getByRole('banner')).getByText('Tidy')).toBeTruthy();
    await user.keyboard('{Control>}3{/Control}');
    expect(screen.queryByText('Tidy')).toBeNull();
  });

  it('says where to begin when a screen needs a project and none is open', async () => {
    const user = userEvent.setup();
    show(nothingOpen);
    act(() => goTo('results'));
    await user.click(screen.getByRole('button', { name: 'Choose a project on Start' }));
    expect(useNavigation.getState().screen).toBe('start');
  });

  it('has the business case last in the rail', async () => {
    const user = userEvent.setup();
    show();
    const rail = screen.getByRole('navigation', { name: 'Screens' });
    expect(within(rail).getAllByRole('button').at(-1)?.textContent).toBe('Business case');
    await user.keyboard('{Control>}5{/Control}');
    expect(screen.getByText('The paper')).toBeTruthy();
  });
});

describe('the top bar', () => {
  it('undoes, redoes and runs, by button, shortcut and menu alike', async () => {
    const user = userEvent.setup();
    const [undo, redo, start] = [vi.fn(), vi.fn(), vi.fn()];
    show({
      ...projectOpen,
      undo: { label: 'Move Assessment', run: undo },
      redo: { label: 'WTE of OT band 6', run: redo },
      run: { kind: 'ready', start },
    });
    await user.click(screen.getByRole('button', { name: 'Undo move Assessment' }));
    await user.keyboard('{Control>}z{/Control}');
    expect(runAction('edit.undo')).toBe(true);
    expect(undo).toHaveBeenCalledTimes(3);
    await user.click(screen.getByRole('button', { name: 'Redo WTE of OT band 6' }));
    await user.keyboard('{Control>}{Shift>}z{/Shift}y{/Control}');
    expect(redo).toHaveBeenCalledTimes(3);
    await user.click(screen.getByRole('button', { name: 'Run' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('stops a run', async () => {
    const user = userEvent.setup();
    const stop = vi.fn();
    show({ ...projectOpen, run: { kind: 'running', share: 0.42, stop } });
    await user.click(screen.getByRole('button', { name: 'Stop · 42%' }));
    await user.keyboard('{Escape}');
    expect(stop).toHaveBeenCalledTimes(2);
  });

  it('gives the project another name, but not none', async () => {
    const user = userEvent.setup();
    const rename = vi.fn();
    show({ ...projectOpen, rename });
    await user.click(screen.getByRole('button', { name: /change its name/ }));
    const field = screen.getByRole('textbox', { name: 'Name of the project' });
    await user.clear(field);
    await user.keyboard('{Enter}');
    expect(rename).not.toHaveBeenCalled();
    await user.type(field, 'North locality{Enter}');
    expect(rename.mock.calls).toEqual([['North locality']]);
  });
});

describe('the command list', () => {
  it('finds by any word and does what is chosen', async () => {
    const user = userEvent.setup();
    const setTheme = vi.fn();
    show({ ...projectOpen, setTheme });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('searchbox', { name: 'Find' }), 'dark alw');
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual(['Always dark']);
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(setTheme.mock.calls).toEqual([['dark']]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('leaves out what cannot be done now', async () => {
    const user = userEvent.setup();
    show(nothingOpen);
    await user.keyboard('{Control>}k{/Control}');
    expect(await screen.findByRole('menuitem', { name: /^Pathway/ })).toBeTruthy();
    expect(screen.queryByRole('menuitem', { name: /^Undo/ })).toBeNull();
    expect(await accessibilityFaults(document.body)).toEqual([]);
  });

  it.each([
    ['Always dark', '', true],
    ['People and demand', 'dem peo', true],
    ['Étape', 'etape', true],
    ['Triage', 'age', false],
  ])('%j is found by %j: %s', (text, typed, isFound) => {
    expect(matchesSearch(text, typed)).toBe(isFound);
  });
});

describe('a screen that fails', () => {
  it('says that nothing is lost, and can be shown again', async () => {
    const user = userEvent.setup();
    vi.spyOn(console, 'error').mockImplementation(() => {});
    isBroken.mockReturnValue(true);
    show();
    act(() => goTo('results'));
    expect(screen.getByRole('alert').textContent).toContain('Nothing is lost');
    isBroken.mockReturnValue(false);
    await user.click(screen.getByRole('button', { name: 'Show it again' }));
    expect(screen.getByText('The bands')).toBeTruthy();
  });
});

describe('notices', () => {
  it('offer one thing to do and can be dismissed', async () => {
    const user = userEvent.setup();
    const run = vi.fn();
    show();
    act(() => {
      notify({ tone: 'warning', title: 'Not saved', action: { label: 'Try again', run } });
      notify({ tone: 'success', title: 'Copied' });
    });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(run).toHaveBeenCalledOnce();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(useNotices.getState().shown).toEqual([]);
  });
});
