import { describe, expect, it } from 'vitest';
import css from './tokens.css?raw';

// Measures the pairs of colours that are laid over each other, by the definition of contrast in WCAG 2.2.

function colours(theme: 'light' | 'dark'): Map<string, string> {
  const opening = theme === 'light' ? ':root,\n[data-theme="light"] {' : '[data-theme="dark"] {';
  const start = css.indexOf(opening);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const tiers = ['universal', 'targeted', 'individualised', 'none'];
const options = [1, 2, 3, 4, 5, 6, 7, 8];
const surfaces = ['page', 'card', 'raised', 'sunken', 'hover', 'canvas'];

/** [foreground, background], where words are read. */
const textPairs: [string, string][] = [
  ...['ink', 'ink-soft', 'muted', 'accent', 'danger', 'warning', 'success'].flatMap((ink) =>
    surfaces.map((surface): [string, string] => [ink, surface]),
  ),
  ...['load-keeps-up', 'load-tight', 'load-over', 'axis', 'target'].map((ink): [string, string] => [ink, 'card']),
  ...options.map((n): [string, string] => [`option-${n}-text`, 'card']),
  ...tiers.flatMap((tier): [string, string][] => [
    [`tier-${tier}`, 'card'],
    [`tier-${tier}`, `tier-${tier}-soft`],
    ...(tier === 'none'
      ? []
      : ([
          [`tier-${tier}`, `tier-${tier}-lane`],
          ['muted', `tier-${tier}-lane`],
        ] as [string, string][])),
  ]),
  ['on-accent', 'accent-fill'],
  ['on-accent', 'accent-fill-hover'],
  ['on-danger', 'danger-fill'],
  ['on-danger', 'danger-fill-hover'],
  ['accent', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['muted', 'accent-soft'],
  ['ink', 'pressed'],
  ...['danger', 'warning', 'success'].flatMap((tone): [string, string][] => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['ink-soft', `${tone}-soft`],
  ]),
];

/** [mark, background], where a shape or an edge carries the meaning. */
const markPairs: [string, string][] = [
  ...['field-line', 'edge', 'focus', 'load-keeps-up', 'load-tight', 'load-over'].flatMap((mark) =>
    ['card', 'page', 'canvas'].map((surface): [string, string] => [mark, surface]),
  ),
  ...options.map((n): [string, string] => [`option-${n}`, 'card']),
  ...['load-keeps-up', 'load-tight', 'load-over'].map((mark): [string, string] => [mark, 'load-track']),
];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const named = colours(theme);
  const measured = ([front, back]: [string, string]) => contrast(named.get(front) ?? '', named.get(back) ?? '');

  it.each(textPairs)('keeps 4.5:1 for the words %s on %s', (front, back) => {
    expect(measured([front, back])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(markPairs)('keeps 3:1 for the mark %s on %s', (front, back) => {
    expect(measured([front, back])).toBeGreaterThanOrEqual(3);
  });
});

it('gives both themes the same names', () => {
  expect([...colours('dark').keys()].sort()).toEqual([...colours('light').keys()].sort());
});
