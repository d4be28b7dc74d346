import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { band5, band6, closeAfterEach, openPathway, openProject, openResults, openStaffing } from './harness/steps.ts';
import { newHome, Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

test('a changed post makes the results out of date in words, and a new run changes them', async () => {
  window = await Window.open();
  await openResults(window);
  await openStaffing(window);
  await window.fill('textbox', band6, '9');
  await window.saved();
  await window.chord(Key.CONTROL, '4');
  const before = await window.sees(/has changed since|out of date/i);
  await window.picture('editing-out-of-date');
  await window.click('button', /^Run( again| \d|$)/);
  const longest = (page: string) => Number(/Longest wait\s+weeks[\s\S]*?Do nothing\s+(\d+)/.exec(page)?.[1]);
  expect(longest(before), before).toBe(207);
  // Five posts more in the same team: the list is worked off sooner.
  await window.driver.wait(async () => longest(await window.text()) < 207, 60_000, 'the results never changed');
  await window.driver.wait(async () => !/out of date/i.test(await window.text()), 60_000);
});

test('twenty edits are undone, survive a restart, and are done again', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await openPathway(window);
  await openStaffing(window);
  const value = async (name: RegExp) => (await window.find('textbox', name)).getAttribute('value');
  const fields = [band6, band5] as const;
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
  await openProject(window, /^Birmingham children's occupational therapy/);
  await openStaffing(window);
  expect([await value(fields[0]), await value(fields[1])]).toEqual(first);
  for (let edit = 0; edit < 20; edit += 1) await window.click('button', /^Redo /);
  await window.find('button', 'Redo');
  expect([await value(fields[0]), await value(fields[1])]).toEqual(['28', '29']);
});
