import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ShareBars } from './share-bars';
import { type ShareRow, shareTable } from './share-data';

const rows: readonly ShareRow[] = [
  { id: 'a', name: 'Referrals a week', share: 0.61, low: 0.5, high: 0.67, isClear: true },
  { id: 'b', name: 'Missed contacts', share: 0.002, low: 0, high: 0.02, isClear: false },
];

it('says each share with its interval, and which cannot be told from none', () => {
  const { container } = render(<ShareBars measure="Shares of the spread" rows={rows} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
    'Shares of the spread. Referrals a week: 61% (50 to 67). Missed contacts: under 1% (0 to 2), none for all we know.',
  );
  const texts = [...container.querySelectorAll('text')].map((text) => text.textContent);
  expect(texts).toContain('61% (50 to 67)');
});

it('draws a bar as long as its share of the track', () => {
  const { container } = render(<ShareBars measure="Shares" rows={rows} />);
  const width = (bar: Element) => Number(bar.getAttribute('width'));
  const [track, bar] = [...container.querySelectorAll('rect')].map(width);
  expect((bar ?? 0) / (track ?? 1)).toBeCloseTo(0.61, 2);
});

it('gives the very numbers it draws as a table', () => {
  expect(shareTable('Shares', rows).rows[0]).toEqual(['Referrals a week', 61, 50, 67, '61% (50 to 67)']);
});
