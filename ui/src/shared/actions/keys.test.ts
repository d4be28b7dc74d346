import { describe, expect, it } from 'vitest';
import { keysOf, shownKeys } from './keys';

describe('a key press', () => {
  it.each([
    [{ key: 'z', ctrlKey: true }, false, 'Mod+Z'],
    [{ key: 'Z', ctrlKey: true, shiftKey: true }, false, 'Mod+Shift+Z'],
    [{ key: 'z', metaKey: true }, true, 'Mod+Z'],
    [{ key: 'z', ctrlKey: true }, true, 'Z'],
    [{ key: 'Enter', ctrlKey: true }, false, 'Mod+Enter'],
    [{ key: '?', shiftKey: true }, false, '?'],
    [{ key: 'Delete' }, false, 'Delete'],
    [{ key: ' ' }, false, 'Space'],
    [{ key: 'Control', ctrlKey: true }, false, null],
  ])('%o on a Mac (%s) is %s', (press, onMac, keys) => {
    expect(keysOf(new KeyboardEvent('keydown', press), onMac)).toBe(keys);
  });
});

describe('a shortcut', () => {
  it('reads as the platform writes it', () => {
    expect(shownKeys('Mod+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(shownKeys('Mod+Shift+Z', true)).toBe('⌘⇧Z');
    expect(shownKeys('ArrowUp', false)).toBe('Up');
    expect(shownKeys('Mod++', false)).toBe('Ctrl++');
  });
});
