import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { star } from '../fixtures/figures';
import { StarChart } from './star-chart';
import { drawStar } from './star-drawing';

it('says of every point what there is, in words and by its form', () => {
  const { container } = render(<StarChart about="Redesign against Do nothing" points={star} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Redesign against Do nothing. Supply: 2 changes, 1 difference not tagged. Upskilling: nothing. New roles: 1 change. New ways of working: 12 differences not tagged. Leadership: nothing.',
  );
  const dashes = [...container.querySelectorAll('path')].map((kite) => kite.getAttribute('stroke-dasharray'));
  expect(dashes).toEqual([null, null, '4 3', null, null]);
  const words = [...container.querySelectorAll('text')].map((text) => text.textContent);
  expect(words).toEqual(expect.arrayContaining(['Supply', '2', '2 changes, 1 difference not tagged', 'nothing']));
});

it('keeps its words inside its room, however narrow', () => {
  const { svg } = drawStar(star, { width: 320, textScale: 1 });
  for (const text of svg.querySelectorAll('text')) {
    const x = Number(text.getAttribute('x'));
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(320);
  }
  const longest = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
  expect(longest.filter((line) => line.endsWith('…'))).toEqual([]);
});
