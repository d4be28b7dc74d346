import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { closeAfterEach, openResults, openSection } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** Brings an element to the top of its room, so that a picture shows what follows it. */
async function bringUp(role: string, name: string | RegExp): Promise<void> {
  await window.driver.executeScript('arguments[0].scrollIntoView({ block: "start" })', await window.find(role, name));
  await window.driver.sleep(300);
}

/** No barrier in light and in dark, with a picture of each. */
async function looksWell(name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
    await window.driver.sleep(400);
    expect(await violations(window)).toEqual([]);
    await window.picture(`${name}-${theme}`);
  }
  await window.driver.executeScript("document.documentElement.dataset.theme = 'light'");
}

/** Whether a part lies inside the panel that holds it, and nothing covers it. */
const isInsideItsPanel = `
  const part = document.querySelector('[aria-label="' + arguments[0] + '"]');
  return part.getBoundingClientRect().bottom <= part.parentElement.closest('section').getBoundingClientRect().bottom;`;

const starHeading = 'What it changes about the workforce';

test('a proposal of the star is accepted with one press, and undone with one', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'Compare');
  await bringUp('heading', starHeading);
  await window.click('button', /^Tiered redesign|The option/);
  await window.click('option', 'Tiered redesign');
  const before = await window.sees(/3 changes under \d of the five points; \d+ differences are not tagged yet/);
  const open = Number(/; (\d+) differences are not tagged/.exec(before)?.[1]);
  await bringUp('heading', starHeading);
  await window.picture('star-before');

  await window.click('button', /^Accept under /);
  await window.sees(`4 changes under`);
  await window.sees(`${open - 1} differences are not tagged yet`);
  await window.saved();
  // Words are no input of the simulation: what was compared still stands.
  expect(await window.text()).not.toMatch(/To be simulated before|Out of date/);
  await bringUp('heading', starHeading);
  await looksWell('star-accepted');

  await window.click('button', /^Undo tag a change under/i);
  await window.sees(`3 changes under`);
  await window.sees(`${open} differences are not tagged yet`);

  await window.click('button', 'Add a change under Leadership');
  await window.find('dialog', 'Add a change');
  await window.press('Families sit on the board that steers it.');
  await looksWell('star-dialog');
  await window.click('button', 'Add it');
  await window.sees('Families sit on the board that steers it.');
  await window.saved();
}, 180_000);

test('vacancies are put in where the room leads to, and held against every post filled', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'Staff');
  await window.click('button', 'Put in vacancies and leavers');
  const focused = () =>
    window.driver.executeScript<string>("return document.activeElement.closest('label')?.textContent ?? ''");
  await window.driver.wait(async () => (await focused()) === 'Counted', 10_000, 'the keyboard is not on the switch');
  await window.press(Key.SPACE);
  await window.fill('textbox', /^Vacant posts/, '25');
  await window.saved();

  await window.chord(Key.CONTROL, '4');
  await window.sees('To be simulated before they are held against themselves with every post filled: Do nothing');
  await window.click('button', /^Run again/);
  await window.sees(/300 simulated futures of\s+each option, [\d.]+ s/);
  await window.click('button', 'Hold it against every post filled');
  await window.sees(
    /With vacancies and turnover, the longest wait at week 52 (is [\d.]+ weeks longer|cannot be told apart)/,
  );
  await window.sees(/the waiting list is [\d,]+ people longer \([\d,]+ to [\d,]+\)/);
  await bringUp('heading', 'What vacancies and turnover do to the wait');
  await looksWell('vacancies');
  await bringUp('heading', /^Longest wait at week 52: .*than with Every post filled/);
  await window.picture('vacancies-differences');
}, 180_000);

test('labels are put in by keyboard, and the room says who waits longer', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'Who waits');
  await window.sees('No client group carries a label yet');
  await bringUp('heading', 'Fairness between groups');
  await looksWell('fairness-groups');
  await window.click('button', 'Put in labels');
  await window.find('heading', 'Client groups');
  await window.driver.sleep(500);

  for (const [at, value] of ['most deprived fifth', 'others'].entries()) {
    // The keyboard is on "Add a label" of the first group: the label's two fields stand before it.
    if (at > 0) await openSection(window, /^Client groups/);
    const group = at === 0 ? 'Priority' : 'Routine';
    const add = await window.find('button', `Add a label to ${group}`);
    await window.driver.executeScript('arguments[0].focus()', add);
    await window.press(Key.ENTER);
    await window.find('textbox', `deprivation of ${group}`);
    await window.chord(Key.SHIFT, Key.TAB);
    await window.chord(Key.SHIFT, Key.TAB);
    await window.press(value, Key.ENTER);
    await window.saved();
  }
  await looksWell('labels');

  await window.chord(Key.CONTROL, '4');
  await window.sees(/On average people of "others" wait [\d.]+ weeks longer than people of "most deprived fifth"/);
  expect(await window.driver.executeScript(isInsideItsPanel, 'Waits and removals by group')).toBe(true);
  // A label is no input of the simulation: the run there was says it.
  expect(await window.text()).not.toMatch(/Out of date|as soon as it has been simulated/);
  await bringUp('heading', 'Fairness between groups');
  await looksWell('fairness-labels');
}, 180_000);
