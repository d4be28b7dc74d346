import { afterEach, expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { Window } from './harness/window.ts';

let window: Window;
afterEach(() => window?.close());

test('the first start teaches, and has no barrier', async () => {
  window = await Window.open();
  await window.sees('Birmingham');
  await window.picture('start-first');
  expect(await violations(window)).toEqual([]);
});
