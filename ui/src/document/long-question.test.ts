import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { JobEvent } from '@/ipc/bindings';
import { type Client, withClient } from '@/ipc/client';
import { useNotices } from '@/shared/notices/notices';
import { longQuestions } from './long-question';

type Event = JobEvent<number, string>;

const runCancel = vi.fn<Client['runCancel']>(async () => true);
let hear: ((event: Event) => void)[] = [];
const start = vi.fn(async (_request: string, listener: (event: Event) => void) => hear.push(listener));
let endClient = () => {};

beforeEach(() => {
  endClient = withClient({ runCancel });
  hear = [];
});

afterEach(() => {
  endClient();
  vi.clearAllMocks();
  useNotices.setState({ shown: [] });
});

const settled = () => new Promise((rest) => setTimeout(rest));

it('says how far it is, and keeps the answer with its question', async () => {
  const questions = longQuestions(start);
  const ended = questions.ask('how many?');
  await settled();
  hear[0]?.({ kind: 'progress', progress: 7 });
  expect(questions.use.getState()).toMatchObject({ isUnderWay: true, progress: 7, answer: null });
  hear[0]?.({ kind: 'finished', answer: 'five', seconds: 2 });
  await ended;
  expect(questions.use.getState()).toMatchObject({
    isUnderWay: false,
    answer: 'five',
    answered: { request: 'how many?' },
    ending: 'finished',
    seconds: 2,
  });
});

it('stops by the number it was given, and an answer so far counts', async () => {
  const questions = longQuestions(start);
  const ended = questions.ask('how many?');
  questions.stop();
  await settled();
  expect(runCancel.mock.calls).toEqual([[1]]);
  hear[0]?.({ kind: 'stopped', answer: 'at most nine' });
  await ended;
  expect(questions.use.getState()).toMatchObject({ ending: 'stopped', answer: 'at most nine', isStopping: false });
});

it('lets a newer question take the place of an older one, whose answer is let pass', async () => {
  const questions = longQuestions(start);
  void questions.ask('first');
  await settled();
  const second = questions.ask('second');
  await settled();
  expect(runCancel.mock.calls).toEqual([[1]]);
  hear[0]?.({ kind: 'finished', answer: 'old', seconds: 1 });
  expect(questions.use.getState().answer).toBeNull();
  hear[1]?.({ kind: 'finished', answer: 'new', seconds: 1 });
  await second;
  expect(questions.use.getState().answered).toMatchObject({ request: 'second' });
});

it('keeps the answer before in sight when a question fails, and tells why', async () => {
  const questions = longQuestions(start);
  const first = questions.ask('first');
  await settled();
  hear[0]?.({ kind: 'finished', answer: 'one', seconds: 1 });
  await first;
  const second = questions.ask('second');
  await settled();
  hear[1]?.({ kind: 'failed', error: { code: 'invalidModel', place: 'question', message: 'no way on' } });
  await second;
  expect(questions.use.getState()).toMatchObject({ answer: 'one', answered: { request: 'first' }, ending: 'failed' });
  expect(useNotices.getState().shown).toHaveLength(1);
});
