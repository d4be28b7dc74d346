import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { closeDocument, showDocument, useDocument } from '@/document/document';
import { type Client, withClient } from '@/ipc/client';
import { opened } from '../results-screen.fixtures';
import { addFigure, beginSeries, putFigureAt, readDayOrWeek, removeFigureAt, takeOver } from './counted-series';

const commands = { documentEdit: vi.fn<Client['documentEdit']>(async () => ({ ...opened.state, revision: 2 })) };
let endClient = () => {};

beforeEach(() => {
  endClient = withClient(commands);
  showDocument(opened);
});

afterEach(async () => {
  await closeDocument();
  endClient();
  vi.clearAllMocks();
});

const series = () => {
  const first = useDocument.getState().project?.actuals[0];
  if (!first) throw new Error('there is a series');
  return first;
};
const figures = () => series().figures.map(({ date, value }) => `${date} ${value}`);

it.each([
  ['week 2', '2026-01-19'],
  ['W0', '2026-01-05'],
  ['19/1/2026', '2026-01-19'],
  ['19 Jan 2026', '2026-01-19'],
  ['soon', null],
])('reads %s as a day', (text, day) => {
  expect(readDayOrWeek(text, '2026-01-05')).toBe(day);
});

it('keeps figures in the order of their days, each change one step of undo', async () => {
  beginSeries('waitingList');
  addFigure(series(), { date: '2026-02-02', value: 90 });
  addFigure(series(), { date: '2026-01-12', value: 100 });
  expect(figures()).toEqual(['2026-01-12 100', '2026-02-02 90']);
  putFigureAt(series(), 0, { value: 101 });
  removeFigureAt(series(), 1);
  expect(figures()).toEqual(['2026-01-12 101']);
  await closeDocument();
  expect(commands.documentEdit.mock.calls.map(([, , { label, sections }]) => [label, sections.length])).toEqual([
    ['Add counted figures: Waiting list', 1],
    ['Add the figure of 2 Feb 2026', 1],
    ['Add the figure of 12 Jan 2026', 1],
    ['Change a counted figure', 1],
    ['Remove the figure of 2 Feb 2026', 1],
  ]);
});

it('takes over what was read in one step; a day that is there gets the new figure', () => {
  beginSeries('longestWait');
  addFigure(series(), { date: '2026-01-12', value: 100 });
  takeOver(series(), [
    { date: '2026-01-19', value: 80 },
    { date: '2026-01-12', value: 90 },
  ]);
  expect(figures()).toEqual(['2026-01-12 90', '2026-01-19 80']);
});
