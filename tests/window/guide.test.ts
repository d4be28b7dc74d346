import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { closeAfterEach, focusIsAt, openProject, openResults } from './harness/steps.ts';
import { newHome, Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** Pictures in both themes; neither has a barrier. */
async function shown(name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
    await window.driver.sleep(400);
    await window.picture(`${name}-${theme}`);
    expect(await violations(window)).toEqual([]);
  }
}

const template = "Tiered children's therapy service";

/** The template of a tiered children's service, made a project of one's own. */
async function openTemplate(): Promise<void> {
  await window.click('button', `Use this template: ${template}`);
  await window.find('button', 'Add contacts');
}

/** Chooses an action of the command list by a part of its name. */
async function findAction(words: string): Promise<void> {
  await window.chord(Key.CONTROL, 'k');
  // Keys pressed before it is there would be lost.
  await window.find('textbox', 'Find');
  await window.press(words);
  await window.driver.sleep(300);
  await window.press(Key.ENTER);
}

test('the checklist leads to a field; a cited figure goes in with its source and ticks its line, as one edit', async () => {
  window = await Window.open();
  await openTemplate();
  await window.sees('0 of 6 made mine');
  await shown('guide');

  await window.click('button', /^Vacant posts and leavers/);
  await focusIsAt(window, /^roles\/ot-band-6\/turnover\/vacantPercent$/);
  await window.picture('guide-beside');
  await window.click('button', 'Figure bank: cited figures for vacant posts');
  await window.find('textbox', 'Find a figure');
  await window.press('london');
  await window.sees('1 figure');
  await window.find('option', /vacant.*19\.2% of posts.*London/);
  await shown('bank-field');
  await window.click('button', 'Put it into vacant posts');
  await window.sees('1 of 6 made mine');
  await window.saved();
  await window.sees(/Published: RCOT, Occupational therapy workforce strategy action plan/);
  expect(await (await window.find('textbox', 'Vacant posts')).getAttribute('value')).toBe('19.2');
  await shown('guide-ticked');

  await window.click('button', /^Undo put 19\.2% from the figure bank into vacant posts/);
  await window.sees('0 of 6 made mine');
  expect(await (await window.find('textbox', 'Vacant posts')).getAttribute('value')).not.toBe('19.2');
}, 180_000);

test('lines lead to the pathway, are ticked by hand, and the guide put away stays away', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await openTemplate();
  await window.click('button', 'Shares of the tiers out of triage: triage 100 of your own list.');
  await focusIsAt(window, /^designs\/tiered\/links\/.+\/cause\/percent$/);
  await window.picture('guide-followed');
  await window.click('radio', 'Guide, 0 of 6');
  await window.click('checkbox', /^Made mine: Posts by band/);
  await window.sees('1 of 6 made mine');
  await window.saved();
  await window.find('button', /^Undo tick off “Posts by band”/);
  await window.click('button', 'Put the guide away');
  await window.sees('Good enough is');
  await window.close();

  window = await Window.open({ home });
  await openProject(window, new RegExp(`^${template}`));
  await window.sees('Good enough is');
  await findAction('checklist');
  await window.sees('1 of 6 made mine');
}, 180_000);

test('results say what to look for; beside them published outcomes stand with the simulated ones', async () => {
  window = await Window.open();
  await openResults(window);
  await window.sees('Doing nothing is not standing still');
  await shown('guide-results');
  await window.click('button', 'The whole guide');
  await window.click('button', 'Simulate and compare');
  // Seed 1 and 300 futures: the figures of the results.
  await window.sees(/72 weeks \(63 to 83\)/);
  const page = await window.sees('below the range of 9 in 10 simulated futures');
  expect(page).toMatch(/47 weeks\s+“the longest waiting time reduced from 161 to 47 weeks”/);
  const part = await window.find('heading', 'Published, and simulated');
  await window.driver.executeScript('arguments[0].scrollIntoView({ block: "start" })', part);
  await shown('guide-published');
}, 120_000);

test('a figure from memory warns before it goes in, and the document warns of it afterwards', async () => {
  window = await Window.open();
  await window.click('button', 'Use this template: Intermediate care: step-down from hospital');
  await window.find('button', 'Add contacts');
  await findAction('figure bank');
  await window.find('heading', 'Figure bank');
  await window.sees('162 figures');
  await shown('bank-all');
  await window.press('length home-based');
  await window.sees('Nobody has looked this figure up');
  const place = /^Put it here: Pathway 1.*length of stay.*mean/;
  await window.find('button', place);
  await shown('bank-memory');
  await window.click('button', place);
  await window.find('dialog', 'Put in a figure from memory?');
  await shown('bank-question');
  await window.click('button', 'Leave it');
  await window.click('button', place);
  await window.click('button', 'Put it in, marked as from memory');
  await window.saved();
  await focusIsAt(window, /\/work\/stayDays\/mean$/);
  await window.sees(/From memory: National Audit of Intermediate Care/);
  await window.picture('bank-memory-in');
  await window.click('button', /^Undo put 29 days \(28 to 30\) from the figure bank into/);
  // What was left at the question is no edit: there is nothing more to undo.
  await window.find('button', 'Undo');
}, 180_000);
