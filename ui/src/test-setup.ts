import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);

// jsdom lays nothing out: give the parts that measure themselves something harmless to ask.
class NothingObserved implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NothingObserved;

globalThis.matchMedia ??= (media: string): MediaQueryList => ({
  media,
  matches: false,
  onchange: null,
  addEventListener: () => {},
  removeEventListener: () => {},
  addListener: () => {},
  removeListener: () => {},
  dispatchEvent: () => false,
});

Element.prototype.scrollIntoView ??= () => {};

// Ids made by React hold characters that a selector has to escape.
globalThis.CSS ??= { escape: (name: string) => name.replace(/[^\w-]/g, (sign) => `\\${sign}`) } as typeof CSS;
