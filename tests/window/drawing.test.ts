import { Key, Origin, type WebElement } from 'selenium-webdriver';
import { expect, test } from 'vitest';
import { closeAfterEach, stepNode } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

const step = (name: string): Promise<WebElement> => stepNode(window, name);

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
  const { y } = await (await step('Delay')).getRect();
  let drag = window.driver.actions().move({ origin: await step('Delay') }).press();
  for (let at = 0; at < 10; at += 1) drag = drag.move({ origin: Origin.POINTER, x: 8, y: 16, duration: 30 });
  await drag.release().perform();
  await window.find('button', /^Undo move /i);
  const moved = await (await step('Delay')).getRect();
  expect(Math.abs(moved.y - y)).toBeGreaterThan(40);

  // A link is drawn from handle to handle: another outcome that people may leave by.
  await window.press(Key.ESCAPE);
  await window.click('button', 'Add outcome');
  await counts('4 steps');
  await window.click('button', 'Fit');
  await window.driver.sleep(800);
  const links = Number(/4 steps, (\d) link/.exec(await window.text())?.[1]);
  const outcome = await window.driver.findElement({ css: '.react-flow__node[data-id="completed-2"]' });
  const from = await (await step('Delay')).findElement({ css: '.react-flow__handle.source' });
  const to = await outcome.findElement({ css: '.react-flow__handle.target' });
  if (links === 2) {
    await window.driver
      .actions()
      .move({ origin: from })
      .press()
      .move({ origin: Origin.POINTER, x: 10, y: 4, duration: 60 })
      .move({ origin: to, duration: 300 })
      .move({ origin: to, duration: 60 })
      .release()
      .perform();
  }
  await counts('4 steps, 3 links');
  await window.saved();
  await window.picture('drawing-mouse');

  await window.click('button', 'Run');
  await window.chord(Key.CONTROL, '4');
  await window.sees(/300 simulated futures,\s+(under )?[\d.]+ s/);
});

test('the same is built with the keyboard alone', async () => {
  window = await Window.open();
  const command = async (words: string, down = 0) => {
    await window.chord(Key.CONTROL, 'k');
    await window.find('dialog', /./);
    await window.press(...words);
    await window.driver.sleep(300);
    await window.press(...Array.from({ length: down }, () => Key.ARROW_DOWN), Key.ENTER);
  };
  await command('new pathway');
  await window.find('button', 'Add contacts');
  await window.sees('Draw how people come, and how they leave');
  await command('add referrals');
  await counts('1 step');
  await command('add delay');
  await counts('2 steps, 1 link');
  await command('add outcome');
  await counts('3 steps, 2 links');

  // The step is found by its name, renamed and moved with the keys.
  // "Add delay" is found first, the step below it.
  await command('delay', 1);
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
  await window.sees(/300 simulated futures,\s+(under )?[\d.]+ s/);
});
