import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { BandChart } from '../band-chart/band-chart';
import { bandTable } from '../band-chart/band-table';
import { longestWait, START_DATE } from '../fixtures/figures';
import { ChartFigure, type ChartFigureProps } from './chart-figure';
import { useTablesShown } from './tables-shown';

const table = () => bandTable({ measure: 'Longest wait', series: longestWait, startDate: START_DATE, unit: 'weeks' });

function show(props: Partial<ChartFigureProps> = {}) {
  const onCopyImage = vi.fn<ChartFigureProps['onCopyImage']>(() => Promise.resolve());
  const onSave = vi.fn<ChartFigureProps['onSave']>(() => Promise.resolve(true));
  const onProblem = vi.fn();
  const { container } = render(
    <ChartFigure
      title="The longest wait falls to 72 weeks & keeps falling"
      subtitle="Longest wait of anyone still waiting, weeks"
      source="300 simulated futures, seed 1"
      fileName="longest-wait"
      {...{ table, onCopyImage, onSave, onProblem, ...props }}
    >
      <BandChart measure="Longest wait" series={longestWait} startDate={START_DATE} unit="weeks" height={280} />
    </ChartFigure>,
  );
  return { container, onCopyImage, onSave, onProblem };
}

async function save(kind: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Save…' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: new RegExp(kind) }));
}

it('is named by its finding', () => {
  show();
  expect(screen.getByRole('figure', { name: /falls to 72 weeks/ })).toBeTruthy();
});

it('shows its numbers as a table with the keyboard alone, and the chart again', async () => {
  show();
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  const shown = screen.getByRole('table', { name: /Longest wait at the end of each week/ });
  expect(within(shown).getAllByRole('row')).toHaveLength(2 + 53);
  expect(within(shown).getAllByRole('columnheader', { name: 'median' })).toHaveLength(4);
  expect(within(shown).getByRole('rowheader', { name: '4 Jan 2027' })).toBeTruthy();
  expect(screen.queryByRole('application')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(screen.getByRole('application')).toBeTruthy();
});

it('is a table where all charts are, until it is turned by itself, until all are spoken of again', async () => {
  const areShown = (shown: boolean) => act(() => useTablesShown.setState({ areShown: shown }));
  areShown(true);
  show();
  expect(screen.getByRole('table')).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button')[0] as HTMLElement);
  expect(screen.queryByRole('table')).toBeNull();
  areShown(true);
  expect(screen.getByRole('table')).toBeTruthy();
  areShown(false);
  expect(screen.queryByRole('table')).toBeNull();
});

it('saves a drawing that stands on its own', async () => {
  const { onSave } = show();
  await save('SVG');
  await waitFor(() => expect(onSave).toHaveBeenCalled());
  const [kind, name, bytes] = onSave.mock.calls[0] ?? [];
  expect([kind, name]).toEqual(['svg', 'longest-wait.svg']);
  const text = new TextDecoder().decode(bytes);
  const saved = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(saved.querySelector('parsererror')).toBeNull();
  expect(saved.querySelector('title')?.textContent).toBe('The longest wait falls to 72 weeks & keeps falling');
  expect(saved.querySelector('desc')?.textContent).toBe('Longest wait of anyone still waiting, weeks');
  expect(saved.querySelector('[class], [style], style')).toBeNull();
  const words = [...saved.querySelectorAll('text')].map((one) => one.textContent);
  expect(words).toContain('300 simulated futures, seed 1');
  expect(words).toContain('72 (63 to 83)');
  expect(await screen.findByText('Saved')).toBeTruthy();
});

it('saves its numbers, which are those of the table', async () => {
  const { onSave } = show();
  await save('CSV');
  await waitFor(() => expect(onSave).toHaveBeenCalled());
  const lines = new TextDecoder().decode(onSave.mock.calls[0]?.[2]).split('\r\n');
  expect(lines[0]).toContain('Tiered redesign: median (weeks)');
  expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(table().rows.map((row) => String(row[0])));
});

it('says nothing when the person thought better of saving', async () => {
  const { onSave } = show({ onSave: vi.fn(() => Promise.resolve(false)) });
  await save('CSV');
  expect(onSave).not.toHaveBeenCalled();
  expect(screen.queryByText('Saved')).toBeNull();
});

it('hands on what went wrong, once', async () => {
  // jsdom has no canvas: there is nothing to paint a picture on.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  const { onCopyImage, onProblem } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Copy image' }));
  await waitFor(() => expect(onProblem).toHaveBeenCalledTimes(1));
  expect(onCopyImage).not.toHaveBeenCalled();
});
