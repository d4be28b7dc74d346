import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { roles } from '../fixtures/figures';
import { BarList } from './bar-list';
import { hoursTable } from './bar-list-data';

it('says how loaded each role is in figures and in a word', () => {
  const { container } = render(<BarList roles={roles} />);
  expect(screen.getByRole('img').getAttribute('aria-label')).toContain(
    'Occupational therapist, band 5: 43.1 hours of 41.4 hours a week, 104%, over.',
  );
  const words = [...container.querySelectorAll('text')].map((text) => text.textContent);
  expect(words).toEqual(expect.arrayContaining(['43.1 of 41.4 h a week', '104%', 'over', 'tight', 'keeps up']));
});

it('gives the very numbers it draws as a table', () => {
  expect(hoursTable(roles).rows[1]).toEqual(['Occupational therapist, band 6', 78.4, 82.8, 94.7, 'tight']);
});
