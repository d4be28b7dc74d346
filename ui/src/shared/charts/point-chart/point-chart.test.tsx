import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { PointChart } from './point-chart';
import { type PointSeries, pointTable } from './point-data';

const point = (x: number, y: number) => ({ x, y, low: y - 1, high: y + 1, title: `£${x}`, words: `${y} weeks.` });
const series: readonly PointSeries[] = [
  { id: 'a', name: 'Tiered', colourIndex: 1, points: [point(400, 80), point(500, 40), point(600, 20)] },
];
const x = { name: 'cost a year', unit: 'pounds', from: 'data' } as const;
const y = { name: 'longest wait', unit: 'weeks' } as const;

it('draws each point with its whisker, the line to be kept to and the place that is named', () => {
  const { container } = render(
    <PointChart
      {...{ series, x, y }}
      marked={{ x: 500, y: 40, name: 'the answer' }}
      line={{ y: 47, name: 'target: 47 weeks' }}
      height={240}
    />,
  );
  expect(container.querySelectorAll('svg.chart-drawing circle')).toHaveLength(4);
  const words = [...container.querySelectorAll('text')].map((text) => text.textContent);
  expect(words).toEqual(expect.arrayContaining(['the answer', 'target: 47 weeks', 'cost a year', 'longest wait, weeks']));
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain('Tiered: from 80 weeks at £400 to 20 weeks at £600');
});

it('is read point by point with the arrow keys', async () => {
  render(<PointChart {...{ series, x, y }} height={240} />);
  screen.getByRole('application').focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  expect(screen.getByText('£500. Tiered. 40 weeks.')).toBeTruthy();
});

it('names doublings where they are, and series where there are several', () => {
  const growth = ['a', 'b'].map((id, colourIndex) => ({
    ...{ id, name: `Option ${id}`, colourIndex },
    points: [10, 20, 40, 45].map((futures) => point(futures, 100 / futures)),
  }));
  const doubling = { name: 'simulated futures', unit: 'people', isDoubling: true } as const;
  const { container } = render(<PointChart series={growth} x={doubling} y={y} height={240} />);
  const words = [...container.querySelectorAll('text')].map((text) => text.textContent);
  expect(words).toEqual(expect.arrayContaining(['10', '20', '45', 'Option a', 'Option b']));
  expect(words).not.toContain('40');
  expect(pointTable('Growth', growth, doubling, y).rows).toHaveLength(8);
});
