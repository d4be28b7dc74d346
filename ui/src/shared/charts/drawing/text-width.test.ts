import { describe, expect, it } from 'vitest';
import { fitText, textWidth, wrapText } from './text-width';

describe('text', () => {
  it('is as wide as the font says', () => {
    // 4 x 0.64 em for the digits (0.62 and 0.64 wide, taken as 0.64) and 0.29 em for the comma, at 12 px.
    expect(textWidth('2,026', 12)).toBeCloseTo((4 * 0.64 + 0.29) * 12, 5);
    expect(textWidth('mm', 10, 'semibold')).toBeGreaterThan(textWidth('mm', 10));
  });

  it('is cut with an ellipsis only where it does not fit', () => {
    expect(fitText('Tiered redesign', 200, 12)).toBe('Tiered redesign');
    const cut = fitText('Tiered redesign', 60, 12);
    expect(cut).toMatch(/^Tiered?…$|^Tier.*…$/);
    expect(textWidth(cut, 12)).toBeLessThanOrEqual(60);
  });

  it('is broken between words, the last line allowed being cut', () => {
    const lines = wrapText('Occupational therapy support worker, band 4', { room: 110, fontSize: 12, lines: 2 });
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('Occupational');
    expect(lines[1]).toMatch(/^therapy .*…$/);
    expect(wrapText('', { room: 110, fontSize: 12 })).toEqual([]);
  });
});
