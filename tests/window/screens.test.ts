import { Key } from 'selenium-webdriver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { violations } from './harness/accessibility.ts';
import { band6Slider, focusSlider, stepNode } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
beforeAll(async () => {
  window = await Window.open();
});
afterAll(() => window?.close());

/** Shows what a test is about; each goes on from where the one before it left. */
const screens: [name: string, show: () => Promise<unknown>][] = [
  ['start', () => window.sees('What happens to our waiting list')],
  [
    'results-waits',
    async () => {
      await window.click('button', 'Open and see its results');
      await window.sees(/300 simulated futures of\s+each option, [\d.]+ s/);
    },
  ],
  [
    'results-what-if',
    async () => {
      await window.click('radio', 'What if');
      await focusSlider(window, band6Slider);
      await window.press(Key.PAGE_UP, Key.ARROW_RIGHT);
      await window.sees(/the same as the run's/);
    },
  ],
  ['results-who-waits', () => window.click('radio', 'Who waits')],
  ['results-staff', () => window.click('radio', 'Staff')],
  ['results-flow', () => window.click('radio', 'Flow')],
  [
    'results-compare',
    async () => {
      await window.click('radio', 'Compare');
      await window.sees(/Longest wait at week 52: \d+ weeks lower with/);
    },
  ],
  [
    'results-money',
    async () => {
      await window.click('radio', 'What it costs');
      await window.sees(/Net present value over 1 year/);
    },
  ],
  [
    'results-posts',
    async () => {
      await window.click('radio', 'Posts');
      await window.click('button', /In the option/);
      await window.click('option', 'Tiered redesign');
      await window.fill('spinbutton', /^Occupational therapist, band 6: step/, '0.5');
      await window.click('button', 'Find the cheapest mix');
      await window.driver.wait(async () => /met in 9\d%/.test(await window.text()), 110_000);
    },
  ],
  ['results-drivers', () => window.click('radio', 'What drives it')],
  ['results-on-track', () => window.click('radio', 'On track?')],
  ['results-watch', () => window.click('radio', 'Watch')],
  ['pathway', () => window.chord(Key.CONTROL, '2')],
  ['pathway-step', async () => (await stepNode(window, 'Assessment')).click()],
  ['pathway-table', () => window.click('radio', 'Table')],
  ['people', () => window.chord(Key.CONTROL, '3')],
  ['people-who-does-what', () => window.click('tab', /^Who does what/)],
  ['people-staffing', () => window.click('tab', /^Staffing and options/)],
  ['people-calendars', () => window.click('tab', /^Calendars/)],
  ['people-demand', () => window.click('tab', /^Demand/)],
  ['people-waiting-list', () => window.click('tab', /^Waiting list now/)],
  ['people-client-groups', () => window.click('tab', /^Client groups/)],
  ['people-money', () => window.click('tab', /^Money/)],
  ['start-with-projects', () => window.chord(Key.CONTROL, '1')],
];

const themes = ['light', 'dark'] as const;
const sizes = [
  [1280, 800],
  [1920, 1080],
] as const;

for (const [name, show] of screens) {
  test(`${name} has no barrier, light and dark`, async () => {
    await show();
    await window.driver.sleep(600);
    for (const theme of themes) {
      // As the system's own choice would: the page follows either.
      await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
      for (const [width, height] of sizes) {
        await window.driver.manage().window().setRect({ x: 0, y: 0, width, height });
        await window.driver.sleep(400);
        await window.picture(`${name}-${theme}-${width}`);
      }
      expect(await violations(window)).toEqual([]);
    }
    await window.driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 800 });
    await window.driver.executeScript("document.documentElement.dataset.theme = 'light'");
  });
}
