import { describe, expect, it } from 'vitest';
import type { ChartTable, TableCell } from '../chart-data';
import { csvBytes, toCsv } from './to-csv';

const table = (rows: TableCell[][]): ChartTable => ({
  caption: 'not written',
  columns: [
    { label: 'name', kind: 'text' },
    { label: 'median', group: 'Tiered, redesign', kind: 'weeks' },
  ],
  rows,
  rowHeaders: 1,
});

describe('toCsv', () => {
  it('names every column in one row, with its unit', () => {
    expect(toCsv(table([]))).toBe('name,"Tiered, redesign: median (weeks)"\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['\rx', `"'\rx"`],
    ['Tiered redesign', 'Tiered redesign'],
    ['say "yes"', '"say ""yes"""'],
    ['one\ntwo', '"one\ntwo"'],
    ['a,b', '"a,b"'],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ])('sets the text %j so that it stays text', (cell, written) => {
    expect(
      toCsv(table([[cell, 1]]))
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    ).toBe(`${written},1\r\n`);
  });

  it.each([
    [-12.5, '-12.5'],
    [1760, '1760'],
    [0, '0'],
    [null, ''],
    [Number.NaN, ''],
  ])('writes the number %d as it is', (cell, written) => {
    expect(toCsv(table([['x', cell]]))).toBe(`name,"Tiered, redesign: median (weeks)"\r\nx,${written}\r\n`);
  });

  it('begins its file with the mark that makes Excel read UTF-8', () => {
    expect([...csvBytes(table([])).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
