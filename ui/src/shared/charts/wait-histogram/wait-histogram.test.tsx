import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { waits, waitsByTier } from '../fixtures/figures';
import { NATIONAL_WAIT_BANDS } from './wait-data';
import { WaitHistogram } from './wait-histogram';
import { waitTable } from './wait-table';

const texts = (container: Element) =>
  [...container.querySelectorAll('svg.chart-drawing text')].map((text) => text.textContent);

it.each([
  ['upright', 1400],
  ['lying', 360],
])('writes every number, the bars %s', (_, width) => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(width);
  const { container } = render(<WaitHistogram series={waits} />);
  const words = texts(container);
  for (const band of NATIONAL_WAIT_BANDS) expect(words).toContain(band);
  for (const { median } of waits.flatMap((one) => one.people)) expect(words).toContain(String(median));
});

it('is read band by band and option by option', () => {
  const { container } = render(<WaitHistogram series={waits} />);
  const surface = screen.getByRole('application');
  fireEvent.keyDown(surface, { key: 'End' });
  fireEvent.keyDown(surface, { key: 'ArrowLeft' });
  fireEvent.keyDown(surface, { key: 'ArrowDown' });
  expect(container.querySelector('[aria-live]')?.textContent).toBe(
    'Tiered redesign, 62 people. Waited 52-104 weeks. 9 in 10 simulated futures lie between 31 and 93 people.',
  );
});

it('adds up its parts to the number over the bar, and reads them', () => {
  const { container } = render(<WaitHistogram series={waitsByTier} height={400} />);
  const [first] = waitsByTier;
  const total = first?.parts?.reduce((sum, part) => sum + (part.people[5] ?? 0), 0);
  expect(texts(container)).toContain(String(total));
  const surface = screen.getByRole('application');
  for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight'])
    fireEvent.keyDown(surface, { key });
  expect(container.querySelector('[aria-live]')?.textContent).toMatch(
    /Waited 18-52 weeks\. Of them: universal \d+, targeted \d+ and individualised \d+\./,
  );
});

it('gives the very numbers it draws as a table', () => {
  const table = waitTable(waits);
  expect(table.rows.map((row) => row.slice(1))).toEqual(
    NATIONAL_WAIT_BANDS.map((_, band) =>
      waits.flatMap((one) => [one.people[band]?.median, one.people[band]?.p5, one.people[band]?.p95]),
    ),
  );
});
