import { mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { band6, closeAfterEach, openPathway, openProject, openSection, openStaffing } from './harness/steps.ts';
import { newHome, Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);
test('killed in the middle of editing and of a run, nothing that was saved is lost', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await openPathway(window);
  await openStaffing(window);
  for (const posts of ['5', '6', '7']) {
    await window.fill('textbox', band6, posts);
    await window.saved();
  }
  await window.chord(Key.CONTROL, Key.ENTER);
  await window.sees(/Stop/);
  await window.kill();

  window = await Window.open({ home });
  await openProject(window, /^Birmingham children's occupational therapy/);
  await openStaffing(window);
  expect(await (await window.find('textbox', band6)).getAttribute('value')).toBe('7');
  await window.find('button', /^Undo /);
});

test('a damaged library is set aside, and what can be read of it is there', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await openPathway(window);
  await openStaffing(window);
  await window.close();

  const file = join(home, 'library.db');
  truncateSync(file, statSync(file).size - 4096);
  window = await Window.open({ home });
  const page = await window.sees(/damaged/i);
  expect(page).toMatch(/kept|set aside/i);
  await window.picture('faults-damaged');
  // The program can be used as ever.
  await window.click('button', 'Start from an empty pathway');
});

test('a file of a newer version is refused politely, and is not touched', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pathloom-files-')), 'future.pathloom');
  const text = '{"formatVersion": 999, "name": "From the future"}';
  writeFileSync(file, text);
  window = await Window.open({ file });
  const page = await window.sees(/newer version of Pathloom/);
  expect(page).toMatch(/Nothing was changed/);
  expect(readFileSync(file, 'utf8')).toBe(text);
  await window.picture('faults-newer-file');
});

test('a file that is no document says where it goes wrong', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pathloom-files-')), 'broken.pathloom');
  writeFileSync(file, '{"formatVersion": 1, "name": "Broken", "horizonWeeks": "fifty-two"}');
  window = await Window.open({ file });
  await window.sees(/could not be read/);
  await window.sees(/horizonWeeks/);
});

test('a broken list of referral dates shows what was taken and what was not, line by line', async () => {
  window = await Window.open();
  await openPathway(window);
  await openSection(window, /^Waiting list now/);
  await window.click('button', /referral dates/i);
  const field = await window.find('textbox', /referral dates|Paste/i);
  const list = 'referral date,NHS number\n01/09/2025,943 476 5919\n31/02/2025,943 476 5870\nnot a date,1\n2031-01-01,2\n';
  await window.driver.executeScript(
    `const [field, text] = arguments;
     Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, text);
     field.dispatchEvent(new Event('input', { bubbles: true }));`,
    field,
    list,
  );
  const page = await window.sees('there is no such day');
  expect(page).toMatch(/1 person was read; 3 lines were refused/);
  expect(page).toMatch(/NHS numbers, ignored/);
  await window.picture('faults-referral-dates');
});
