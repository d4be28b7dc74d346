import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { band6, closeAfterEach, openResults, openStaffing } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** A window whose saved files go to a folder of their own, and the case of Birmingham in it. */
async function openCase(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'pathloom-saved-'));
  process.env.PATHLOOM_SAVED_FILES = folder;
  window = await Window.open();
  await openResults(window);
  await window.chord(Key.CONTROL, '5');
  await drawn(/We ask for the option “Tiered redesign”/);
  return folder;
}

/** Drawing a case up simulates its futures again where they are not in memory [ms]. */
const drawn = (words: RegExp) =>
  window.driver.wait(async () => words.test(await window.text()), 90_000, `the case never said ${words}`);

test('the case is written from the results, put in one’s own words, and undone in one step', async () => {
  await openCase();
  // Seed 1 and 300 futures: the same figures on every machine.
  await window.sees(/the longest wait from 161 weeks to 72 weeks \(63\sto\s83\)/);
  await window.picture('case-paper');
  await window.click('button', 'Write “Fit with policy”');
  const field = await window.find('textbox', 'Fit with policy, in your words');
  await field.sendKeys('Ours: ');
  await window.click('button', 'Insert a figure');
  await window.click('menuitem', /^Tiered redesign: waiting list at the end/);
  await window.picture('case-writing');
  await window.click('button', 'Keep these words');
  await window.saved();
  await drawn(/Ours: [\d,]+ people \([\d,]+\sto\s[\d,]+\)/);
  await window.click('button', /^Undo write “Fit with policy”/);
  await window.driver.wait(async () => !/Ours: /.test(await window.text()), 60_000);
}, 240_000);

test('it is exported in every format, and the web page has no barrier', async () => {
  const folder = await openCase();
  for (const format of ['Word', 'PDF', 'Excel', 'Web page', 'Tables (CSV)', 'Re-run bundle']) {
    await window.click('button', `Export as ${format}`);
    await window.driver.wait(async () => (await window.look('button', 'Stop')) === null, 60_000);
    await window.sees(/ saved\n/);
    await window.click('button', 'Dismiss');
  }
  const files = readdirSync(folder).toSorted();
  expect(files.map((name) => name.split('.').at(-1))).toEqual([
    'docx',
    'html',
    'pathloom-bundle',
    'pdf',
    'xlsx',
    'zip',
  ]);
  const start = (ending: string) => {
    const name = files.find((file) => file.endsWith(ending)) ?? '';
    return readFileSync(join(folder, name)).subarray(0, 8).toString('latin1');
  };
  expect([start('pdf'), start('docx').slice(0, 2), start('bundle').slice(0, 2)]).toEqual(['%PDF-1.7', 'PK', 'PK']);
  const page = files.find((file) => file.endsWith('.html')) ?? '';
  const text = readFileSync(join(folder, page), 'utf8');
  expect(text).toContain('We ask for the option');
  await window.driver.get(pathToFileURL(join(folder, page)).href);
  await window.sees('We ask for the option');
  expect(await violations(window)).toEqual([]);
}, 300_000);

test('one post more changes every sentence after a run, and until then it says that it is old', async () => {
  const folder = await openCase();
  await window.sees(/WTE/);
  await openStaffing(window);
  await window.fill('textbox', band6, '5');
  await window.saved();
  await window.chord(Key.CONTROL, '5');
  await window.sees('Out of date: the service has changed since these figures were made');
  await window.picture('case-out-of-date');
  await window.click('button', 'Run again');
  await drawn(/the longest wait from 161 weeks to (?!72 weeks \(63)\d+ weeks/);
  await window.driver.wait(async () => !/Out of date/.test(await window.text()), 60_000);
  const said = /the longest wait from 161 weeks to (\d+ weeks) \(\d+\sto\s\d+\)/.exec(await window.text())?.[1] ?? '';
  await window.click('button', 'Export as Web page');
  await window.sees(/ saved\n/);
  const name = readdirSync(folder).find((file) => file.endsWith('.html')) ?? '';
  const text = readFileSync(join(folder, name), 'utf8').replace(/<[^>]*>/g, '');
  expect(text).toContain(`the longest wait from 161 weeks to ${said}`);
  expect(text).toMatch(/9\.7/);
}, 300_000);

test('its rooms have no barrier, light and dark', async () => {
  await openCase();
  for (const tab of ['Paper', 'Risks', 'Assumptions', 'Checklist']) {
    await window.click('radio', tab);
    if (tab === 'Risks') await window.click('button', 'Add a risk');
    await window.driver.sleep(500);
    for (const theme of ['light', 'dark']) {
      await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
      await window.driver.sleep(300);
      await window.picture(`case-${tab.toLowerCase()}-${theme}`);
      expect(await violations(window), `${tab}, ${theme}`).toEqual([]);
    }
  }
}, 240_000);
