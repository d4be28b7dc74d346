import { Key } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { closeAfterEach, focusIsAt, openResults } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** An answer on a busy machine [ms]; nothing here measures speed. */
const answerTime = 150_000;

const until = (words: RegExp) =>
  window.driver.wait(async () => words.test(await window.text()), answerTime, `the page never showed ${words}`);

/** Pictures in both themes; neither has a barrier. */
async function shown(name: string): Promise<void> {
  for (const theme of ['dark', 'light']) {
    await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
    await window.driver.sleep(400);
    await window.picture(`${name}-${theme}`);
    expect(await violations(window)).toEqual([]);
  }
}

const scrollTo = async (role: string, name: string | RegExp) =>
  window.driver.executeScript('arguments[0].scrollIntoView({ block: "start" })', await window.find(role, name));

test('what drives the longest wait is drawn and said, and a figure leads to where it is entered', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'What drives it');
  await window.click('button', /In the option/);
  await window.click('option', 'Tiered redesign');
  await window.click('button', /^How far, how thorough/);
  await window.fill('spinbutton', 'Simulated futures in all', '3000');
  await window.click('button', 'Find what drives it');
  await until(/Longest wait at week 52 moves most with .+: [\d.]+ weeks (lower|higher) from/);
  await shown('drivers');
  await scrollTo('heading', 'Figure by figure');
  await window.picture('drivers-figures');
  await window.click('button', /^Occupational therapist, band 6: WTE$/);
  await window.find('textbox', /^Occupational therapist, band 6, posts in /);
  await focusIsAt(window, /posts\/ot-band-6\/wte$/);
  await window.chord(Key.CONTROL, '4');
  await window.click('button', 'Workshop: sessions');
  await focusIsAt(window, /steps\/workshop\/work\/sessions$/);
}, 240_000);

test('a look at what drives it is stopped half-way and says so', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'What drives it');
  await window.click('button', /^How far, how thorough/);
  await window.fill('spinbutton', 'Simulated futures in all', '50000');
  await window.click('button', 'Find what drives it');
  await window.sees(/of [\d,]+ futures/);
  await window.click('button', 'Stop');
  await window.sees(/Stopped (half-way|before anything could be said)/);
  await window.find('button', 'Find what drives it');
}, 180_000);

/** Types a day or a week and a figure, as a person does. */
async function count(day: string, figure: string): Promise<void> {
  await window.fill('textbox', 'Day or week', day);
  await window.fill('textbox', 'Waiting list', figure);
}

test('what was counted is typed, drawn over the forecast, judged, and taken back as one edit each', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'On track?');
  await window.click('button', 'Waiting list');
  await count('week 4', '1900');
  await count('2/3/2026', '2000');
  await count('week 12', '2150');
  await window.sees(/The waiting list is above its forecast by more than chance/);
  await window.saved();
  await shown('on-track');
  await window.click('button', /^Undo add the figure of 30 Mar 2026/);
  await window.find('button', /^Undo add the figure of 2 Mar 2026/);
  expect(await window.look('spinbutton', 'Waiting list on 30 Mar 2026')).toBeNull();
}, 120_000);

/** A year of the list of Birmingham as it is, near what its simulation gives. */
const history = [1545, 1571, 1630, 1655, 1701, 1712, 1760, 1799, 1822, 1881, 1893, 1940]
  .map((people, month) => `${new Date(Date.UTC(2026, 1, 2 + 28 * month)).toISOString().slice(0, 10)},${people}`);

test('a figure is fitted to a pasted list, stopped half-way, then carried into the document as one edit', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'On track?');
  await window.click('button', 'Waiting list');
  await window.click('button', 'Paste or import a list…');
  await (await window.find('textbox', /^Paste a day and a figure/)).sendKeys(
    ['Date,people', ...history].join(Key.ENTER),
  );
  await window.click('button', 'Use 12 figures');
  await window.saved();
  await window.click('button', 'Add a figure that is not known');
  await (await window.find('textbox', 'Find a figure')).sendKeys('referrals a week');
  await window.click('option', /referrals a week/);
  await window.click('button', /^How thorough/);
  await window.fill('spinbutton', 'Simulated futures to learn from', '20000');
  await window.click('button', 'Fit to what was counted');
  await window.sees(/of 20,300 futures/);
  await window.click('button', 'Stop');
  await window.sees('Stopped before enough futures were simulated to learn from. Nothing was changed.');

  await window.fill('spinbutton', 'Simulated futures to learn from', '1000');
  await window.click('button', 'Fit to what was counted');
  await until(/with the fitted figures|within these limits/);
  await scrollTo('heading', 'Which figures go with what was counted?');
  await shown('fit');
  await window.click('button', 'Carry this range into the document');
  await window.sees('1 range carried into the document');
  await window.saved();

  // A figure with a range has a share in the spread.
  await window.click('radio', 'What drives it');
  await window.click('button', /^How far, how thorough/);
  await window.fill('spinbutton', 'Simulated futures in all', '2000');
  await window.click('button', 'Find what drives it');
  await until(/What each uncertain figure explains by itself/);
  await scrollTo('heading', /explain/);
  await shown('drivers-shares');
  await window.click('button', /^Undo carry 1 fitted range into the document/);
  await window.find('button', /^Undo take over 12 counted figures/);
}, 240_000);
