/**
 * Shortcuts as text, `Mod+Shift+Z`: modifiers first, in the order Mod, Alt, Shift. `Mod` is Command on a Mac and
 * Control elsewhere.
 */

const isMac = /Mac/.test(globalThis.navigator?.platform ?? '');

/** The shortcut of a key press, or `null` for a modifier alone. */
export function keysOf(event: KeyboardEvent, onMac = isMac): string | null {
  if (['Control', 'Meta', 'Alt', 'Shift'].includes(event.key)) return null;
  const isMod = onMac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  // Shift is part of how a sign is typed: on one keyboard or another `?` needs it.
  const isLetterOrNamed = event.key.length > 1 || /[a-z]/i.test(event.key);
  const modifiers = [isMod && 'Mod', event.altKey && 'Alt', event.shiftKey && isLetterOrNamed && 'Shift'];
  return [...modifiers.filter(Boolean), key === ' ' ? 'Space' : key].join('+');
}

const macSigns: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧', Delete: '⌦', Backspace: '⌫', Enter: '↩' };
const words: Record<string, string> = {
  Mod: 'Ctrl',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
};

/** The shortcut as people of this platform read it: `Ctrl+Shift+Z`, `⌘⇧Z`. */
export function shownKeys(keys: string, onMac = isMac): string {
  // The plus sign is a key too.
  const parts = keys.endsWith('++') ? [...keys.slice(0, -2).split('+'), '+'] : keys.split('+');
  return onMac
    ? parts.map((part) => macSigns[part] ?? words[part] ?? part).join('')
    : parts.map((part) => words[part] ?? part).join('+');
}
