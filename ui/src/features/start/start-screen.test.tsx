import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { accessibilityFaults } from '@/shared/accessibility';
import { firstSentences, originOf, type StartProps } from './start-data';
import { StartScreen } from './start-screen';
import { firstRun, returning } from './start-screen.fixtures';

function show(props: StartProps) {
  const requests = {
    openProject: vi.fn(async () => {}),
    duplicateProject: vi.fn(async () => {}),
    deleteProject: vi.fn(async () => {}),
    restoreProject: vi.fn(async () => {}),
    openExample: vi.fn(async () => {}),
    startFromTemplate: vi.fn(async () => {}),
    startEmpty: vi.fn(async () => {}),
    openFile: vi.fn(async () => {}),
  };
  const { container } = render(<StartScreen {...props} requests={requests} />);
  return { requests, container, user: userEvent.setup() };
}

describe('Start', () => {
  it.each([
    ['on the first run', firstRun],
    ['later', returning],
    ['with a newer library', { ...returning, notice: { kind: 'tooNew', found: 7, supported: 2 } } as StartProps],
    ['with an empty shelf', { ...firstRun, templates: [], examples: [] }],
  ])('has no accessibility fault %s, light or dark', async (_, props) => {
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset.theme = theme;
      const { container } = show(props);
      expect(await accessibilityFaults(container)).toEqual([]);
    }
  });

  it('shows a newcomer what the tool does, one press from results', async () => {
    const { requests, user } = show(firstRun);
    expect(screen.getByText(/What happens to our waiting list/)).toBeTruthy();
    expect(screen.queryByText('Your projects')).toBeNull();
    await user.click(screen.getAllByRole('button', { name: 'Open and see its results' })[0] as HTMLElement);
    expect(requests.openExample.mock.calls).toEqual([['birmingham', 'results']]);
  });

  it('opens a project, and does not open two at once', async () => {
    const { requests, user } = show(returning);
    let finish = () => {};
    requests.openProject.mockImplementation(() => new Promise<void>((resolve) => (finish = resolve)));
    await user.click(screen.getByRole('button', { name: /^Children’s OT, north locality/ }));
    await user.click(screen.getByRole('button', { name: /^Birmingham/ }));
    expect(requests.openProject.mock.calls).toEqual([['a']]);
    expect(screen.getByText(/Opening…/)).toBeTruthy();
    finish();
    await waitFor(() => expect(screen.queryByText(/Opening…/)).toBeNull());
  });

  it('copies from the menu of a project', async () => {
    const { requests, user } = show(returning);
    await user.click(screen.getByRole('button', { name: /^More for Birmingham/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Make a copy' }));
    expect(requests.duplicateProject.mock.calls).toEqual([['b']]);
  });

  it('asks before it deletes, and has deleted ones back', async () => {
    const { requests, user } = show(returning);
    await user.click(screen.getByRole('button', { name: /^More for Birmingham/ }));
    await user.click(screen.getByRole('menuitem', { name: 'Delete…' }));
    expect(requests.deleteProject).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
    expect(requests.deleteProject.mock.calls).toEqual([['b']]);
    await user.click(screen.getByRole('button', { name: /Deleted projects/ }));
    await user.click(screen.getByRole('button', { name: 'Have it back: First try' }));
    expect(requests.restoreProject.mock.calls).toEqual([['d']]);
  });

  it('starts from a template', async () => {
    const { requests, user } = show(firstRun);
    await user.click(screen.getByRole('button', { name: 'Use this template: First-contact therapist' }));
    expect(requests.startFromTemplate.mock.calls).toEqual([['contact']]);
  });

  it('names an empty pathway, by keyboard alone', async () => {
    const { requests, user } = show(firstRun);
    screen.getByRole('button', { name: 'Start from an empty pathway' }).focus();
    await user.keyboard('{Enter}');
    await user.keyboard('{Enter}');
    expect(screen.getByText('Enter a name, such as the service it is about')).toBeTruthy();
    await user.keyboard('Hand therapy{Enter}');
    expect(requests.startEmpty.mock.calls).toEqual([['Hand therapy']]);
  });

  it('opens a file that was chosen or dropped', async () => {
    const { requests, container, user } = show(firstRun);
    const file = new File(['{}'], 'therapy.pathloom');
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    if (input) await user.upload(input, file);
    expect(requests.openFile).toHaveBeenCalledWith(file);
    fireEvent.drop(screen.getByText(/drop a Pathloom file/), { dataTransfer: { types: ['Files'], files: [file] } });
    await waitFor(() => expect(requests.openFile).toHaveBeenCalledTimes(2));
  });

  it('says what became of a damaged library', () => {
    show(returning);
    expect(screen.getByText('4 older revisions of Children’s OT, north locality')).toBeTruthy();
    expect(screen.getByText('pathloom/library-damaged-2027-01-20.sqlite')).toBeTruthy();
  });
});

describe('words', () => {
  it('keeps the first sentences of a description', () => {
    expect(firstSentences('A wait of 1.5 weeks. Why? Read on.', 2)).toBe('A wait of 1.5 weeks. Why?');
  });

  it('tell where a project began', () => {
    expect(originOf({ kind: 'copy', of: 'First try' })).toBe('copy of First try');
    expect(originOf({ kind: 'blank' })).toBeNull();
  });
});
