import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { closeAfterEach, openResults, openSection } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** The finding over the chart. Seed 1 and 300 futures: the same figures on every machine. */
const finding = /Net present value over 1 year: £[\d,]+ (higher|lower) with [^\n]+ than with Do nothing/;
/** The row of the net present value: its means, option by option. */
async function netPresentValues(): Promise<string[]> {
  const row = await window.find('row', /^Net present value ?−?£/);
  const means = "return [...arguments[0].querySelectorAll('td')].map((cell) => cell.firstElementChild.textContent)";
  return window.driver.executeScript<string[]>(means, row);
}

async function openMoney(): Promise<void> {
  await openResults(window);
  await window.click('radio', 'What it costs');
  await window.sees(finding);
}

test('a cost and a benefit change what the options are worth, without another run', async () => {
  window = await Window.open();
  await openMoney();
  const before = await netPresentValues();
  expect(before).toHaveLength(4);
  await window.picture('money-before');

  // The example counts weeks waited at nothing, until somebody says what one costs.
  await window.click('button', 'Change prices and rates');
  await window.fill('spinbutton', 'Price of one, Weeks waited', '5');
  await window.click('button', 'Add a cost');
  await window.fill('textbox', 'Name of cost 1', 'Workshop rooms');
  await window.fill('spinbutton', 'Paid every year, Workshop rooms', '9000');
  for (const other of ['Do nothing', 'Staff only, +9.3 WTE', 'Half the workshops']) await window.click('checkbox', other);
  await window.saved();
  await window.picture('money-inputs');

  await window.chord(Key.CONTROL, '4');
  await window.sees(/Every year: Workshop rooms|Workshop rooms: what is paid every year/);
  const page = await window.text();
  expect(page).not.toMatch(/Out of date|not simulated|To be simulated/);
  await window.driver.wait(async () => (await netPresentValues()).join() !== before.join(), 20_000);
  await window.click('button', /Account of/);
  await window.click('option', 'Tiered redesign');
  await window.sees(/Every year: Workshop rooms\s+1 year\s+£9,000/);

  await window.click('button', /^Undo change which options have it/);
  await window.saved();
}, 120_000);

/** Presses Tab until the keyboard is on the control of a name. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    const focused = await window.driver.executeScript<string>(`
      const on = document.activeElement;
      const labelled = (on.getAttribute('aria-labelledby') ?? '').split(/\\s+/).filter(Boolean);
      const words = labelled.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
      const own = on.labels ? [...on.labels].map((label) => label.textContent).join(' ') : '';
      return (on.getAttribute('aria-label') || words || own || on.textContent || '').replace(/\\s+/g, ' ').trim();
    `);
    if (name.test(focused)) return;
    await window.press(Key.TAB);
  }
  throw new Error(`Tab never came to ${name}`);
}

test('a benefit is put in and its worth read by keyboard alone', async () => {
  window = await Window.open();
  await openResults(window);
  await window.chord(Key.CONTROL, '3');
  await tabTo(/^People ?4 roles/);
  await window.press(Key.END);
  await window.sees('What things cost, what they are worth');
  await tabTo(/^Add a benefit or knock-on cost/);
  await window.press(Key.ENTER);
  await window.sees(/2 effects/);
  await tabTo(/^Name of effect 2/);
  await window.chord(Key.CONTROL, 'a');
  await window.press('GP appointments avoided', Key.ENTER);
  await tabTo(/^Price of one, GP appointments avoided/);
  await window.press('42', Key.ENTER);
  await window.saved();

  await window.chord(Key.CONTROL, '4');
  await tabTo(/^Waits$/);
  await window.press(...Array<string>(3).fill(Key.ARROW_RIGHT), Key.ENTER);
  await window.sees(finding);
  await window.sees(/Benefit, time: GP appointments avoided/);
  await tabTo(/^Held against|Held against$/);
  await window.press(Key.ENTER);
  await window.press(Key.ARROW_DOWN, Key.ENTER);
  await window.sees(/than with Tiered redesign/);
}, 120_000);

test('prices and what they come to have no barrier, light and dark', async () => {
  window = await Window.open();
  await openMoney();
  for (const theme of ['light', 'dark']) {
    await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
    await window.driver.sleep(400);
    expect(await violations(window)).toEqual([]);
    await scrollAndPicture(`money-results-${theme}`, '[aria-label="What it costs"]');
  }
  await openSection(window, /^Money/);
  await window.click('button', 'Add a cost');
  await window.fill('spinbutton', 'Paid once, New cost', '12000');
  for (const theme of ['light', 'dark']) {
    await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
    await window.driver.sleep(400);
    expect(await violations(window)).toEqual([]);
    await scrollAndPicture(`money-section-${theme}`, '[role=tabpanel]');
  }
}, 180_000);

test('without benefits the room says where to add them, and goes there', async () => {
  window = await Window.open();
  await openMoney();
  await openSection(window, /^Money/);
  await window.click('button', 'Delete Weeks waited');
  await window.sees('No benefits yet');
  await window.saved();
  await window.picture('money-no-benefits');
  await window.chord(Key.CONTROL, '4');
  await window.sees('No benefits or other costs are described yet');
  await window.picture('money-nothing-priced');
  await window.click('button', 'Add benefits and other costs');
  await window.sees('No benefits yet');
  const focused = () => window.driver.executeScript<string>('return document.activeElement.textContent');
  await window.driver.wait(async () => (await focused()) === 'Add a benefit or knock-on cost', 10_000);
});

/** Pictures of a room from its top to its end. */
async function scrollAndPicture(name: string, room: string): Promise<void> {
  const scroll = `
    const room = document.querySelector(arguments[0]);
    room.scrollTop = arguments[1] * (room.clientHeight - 40);
    return room.scrollTop + room.clientHeight >= room.scrollHeight - 1;`;
  for (let page = 0; page < 6; page += 1) {
    const isEnd = await window.driver.executeScript<boolean>(scroll, room, page);
    await window.driver.sleep(300);
    await window.picture(`${name}-${page}`);
    if (isEnd) break;
  }
  await window.driver.executeScript('document.querySelector(arguments[0]).scrollTop = 0', room);
}
