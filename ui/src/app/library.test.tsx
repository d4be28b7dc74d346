import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeDocument, edit, useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import type { AppView, DocumentView, Project } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { goTo, useNavigation } from '@/shared/navigation/navigation';
import { useNotices } from '@/shared/notices/notices';
import { openLibrary, openProject, useLibrary } from './library';
import { StartView } from './start-view';
import { useSession } from './use-session';

const project = {
  name: 'Birmingham',
  designs: [],
  options: [{ id: 'as-is' }, { id: 'tiered' }],
} as unknown as Project;

const opened = (id: string): DocumentView => ({
  id,
  project,
  state: { revision: 1, undo: 'Move Assessment', redo: null, changedAt: '2027-01-20T13:00:00Z' },
});

const card = { id: 'p1', name: 'Birmingham', source: { kind: 'example', id: 'birmingham' } } as const;

const atStart = (): AppView => ({
  version: '0.1.0',
  projects: [],
  deleted: [],
  shelf: [
    {
      id: 'birmingham',
      kind: 'example',
      serviceModel: 'tieredChildren',
      name: 'Birmingham',
      description: 'A.',
      options: [],
    },
  ],
  settings: {
    theme: 'dark',
    replications: 300,
    seed: '1',
    lastProject: null,
    replayWeeksPerSecond: 2,
    showPathwayTable: false,
    guidesPutAway: [],
    showChartTables: false,
  },
  notice: null,
  open: null,
  openFailed: null,
});

const commands = {
  appOpen: vi.fn<Client['appOpen']>(async () => ({
    ...atStart(),
    projects: [{ ...card, createdAt: '', changedAt: '2027-01-20T13:00:00Z', deletedAt: null, revision: 1 }],
  })),
  projectCreate: vi.fn<Client['projectCreate']>(async () => opened('p1')),
  projectOpen: vi.fn<Client['projectOpen']>(async (id) => opened(id)),
  documentEdit: vi.fn<Client['documentEdit']>(async () => opened('p1').state),
  settingsPut: vi.fn<Client['settingsPut']>(async () => null),
  runStart: vi.fn<Client['runStart']>(async () => 1),
  resultsGet: vi.fn<Client['resultsGet']>(async () => []),
};

let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  useLibrary.setState({ view: null, hasFailed: false });
  useNotices.setState({ shown: [] });
  goTo('start');
});

afterEach(async () => {
  useRuns.setState({ underWay: null });
  await closeDocument();
  endClient();
  vi.clearAllMocks();
});

describe('the library', () => {
  it('opens the worked example at its results, with every option simulated', async () => {
    const user = userEvent.setup();
    commands.appOpen.mockResolvedValueOnce(atStart());
    await openLibrary();
    commands.appOpen.mockResolvedValueOnce(atStart());
    render(<StartView />);
    await user.click(await screen.findByRole('button', { name: 'Open and see its results' }));
    await waitFor(() => expect(commands.runStart).toHaveBeenCalledOnce());
    expect(commands.projectCreate.mock.calls).toEqual([[{ kind: 'shelf', id: 'birmingham' }]]);
    expect(commands.runStart.mock.calls[0]?.[0]).toEqual({
      projectId: 'p1',
      optionIds: ['as-is', 'tiered'],
      replications: 300,
      seed: '1',
    });
    expect(useNavigation.getState().screen).toBe('results');
  });

  it('opens what the program was started with', async () => {
    commands.appOpen.mockResolvedValueOnce({ ...atStart(), open: 'p7' });
    await openLibrary();
    expect(useDocument.getState().id).toBe('p7');
    expect(useNavigation.getState().screen).toBe('pathway');
  });

  it('says why the file it was started with could not be opened', async () => {
    commands.appOpen.mockResolvedValueOnce({ ...atStart(), openFailed: { code: 'tooNew', found: '9', supported: 2 } });
    await openLibrary();
    expect(useNotices.getState().shown[0]?.title).toBe('This was written by a newer version of Pathloom');
  });

  it('can be asked again when it could not be read', async () => {
    const user = userEvent.setup();
    commands.appOpen.mockRejectedValueOnce({ code: 'storage', message: 'the disk is gone', hint: null });
    await openLibrary();
    render(<StartView />);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: 'Your projects' })).toBeTruthy();
  });

  it('does not put another project in the place of a change that is not saved', async () => {
    await openLibrary();
    await openProject('p1', 'pathway');
    commands.documentEdit.mockRejectedValue({ code: 'storage', message: 'the disk is full', hint: null });
    edit('Rename the project', (draft) => {
      draft.name = 'North';
    });
    await openProject('p2', 'pathway');
    expect(useDocument.getState().id).toBe('p1');
    expect(useNotices.getState().shown.at(-1)?.title).toBe('The last change to this project is not saved yet');
    commands.documentEdit.mockImplementation(async () => opened('p1').state);
  });
});

describe('the session', () => {
  it('is what the document and the library have', async () => {
    await openLibrary();
    await openProject('p1', 'pathway');
    const { result } = renderHook(useSession);
    expect(result.current).toMatchObject({
      project: { name: 'Birmingham', origin: 'worked example' },
      saved: { kind: 'saved', at: new Date('2027-01-20T13:00:00Z') },
      undo: { label: 'Move Assessment' },
      redo: null,
      run: { kind: 'ready' },
      theme: 'dark',
    });
    act(() =>
      useRuns.setState({
        underWay: { number: 1, optionIds: [], finished: 127, asked: 300, headlines: [], isStopping: false },
      }),
    );
    expect(result.current.run).toMatchObject({ kind: 'running', share: 0.42 });
  });

  it('keeps the chosen theme', async () => {
    await openLibrary();
    const { result } = renderHook(useSession);
    await act(async () => result.current.setTheme('light'));
    expect(result.current.theme).toBe('light');
    expect(commands.settingsPut.mock.calls[0]?.[0]).toMatchObject({ theme: 'light', replications: 300 });
  });

  it('has nothing to run while there is no option', async () => {
    commands.projectOpen.mockResolvedValueOnce({ ...opened('p3'), project: { ...project, options: [] } });
    await openLibrary();
    await openProject('p3', 'pathway');
    const { result } = renderHook(useSession);
    expect(result.current.run).toEqual({ kind: 'unavailable', why: 'Add an option to simulate' });
  });
});
