import { Key } from 'selenium-webdriver';
import { afterEach, expect, test } from 'vitest';
import { newHome, Window } from './harness/window.ts';

let window: Window;
afterEach(() => window?.close());


async function openStaffing(open: Window): Promise<void> {
  await open.chord(Key.CONTROL, '3');
  await open.click('tab', /^Staffing and options/);
  await open.find('textbox', /band 6, posts in /);
}

test('a changed post makes the results out of date in words, and a new run changes them', async () => {
  window = await Window.open();
  await window.click('button', 'Open and see its results');
  await window.sees(/300 simulated futures of\s+each option, [\d.]+ s/);
  await openStaffing(window);
  await window.fill('textbox', /^Occupational therapist, band 6, posts in /, '9');
  await window.saved();
  await window.chord(Key.CONTROL, '4');
  const before = await window.sees(/has changed since|out of date/i);
  await window.picture('editing-out-of-date');
  await window.click('button', /^Run( again| \d|$)/);
  await window.driver.wait(async () => !/has changed since|out of date/i.test(await window.text()), 120_000);
  const after = await window.text();
  const longest = (page: string) => /Longest wait weeks[\s\S]*?Do nothing\s+(\d+)/.exec(page)?.[1];
  expect(longest(before)).toBeDefined();
  expect(Number(longest(after))).toBeLessThan(Number(longest(before)));
});

test('twenty edits are undone, survive a restart, and are done again', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await window.click('button', 'Look at its pathway first');
  await openStaffing(window);
  const value = async (name: RegExp) => (await window.find('textbox', name)).getAttribute('value');
  const fields = [/^Occupational therapist, band 6, posts in /, /^Occupational therapist, band 5, posts in /] as const;
  const first = [await value(fields[0]), await value(fields[1])];
  for (let edit = 0; edit < 20; edit += 1) {
    await window.fill('textbox', fields[edit % 2 === 0 ? 0 : 1], `${10 + edit}`);
    await window.saved();
  }
  expect([await value(fields[0]), await value(fields[1])]).toEqual(['28', '29']);

  for (let edit = 0; edit < 20; edit += 1) await window.click('button', /^Undo /);
  await window.find('button', 'Undo');
  expect([await value(fields[0]), await value(fields[1])]).toEqual(first);

  await window.close();
  window = await Window.open({ home });
  await window.click('button', /^Birmingham children's occupational therapy/);
  await openStaffing(window);
  expect([await value(fields[0]), await value(fields[1])]).toEqual(first);
  for (let edit = 0; edit < 20; edit += 1) await window.click('button', /^Redo /);
  await window.find('button', 'Redo');
  expect([await value(fields[0]), await value(fields[1])]).toEqual(['28', '29']);
});
