import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { chooseFile, closeAfterEach, lookedAt, openPathway, openProject, openResults, openSection, stepNode } from './harness/steps.ts';
import { newHome, Window } from './harness/window.ts';
import { nationalWorkbook } from './harness/workbook.ts';

let window: Window;
closeAfterEach(() => window);

const choose = (name: string, content: string | Buffer) => chooseFile(window, name, content);
const looked = (name: string) => lookedAt(window, `national-${name}`);

/** Scrolls the dialog so that a part of it can be looked at. */
async function scrollTo(role: string, name: string | RegExp): Promise<void> {
  const element = await window.find(role, name);
  await window.driver.executeScript('arguments[0].scrollIntoView({ block: "start" })', element);
}

test('a provider of the national workbook stands beside the own list, and its list is taken over in one edit', async () => {
  window = await Window.open();
  await openResults(window);
  await openSection(window, /^Waiting list now/);
  await window.click('button', 'Compare with national figures…');
  await window.find('dialog', 'This list beside the national figures');
  await choose('Community-health-services-waiting-lists.xlsx', nationalWorkbook());
  await window.sees(/March 2025: 9 tables were read, with 6 organisations\./);
  await window.sees(/England: [\d,]+ people waiting/);
  await window.click('button', 'Choose a provider…');
  await window.press('middle');
  await window.click('option', /^Middle Community Trust/);
  await window.sees(/Middle Community Trust: 1,710 people waiting/);
  await window.click('button', /Service line/);
  await window.click('option', /^Therapy interventions: Occupational therapy/);
  await window.sees(/Middle Community Trust: 900 people waiting/);
  await window.sees(/Here now: 1,520 people waiting/);
  await window.sees(/Here at the end, simulated: [\d,]+ people waiting on average/);
  await looked('chosen');
  await scrollTo('heading', /^Waited over 52 weeks: /);
  await looked('chart');
  await window.click('button', 'Start the simulation from this list');
  await scrollTo('button', 'Use these 900 people');
  await looked('start');
  await window.click('button', 'Use these 900 people');
  await window.find('button', /^Undo take over 900 people of the national figures/i);
  await window.sees(/900 people, each with their weeks waited/);
  await window.saved();
  await window.click('button', /^Undo take over 900 people/i);
  await window.sees(/1,520/);
}, 180_000);

test('a file that is no such workbook is refused with what to choose', async () => {
  window = await Window.open();
  await openPathway(window);
  await openSection(window, /^Waiting list now/);
  await window.click('button', 'Compare with national figures…');
  await window.find('dialog', 'This list beside the national figures');
  await choose('list.csv', 'Referral date\n06/01/2025\n');
  await window.sees(/no table of waiting lists by service was found/i);
}, 120_000);

/** Minutes of contacts, rounded as people round them: a long tail. */
const minutes = Array.from({ length: 214 }, (_, at) => {
  const share = (at + 0.5) / 214;
  // A logistic quantile of the logarithm: not exactly any of the shapes.
  return Math.max(5, Math.round((Math.exp(3.7 + 0.22 * Math.log(share / (1 - share))) / 5)) * 5);
});

test('a pasted column becomes a shape by keyboard, with its source, and is undone', async () => {
  const home = newHome();
  window = await Window.open({ home });
  await openPathway(window);
  await window.driver.executeScript("document.documentElement.dataset.theme = 'light'");
  await (await stepNode(window, 'Assessment')).click();
  await window.click('button', /^Time face to face: .*Change how it varies$/);
  const fit = await window.find('button', 'Fit to own measurements…');
  await window.driver.executeScript('arguments[0].focus()', fit);
  await window.press(Key.ENTER);
  await window.find('dialog', /fit a shape to own measurements$/);
  const field = await window.find('textbox', /^Paste the column/);
  // Pasted: the driver's own keys leave line ends out.
  await window.driver.executeScript(
    `const [field, text] = arguments;
     Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(field, text);
     field.dispatchEvent(new Event('input', { bubbles: true }));`,
    field,
    `Minutes\n${minutes.join('\n')}\n0\nlong\n`,
  );
  await window.sees('214 values were read; 2 lines were refused.');
  await window.sees(/They look rounded to 5 min/);
  await window.find('table', 'Shapes, the best first');
  await looked('shape');
  await scrollTo('heading', 'Value for value');
  await looked('shape-pictures');
  const use = await window.find('button', /^Use the \w+ shape$/);
  await window.driver.executeScript('arguments[0].focus()', use);
  await window.press(Key.ENTER);
  await window.find('button', /^Undo fit .* to 214 measured values/i);
  await window.saved();
  await window.click('button', /^Undo fit /i);
  await window.saved();
  expect(await window.look('button', /^Undo fit /i)).toBeNull();
  await window.close();
  window = await Window.open({ home });
  await openProject(window, /Birmingham/);
}, 180_000);
