import { test } from 'vitest';
import { closeAfterEach, openResults } from './harness/steps.ts';
import { Window } from './harness/window.ts';

let window: Window;
closeAfterEach(() => window);

/** A search on a busy machine [ms]; nothing here measures speed. */
const searchTime = 110_000;

test('options are held against do nothing, and against each other', async () => {
  window = await Window.open();
  await openResults(window);
  await window.click('radio', 'Compare');
  // Seed 1 and 300 futures: the same figures on every machine.
  await window.sees('Longest wait at week 52: 163 weeks lower with Staff only, +9.3 WTE than with Do nothing');
  await window.click('radio', 'Differences');
  await window.sees('better: 134 weeks lower (134 to 135)');
  await window.click('button', /Held against/);
  await window.click('option', 'Tiered redesign');
  await window.sees(/weeks lower with .* than with Tiered redesign/);
  await window.sees(/starts every 0\.5 weeks instead of 0\.25/);
  await window.picture('decisions-compare');
});

/** Opens the question of posts for the tiered redesign, between two numbers of band 6 therapists in steps of a half. */
async function ask(low: string, high: string): Promise<void> {
  await window.click('radio', 'Posts');
  await window.click('button', /In the option/);
  await window.click('option', 'Tiered redesign');
  const field = (name: string) => new RegExp(`^Occupational therapist, band 6: ${name}`);
  await window.fill('spinbutton', field('highest'), high);
  await window.fill('spinbutton', field('lowest'), low);
  await window.fill('spinbutton', field('step'), '0.5');
}

const until = (words: RegExp) =>
  window.driver.wait(async () => words.test(await window.text()), searchTime, `the page never showed ${words}`);

test('the smallest number of posts is found, and kept as an option in one edit', async () => {
  window = await Window.open();
  await openResults(window);
  await ask('4', '7');
  await window.click('button', 'Find the cheapest mix');
  await until(/5.5 WTE of Occupational therapist, band 6: £554,000 a year, met in 9\d%/);
  await window.sees(/With 95% confidence this mix meets the target/);
  await window.picture('decisions-posts');
  await window.click('button', 'Keep this as an option');
  await window.sees('Kept as the option Tiered redesign, 5.5 WTE');
  await window.saved();
  await window.click('button', /^Undo keep “Tiered redesign, 5.5 WTE”/);
  await window.driver.wait(async () => (await window.look('button', /^Undo keep/)) === null, 20_000);
}, 180_000);

test('where no mix does it, the bottleneck is named', async () => {
  window = await Window.open();
  await openResults(window);
  await ask('2', '3');
  await window.click('button', 'Find the cheapest mix');
  await until(/No mix within these limits does it[\s\S]*The bottleneck is Occupational therapist, band 6/);
  await window.picture('decisions-impossible');
}, 180_000);

test('a search is stopped half-way and says so', async () => {
  window = await Window.open();
  await openResults(window);
  await ask('4', '7');
  await window.click('button', /^How sure/);
  await window.fill('spinbutton', 'Probabilities read as the same', '0.3');
  await window.click('button', 'Find the cheapest mix');
  await window.sees(/Trying Occupational therapist, band 6/);
  await window.click('button', 'Stop');
  await window.sees(/Stopped( before any mix was found|. Found so far)/);
  await window.find('button', 'Find the cheapest mix');
}, 180_000);
