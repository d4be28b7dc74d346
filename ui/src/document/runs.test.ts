import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentView, OptionView, Project, RunEvent } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { chooseOption, chosenOptionIds, useChoice } from './chosen-options';
import { closeDocument, edit, showDocument } from './document';
import { followResults, onRunError, startRun, stopRun, useRuns } from './runs';

const option = (id: string) => ({ id, name: id, description: '', design: 'd', mix: null, changes: [] });
const project = { name: 'A service', options: [option('as-is'), option('tiered')], designs: [] } as unknown as Project;
const state = { revision: 1, undo: null, redo: null, changedAt: '2027-01-20T13:00:00Z' };
const opened = (id: string): DocumentView => ({ id, state, project });
const view = (optionId: string, of: OptionView['state']): OptionView => ({
  optionId,
  state: of,
  results: null,
  run: null,
});

let hear: (event: RunEvent) => void = () => undefined;
const commands = {
  runStart: vi.fn<Client['runStart']>(async (_, listener) => {
    hear = listener;
    return 7;
  }),
  runCancel: vi.fn<Client['runCancel']>(async () => true),
  resultsGet: vi.fn<Client['resultsGet']>(async (_, options) => options.map((id) => view(id, 'current'))),
  resultsStates: vi.fn<Client['resultsStates']>(async (_, options) => options.map((id) => view(id, 'outOfDate'))),
  documentEdit: vi.fn<Client['documentEdit']>(async () => state),
};

const choices = { replications: 300, seed: '1' };
let ends: (() => void)[] = [];

beforeEach(() => {
  ends = [withClient(commands), followResults()];
  showDocument(opened('p1'));
});

afterEach(async () => {
  if (useRuns.getState().underWay) hear({ kind: 'cancelled', finished: 0 });
  await closeDocument();
  for (const end of ends) end();
  useChoice.setState({ leftOut: {} });
  vi.clearAllMocks();
  vi.useRealTimers();
});

/** Lets everything that waits for nothing but its turn have it. */
const settled = () => new Promise((go) => setTimeout(go));

describe('a run', () => {
  it('shows bands as they come, then the results', async () => {
    const ended = startRun(['as-is', 'tiered'], choices);
    await settled();
    expect(commands.runStart.mock.calls[0]?.[0]).toEqual({
      projectId: 'p1',
      optionIds: ['as-is', 'tiered'],
      ...choices,
    });
    expect(useRuns.getState().underWay).toMatchObject({ number: 7, finished: 0, asked: 600 });
    hear({ kind: 'progress', finished: 16, asked: 600, headlines: [] });
    expect(useRuns.getState().underWay?.finished).toBe(16);
    hear({ kind: 'finished', seconds: 0.9 });
    await ended;
    expect(useRuns.getState()).toMatchObject({
      underWay: null,
      lastRun: { ending: 'finished', seconds: 0.9, finished: 600, seed: '1' },
      views: [{ state: 'current' }, { state: 'current' }],
    });
  });

  it('keeps what had finished when it is stopped', async () => {
    const ended = startRun(['as-is'], choices);
    await settled();
    stopRun();
    stopRun();
    expect(commands.runCancel.mock.calls).toEqual([[7]]);
    hear({ kind: 'cancelled', finished: 42 });
    await ended;
    expect(useRuns.getState().lastRun).toMatchObject({ ending: 'cancelled', finished: 42, seconds: null });
  });

  it('can be stopped before it has a number', async () => {
    let giveNumber: (number: number) => void = () => undefined;
    commands.runStart.mockImplementationOnce((_, listener) => {
      hear = listener;
      return new Promise((give) => {
        giveNumber = give;
      });
    });
    const ended = startRun(['as-is'], choices);
    await settled();
    stopRun();
    expect(commands.runCancel).not.toHaveBeenCalled();
    giveNumber(7);
    await settled();
    expect(commands.runCancel.mock.calls).toEqual([[7]]);
    hear({ kind: 'cancelled', finished: 0 });
    await ended;
  });

  it('tells why it failed', async () => {
    const told = vi.fn();
    onRunError(told);
    const error = { code: 'invalidModel', place: 'triage', message: 'no way on' } as const;
    const ended = startRun(['as-is'], choices);
    await settled();
    hear({ kind: 'failed', error });
    await ended;
    expect(told.mock.calls).toEqual([[error]]);
    expect(useRuns.getState().lastRun?.ending).toBe('failed');
  });

  it('is one at a time', async () => {
    const ended = startRun(['as-is'], choices);
    await settled();
    await startRun(['tiered'], choices);
    expect(commands.runStart).toHaveBeenCalledOnce();
    hear({ kind: 'finished', seconds: 1 });
    await ended;
  });

  it('of a project that is closed is stopped, and the next project runs after it', async () => {
    const first = startRun(['as-is'], choices);
    await settled();
    showDocument(opened('p2'));
    expect(commands.runCancel.mock.calls).toEqual([[7]]);
    const second = startRun(['tiered'], choices);
    await settled();
    expect(commands.runStart).toHaveBeenCalledOnce();
    hear({ kind: 'cancelled', finished: 3 });
    await first;
    expect(useRuns.getState().lastRun).toBeNull();
    await settled();
    expect(commands.runStart.mock.calls[1]?.[0]).toMatchObject({ projectId: 'p2', optionIds: ['tiered'] });
    hear({ kind: 'finished', seconds: 1 });
    await second;
  });
});

describe('results', () => {
  it('are held against the document a moment after a change', async () => {
    await settled();
    expect(useRuns.getState().views.map((one) => one.state)).toEqual(['current', 'current']);
    vi.useFakeTimers();
    edit('Rename', (draft) => {
      draft.name = 'North';
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(useRuns.getState().views.map((one) => one.state)).toEqual(['outOfDate', 'outOfDate']);
  });

  it('that come back with an undo are read again', async () => {
    await settled();
    const back = (optionId: string): OptionView => ({
      ...view(optionId, 'current'),
      run: {
        key: 'earlier',
        replications: 300,
        seed: '1',
        engineVersion: '0.1.0',
        revision: 1,
        madeAt: state.changedAt,
      },
    });
    commands.resultsStates.mockResolvedValueOnce(['as-is', 'tiered'].map(back));
    commands.resultsGet.mockResolvedValueOnce(['as-is', 'tiered'].map(back));
    vi.useFakeTimers();
    edit('Rename', (draft) => {
      draft.name = 'North';
    });
    await vi.advanceTimersByTimeAsync(300);
    expect(commands.resultsGet).toHaveBeenCalledTimes(2);
    expect(useRuns.getState().views.map((one) => one.run?.key)).toEqual(['earlier', 'earlier']);
  });
});

describe('the choice of options', () => {
  it('is all of them until some are left out, for each project apart', () => {
    expect(chosenOptionIds()).toEqual(['as-is', 'tiered']);
    chooseOption('as-is', false);
    chooseOption('as-is', false);
    expect(chosenOptionIds()).toEqual(['tiered']);
    showDocument(opened('p2'));
    expect(chosenOptionIds()).toEqual(['as-is', 'tiered']);
    showDocument(opened('p1'));
    chooseOption('as-is', true);
    expect(chosenOptionIds()).toEqual(['as-is', 'tiered']);
  });
});
