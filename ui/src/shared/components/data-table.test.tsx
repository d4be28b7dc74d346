import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { DataTable, type TableColumn } from './data-table';
import { sortedRows } from './table-sort';

interface Step {
  id: string;
  load: number | null;
}

const rows: Step[] = [
  { id: 'Step 10', load: 0.2 },
  { id: 'step 9', load: null },
  { id: 'Étape', load: 1.04 },
];

const columns: TableColumn<Step>[] = [
  { id: 'name', label: 'Step', sortBy: (step) => step.id, render: (step) => step.id },
  { id: 'load', label: 'Load', align: 'end', sortBy: (step) => step.load, render: (step) => step.load ?? 'none' },
];

describe('sorting', () => {
  it.each([
    ['ascending', ['Étape', 'step 9', 'Step 10']],
    ['descending', ['Step 10', 'step 9', 'Étape']],
  ] as const)('puts words in %s order as people count', (direction, order) => {
    expect(sortedRows(rows, (row) => row.id, direction).map(({ id }) => id)).toEqual(order);
  });

  it.each([
    ['ascending', [0.2, 1.04, null]],
    ['descending', [1.04, 0.2, null]],
  ] as const)('leaves what is not known for last in %s order', (direction, order) => {
    expect(sortedRows(rows, (row) => row.load, direction).map(({ load }) => load)).toEqual(order);
  });
});

describe('a table', () => {
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);

  it('sorts by its headings', async () => {
    const user = userEvent.setup();
    render(<DataTable label="Steps" columns={columns} rows={rows} rowId={({ id }) => id} />);
    expect(names()).toEqual(['Step 10', 'step 9', 'Étape']);
    await user.click(screen.getByRole('columnheader', { name: /Load/ }));
    expect(screen.getByRole('columnheader', { name: /Load/ }).getAttribute('aria-sort')).toBe('ascending');
    expect(names()).toEqual(['Step 10', 'Étape', 'step 9']);
    await user.click(screen.getByRole('columnheader', { name: /Load/ }));
    expect(names()).toEqual(['Étape', 'Step 10', 'step 9']);
  });

  it('chooses a row by keyboard', async () => {
    const user = userEvent.setup();
    const onSelect = vi.fn();
    render(<DataTable label="Steps" columns={columns} rows={rows} rowId={({ id }) => id} onSelect={onSelect} />);
    await user.tab();
    await user.keyboard('{ArrowDown}');
    await user.keyboard('{Enter}');
    expect(onSelect).toHaveBeenCalled();
  });

  it('says that it is empty', () => {
    render(<DataTable label="Steps" columns={columns} rows={[]} rowId={({ id }) => id} empty="No steps yet." />);
    expect(screen.getByText('No steps yet.')).toBeTruthy();
  });
});
