import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../accessibility';

const files = import.meta.glob<{ fixtures: Record<string, ReactElement> }>('./*.fixtures.tsx', { eager: true });

describe.each(Object.entries(files))('%s', (_, { fixtures }) => {
  it.each(Object.entries(fixtures))('%s has no accessibility fault in light or dark', async (_, fixture) => {
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset.theme = theme;
      document.documentElement.lang = 'en-GB';
      const { unmount } = render(fixture);
      expect(await accessibilityFaults(document.body)).toEqual([]);
      unmount();
    }
  });
});
