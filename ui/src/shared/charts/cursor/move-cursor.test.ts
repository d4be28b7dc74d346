import { describe, expect, it } from 'vitest';
import { moveCursor } from './move-cursor';

const grid = { columns: 53, rows: 3, page: 13 };

describe('moveCursor', () => {
  it.each([
    ['right begins at the start', null, 'ArrowRight', { column: 0, row: 0 }],
    ['left begins at the end', null, 'ArrowLeft', { column: 52, row: 0 }],
    ['down begins at the end of the first option', null, 'ArrowDown', { column: 52, row: 0 }],
    ['right', { column: 4, row: 1 }, 'ArrowRight', { column: 5, row: 1 }],
    ['right stops at the last week', { column: 52, row: 1 }, 'ArrowRight', { column: 52, row: 1 }],
    ['left stops at the first week', { column: 0, row: 1 }, 'ArrowLeft', { column: 0, row: 1 }],
    ['down goes round', { column: 4, row: 2 }, 'ArrowDown', { column: 4, row: 0 }],
    ['up goes round', { column: 4, row: 0 }, 'ArrowUp', { column: 4, row: 2 }],
    ['a page is a quarter of a year', { column: 4, row: 0 }, 'PageDown', { column: 17, row: 0 }],
    ['home', { column: 4, row: 2 }, 'Home', { column: 0, row: 2 }],
    ['end', { column: 4, row: 2 }, 'End', { column: 52, row: 2 }],
    ['escape puts it away', { column: 4, row: 2 }, 'Escape', null],
    ['escape with nothing to put away is left to others', null, 'Escape', undefined],
    ['other keys are left to others', { column: 4, row: 2 }, 'Tab', undefined],
    [
      'a place that is no longer there moves from the nearest',
      { column: 90, row: 7 },
      'ArrowLeft',
      { column: 51, row: 2 },
    ],
  ])('%s', (_, from, key, to) => {
    expect(moveCursor(from, key, grid)).toEqual(to);
  });

  it('takes no key where there is nothing to read', () => {
    expect(moveCursor(null, 'ArrowRight', { columns: 0, rows: 0, page: 13 })).toBeUndefined();
  });
});
