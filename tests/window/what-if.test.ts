import { Key, Origin } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { band6Slider, closeAfterEach, focusSlider, openWhatIf, thumbOf } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** The option that is kept. */
const kept = /\+[\d.]+ WTE Occupational therapist, band 6/;
/** The finding over the longest wait. */
const finding = async () => /Longest wait in \w+ \d+: [^\n]+/.exec(await window.text())?.[0] ?? '';
const drawn = () =>
  window.driver.executeScript<string>(
    "return [...document.querySelectorAll('svg.chart-drawing text')].map((one) => one.textContent).join(' ')",
  );

test('a dragged slider moves the bands, the option as it is stays as a ghost, and both can be put back', async () => {
  window = await Window.open();
  await openWhatIf(window);
  const before = await finding();
  expect(before).toMatch(/: \d+ weeks$/);
  const drag = window.driver.actions().move({ origin: await thumbOf(window, band6Slider) }).press();
  for (let step = 0; step < 12; step += 1) drag.move({ origin: Origin.POINTER, x: 4, y: 0, duration: 20 });
  await drag.release().perform();
  await window.sees(/Longest wait in \w+ \d+: \d+ weeks instead of \d+ weeks/);
  expect(await drawn()).toMatch(/As it is: .*As moved/);
  await window.sees(/300 simulated futures, the same as the run's/);
  await window.sees(/weeks shorter \([\d.]+ to [\d.]+\)/);
  await window.picture('what-if-dragged');

  await window.click('button', 'Put all back');
  await window.driver.wait(async () => (await finding()) === before, 10_000, 'the figures never came back');
  expect(await drawn()).not.toContain('As moved');
});

test('what was tried is kept as an option, run, and undone as one edit', async () => {
  window = await Window.open();
  await openWhatIf(window);
  await focusSlider(window, band6Slider);
  await window.press(Key.PAGE_UP);
  await window.sees(/300 simulated futures, the same as the run's/);
  const shown = /→ (\d+) weeks/.exec(await window.text())?.[1];
  await window.click('button', 'Keep this as an option');
  await window.click('button', 'Keep as an option');
  await window.saved();
  await window.sees('It stands with the others now');

  // Run as an option of its own it says what the slider said: the futures are the same.
  await window.click('radio', 'Waits');
  await window.find('checkbox', kept);
  await window.sees('not simulated yet');
  await window.click('button', 'Run 5 options');
  const page = await window.sees(/300 simulated futures of\s+each option, [\d.]+ s/);
  const longest = /Longest wait\s+weeks[\s\S]*?\+[\d.]+ WTE Occupational therapist, band 6\s+(\d+)/.exec(page)?.[1];
  expect(longest, page).toBe(shown);

  await window.click('button', /^Undo keep /);
  await window.saved();
  await window.driver.wait(async () => (await window.look('checkbox', kept)) === null, 10_000);
});
