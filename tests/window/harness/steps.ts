import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { By, Key, type WebElement } from 'selenium-webdriver';
import { afterEach, expect, type TestContext } from 'vitest';
import { violations } from './accessibility.ts';
import type { Window } from './window.ts';

/** Closes the window after each test, with a picture of it when the test failed. */
export function closeAfterEach(window: () => Window | undefined): void {
  afterEach(async ({ task }: TestContext) => {
    const name = task.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60);
    if (task.result?.state === 'fail') await window()?.picture(`failed-${name}`).catch(() => undefined);
    await window()?.close();
  });
}

/** The Birmingham example on its pathway, from the start screen. */
export async function openPathway(window: Window): Promise<void> {
  await window.click('button', 'Look at its pathway first');
  await window.find('button', 'Add contacts');
}

/** A project of the library, open on its pathway, from the start screen. */
export async function openProject(window: Window, name: RegExp): Promise<void> {
  await window.click('button', name);
  // Until it is open the places of the rail lead nowhere, so keys pressed now would be lost.
  await window.find('button', 'Add contacts');
}

/** The Birmingham example with its results, from the start screen. */
export async function openResults(window: Window): Promise<string> {
  await window.click('button', 'Open and see its results');
  return window.sees(/300 simulated futures of\s+each option, [\d.]+ s/);
}

/** Sliders over the results of the redesign of Birmingham. */
export async function openWhatIf(window: Window): Promise<void> {
  await openResults(window);
  await window.click('radio', 'What if');
  await window.find('slider', band6Slider);
}

/** The slider of the posts of one role. */
export const band6Slider = /^\s*Occupational therapist, band 6\s*$/;

/** Puts the keyboard on a slider, whose own element is there for keys and screen readers alone. */
export async function focusSlider(window: Window, name: RegExp): Promise<void> {
  await window.driver.executeScript('arguments[0].focus()', await window.find('slider', name));
}

/** What the pointer takes hold of. */
export async function thumbOf(window: Window, name: RegExp): Promise<WebElement> {
  const thumb = "return arguments[0].closest('[data-rac]')";
  return window.driver.executeScript<WebElement>(thumb, await window.find('slider', name));
}

/** A section of People and demand. */
export async function openSection(window: Window, name: RegExp): Promise<void> {
  await window.chord(Key.CONTROL, '3');
  await window.click('tab', name);
}

/** Posts by role and staffing. */
export async function openStaffing(window: Window): Promise<void> {
  await openSection(window, /^Staffing and options/);
  await window.find('textbox', band6);
}

/** The field of the posts of one role in the staffing as it is. */
export const band6 = /^Occupational therapist, band 6, posts in /;
export const band5 = /^Occupational therapist, band 5, posts in /;

/** A step as it is drawn on the canvas. */
export function stepNode(window: Window, name: string): Promise<WebElement> {
  const isNode = "contains(concat(' ', @class, ' '), ' react-flow__node ')";
  return window.driver.findElement(By.xpath(`//*[${isNode}][contains(., '${name}')]`));
}

/** Chooses a file as a person does, without the system's own dialog. */
export async function chooseFile(window: Window, name: string, content: string | Buffer): Promise<void> {
  const path = join(window.home, name);
  writeFileSync(path, content);
  const input = await window.driver.findElement(By.css('input[type=file][accept*=".xlsx"]'));
  await input.sendKeys(path);
}

/** Looks at what is in sight, light and dark: a picture of each, and no barrier that axe can find. */
export async function lookedAt(window: Window, name: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await window.driver.executeScript('document.documentElement.dataset.theme = arguments[0]', theme);
    await window.driver.sleep(500);
    await window.picture(`${name}-${theme}`);
    expect(await violations(window)).toEqual([]);
  }
  await window.driver.executeScript("document.documentElement.dataset.theme = 'light'");
}

/** Waits until the keyboard is at the field of a place of the document. */
export async function focusIsAt(window: Window, place: RegExp): Promise<void> {
  await window.driver.wait(
    async () => {
      const script = "return document.activeElement.closest('[data-place]')?.dataset.place ?? ''";
      return place.test(await window.driver.executeScript<string>(script));
    },
    20_000,
    `the keyboard never came to ${place}`,
  );
}
