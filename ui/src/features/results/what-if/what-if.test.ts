import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import type { WhatIfEvent, WhatIfRequest } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { opened } from '../results-screen.fixtures';
import { keepAsOption, leave, moveLever, pickLever, resetLever, shownLevers, turnTo, useWhatIf } from './what-if';
import { band6, bands, levers } from './what-if.fixtures';

const subject = { projectId: 'p1', optionId: 'tiered', seed: '1', replications: 300 };
const change = { figure: band6.id, to: 4.5 };

let sent: { request: WhatIfRequest; hear: (event: WhatIfEvent) => void }[] = [];
const commands = {
  whatIfLevers: vi.fn<Client['whatIfLevers']>(async () => levers),
  whatIfMove: vi.fn<Client['whatIfMove']>(async (request, hear) => {
    sent.push({ request, hear });
    return null;
  }),
  whatIfStop: vi.fn<Client['whatIfStop']>(async () => null),
  whatIfChanges: vi.fn<Client['whatIfChanges']>(async () => [change]),
  documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2, undo: 'Keep' })),
};

let endClient = () => {};
let now = 0;
let frames: FrameRequestCallback[] = [];

beforeEach(async () => {
  endClient = withClient(commands);
  sent = [];
  frames = [];
  now += 1000;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  showDocument(opened);
  await turnTo(subject);
});

afterEach(async () => {
  leave();
  useWhatIf.setState({ subject: null, picked: [], moves: [], effect: null });
  await closeDocument();
  endClient();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

const values = () => useWhatIf.getState().moves.map(({ lever, value }) => [lever, value]);
const finished = () => useWhatIf.getState().effect?.headline.replicationsFinished;

it('sends a move at once, and the newest of many with the next frame', () => {
  moveLever(band6.id, 4.1);
  expect(sent).toHaveLength(1);
  now += 5;
  moveLever(band6.id, 4.2);
  moveLever(band6.id, 4.5);
  expect(sent).toHaveLength(1);
  for (const frame of frames.splice(0)) frame(now);
  expect(sent.map(({ request }) => request.moves[0]?.value)).toEqual([4.1, 4.5]);
  const [first, second] = sent.map(({ request }) => request.number);
  expect(second).toBeGreaterThan(first ?? Number.POSITIVE_INFINITY);
  expect(sent[1]?.request).toMatchObject({ seed: '1', replications: 300, optionId: 'tiered' });
});

it('shows the answers as they come, never an older one after a newer', () => {
  moveLever(band6.id, 4.1);
  now += 50;
  moveLever(band6.id, 4.5);
  sent[0]?.hear(bands(1, 24, false));
  expect(finished()).toBe(24);
  sent[1]?.hear(bands(5, 60, false));
  sent[0]?.hear(bands(1, 150, true));
  expect(finished()).toBe(60);
  expect(useWhatIf.getState().effect?.moves).toEqual([{ lever: band6.id, value: 4.5 }]);
});

it('forgets the effect when everything is put back, whatever still comes', () => {
  moveLever(band6.id, 4.5);
  sent[0]?.hear(bands(5, 24, false));
  now += 50;
  resetLever(band6.id);
  expect(values()).toEqual([]);
  expect(commands.whatIfStop).toHaveBeenCalledOnce();
  sent[0]?.hear(bands(5, 60, true));
  expect(useWhatIf.getState().effect).toBeNull();
});

it('puts another share of the same sum back: together they add to 100%', () => {
  moveLever('triage-to-advice', 30);
  moveLever(band6.id, 5);
  moveLever('triage-to-workshop', 60);
  expect(values()).toEqual([
    [band6.id, 5],
    ['triage-to-workshop', 60],
  ]);
});

it('shows posts and referrals, what was picked and what is moved', () => {
  const ids = () => shownLevers(useWhatIf.getState()).map(({ id }) => id);
  expect(ids()).toEqual([band6.id, 'referrals', 'referrals/routine']);
  pickLever('travel', true);
  moveLever('travel', 20);
  expect(ids()).toContain('travel');
  pickLever('travel', false);
  expect(ids()).not.toContain('travel');
  expect(values()).toEqual([]);
});

it('says why it cannot be simulated', () => {
  moveLever(band6.id, 0);
  const error = { code: 'invalidModel', place: 'a', message: 'nobody fills it' } as const;
  sent[0]?.hear({ kind: 'failed', error });
  expect(useWhatIf.getState()).toMatchObject({ problem: error, effect: null });
});

it('keeps what is moved as an option, in one edit that can be undone', async () => {
  moveLever(band6.id, 4.5);
  await keepAsOption('Tiered, half a post more');
  expect(useDocument.getState().project?.options.at(-1)).toEqual({
    id: 'tiered-half-a-post-more',
    name: 'Tiered, half a post more',
    description: '',
    design: 'd',
    mix: null,
    changes: [change],
  });
  expect(commands.documentEdit).toHaveBeenCalledOnce();
  expect(commands.documentEdit.mock.calls[0]?.[2].sections.map(({ kind }) => kind)).toEqual(['options']);
  expect(values()).toEqual([]);
});

it('keeps what is moved when the document changes, as far as it can still be moved', async () => {
  moveLever(band6.id, 4.5);
  moveLever('travel', 20);
  commands.whatIfLevers.mockResolvedValueOnce(levers.filter(({ id }) => id !== 'travel'));
  now += 50;
  await turnTo(subject);
  expect(values()).toEqual([[band6.id, 4.5]]);
  await turnTo({ ...subject, optionId: 'as-is' });
  expect(values()).toEqual([]);
});
