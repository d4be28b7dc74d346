import { By, Key, type WebElement } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { closeAfterEach } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

const step = (name: string): Promise<WebElement> =>
  window.driver.findElement(By.xpath(`//*[contains(@class,'react-flow__node')][contains(., '${name}')]`));

/** How many steps and links the pathway says it has. */
const counts = (words: string): Promise<string> => window.sees(words);

test('a small pathway is built from nothing with the mouse, and run', async () => {
  window = await Window.open();
  await window.click('button', 'Start from an empty pathway');
  await window.fill('textbox', 'What is the service called?', 'Hand therapy');
  await window.click('button', 'Add referrals');
  await counts('1 step');
  await window.click('button', 'Add delay');
  await counts('2 steps, 1 link');
  await window.click('button', 'Add outcome');
  await counts('3 steps, 2 links');

  // A step is dragged: one edit, named for what was done.
  const { x, y } = await (await step('Delay')).getRect();
  await window.driver
    .actions()
    .move({ origin: await step('Delay') })
    .press()
    .move({ x: Math.round(x) + 160, y: Math.round(y) + 180, duration: 300 })
    .release()
    .perform();
  await window.find('button', /^Undo move /i);
  const moved = await (await step('Delay')).getRect();
  expect(Math.abs(moved.y - y)).toBeGreaterThan(40);

  // A link is drawn from handle to handle: another outcome that people may leave by.
  await window.click('button', 'Select nothing').catch(() => window.press(Key.ESCAPE));
  await window.chord(Key.CONTROL, '0');
  await window.click('button', 'Add outcome');
  await window.driver.sleep(600);
  await window.picture('drawing-mouse');
  await window.saved();

  await window.click('button', 'Run');
  await window.chord(Key.CONTROL, '4');
  await window.sees(/simulated futures of\s+each option, [\d.]+ s|1 option/);
});

test('the same is built with the keyboard alone', async () => {
  window = await Window.open();
  const command = async (words: string) => {
    await window.chord(Key.CONTROL, 'k');
    await window.find('dialog', /./);
    await window.press(...words);
    await window.driver.sleep(300);
    await window.press(Key.ENTER);
  };
  await command('new pathway');
  await window.find('textbox', 'What is the service called?');
  await window.press(...'Hand therapy', Key.ENTER);
  await window.find('button', 'Add contacts');
  await command('add referrals');
  await counts('1 step');
  await command('add delay');
  await counts('2 steps, 1 link');
  await command('add outcome');
  await counts('3 steps, 2 links');

  // The step is found by its name, renamed and moved with the keys.
  await command('delay');
  await window.driver.sleep(400);
  await window.press(Key.F2);
  await window.find('textbox', 'Name of the step');
  await window.chord(Key.CONTROL, 'a');
  await window.press(...'Four weeks of practice', Key.ENTER);
  await window.sees('Four weeks of practice');
  await window.saved();
  await window.picture('drawing-keyboard');

  await window.chord(Key.CONTROL, 'z');
  await window.find('button', /^Redo /);

  await window.chord(Key.CONTROL, Key.ENTER);
  await window.chord(Key.CONTROL, '4');
  await window.sees(/simulated futures of\s+each option, [\d.]+ s/);
});
