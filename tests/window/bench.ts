/**
 * How quick the real window is: `cargo xtask bench --window`.
 *
 * Everything is measured inside the window of a release build, with the page's own clock:
 * - start: from the start of the process, as the system notes it, to the first screen that answers (the mark the page
 *   sets once its first screen can be used);
 * - first bands: from the press of Run to the first frame whose charts show bands of that run;
 * - a whole run: from the same press to the frame that says it has finished;
 * - a slider: from a key press that moves the posts of a role by one step to the first frame whose charts show bands of
 *   that step (a whole frame after it was drawn, so that the figure is if anything too long); and how often bands are
 *   drawn anew while the slider is dragged without a rest;
 * - dragging: the time between frames while a step is dragged by the pointer across the canvas.
 *
 * Figures depend on the machine, on whether it draws in hardware, and on what else it does: they are printed, never
 * passed or failed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Key, Origin } from 'selenium-webdriver';
import display from './harness/display.ts';
import { longPathway } from './harness/documents.ts';
import { band6Slider, focusSlider, openWhatIf, thumbOf } from './harness/steps.ts';
import { Window } from './harness/window.ts';

const rounds = Number(process.env.PATHLOOM_ROUNDS ?? 5);
const application = process.env.PATHLOOM_APP ?? '';

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const spread = (values: number[]) => {
  const sorted = values.toSorted((a, b) => a - b);
  return `${median(values).toFixed(0)} ms (${sorted[0]?.toFixed(0)} to ${sorted.at(-1)?.toFixed(0)}, ${values.length} rounds)`;
};

/** When the program's process started [ms since 1970], to the clock tick of 10 ms. */
function startOfProcess(): number {
  const pid = execFileSync('pgrep', ['-n', '-f', `^${application}`], { encoding: 'utf8' }).trim();
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  const ticks = Number(fields[19]);
  const boot = Number(/btime (\d+)/.exec(readFileSync('/proc/stat', 'utf8'))?.[1]);
  // btime is in whole seconds; the uptime says what it leaves out.
  const uptime = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
  const exactBoot = Date.now() - uptime * 1000;
  return (Math.abs(exactBoot - boot * 1000) < 2000 ? exactBoot : boot * 1000) + ticks * 10;
}

async function start(): Promise<number> {
  const window = await Window.open();
  try {
    // The mark may come after the driver has been let in.
    const ready = await window.driver.wait(() =>
      window.driver.executeScript<number | null>(`
        const mark = performance.getEntriesByName('interactive')[0];
        return mark ? performance.timeOrigin + mark.startTime : null;
      `),
    );
    return Number(ready) - startOfProcess();
  } finally {
    await window.close();
  }
}

/** Milliseconds from pressing Run to the first bands, and to the end, of one option of Birmingham. */
async function run(options: number): Promise<{ first: number; whole: number }> {
  const window = await Window.open();
  try {
    await window.click('button', 'Open and see its results');
    await window.sees(/simulated futures of each option, [\d.]+ s/);
    await window.fill('textbox', 'Simulated futures of each option', '1000');
    await window.driver.executeScript(`
      const boxes = [...document.querySelectorAll('main input[type=checkbox]')];
      boxes.slice(${options}).filter((box) => box.checked).forEach((box) => box.click());
    `);
    await window.driver.manage().setTimeouts({ script: 120_000 });
    return await window.driver.executeAsyncScript<{ first: number; whole: number }>(`
      const done = arguments[arguments.length - 1];
      const button = [...document.querySelectorAll('main button')].find((one) => /^Run \\d|^Run$/.test(one.textContent.trim()));
      const start = performance.now();
      let first = null;
      // Seldom, and without asking for the layout: who watches takes no time from what is watched.
      const watch = setInterval(() => {
        const marks = performance.getEntriesByName('run:first-bands');
        if (first === null && marks.length > 0 && marks.at(-1).startTime > start) first = marks.at(-1).startTime - start;
        const said = document.querySelector('aside[aria-label="Options and simulation"]').textContent;
        if (first === null || !/1,000 simulated futures(?: of each option)?, [\\d.]+ s/.test(said)) return;
        clearInterval(watch);
        requestAnimationFrame(() => done({ first, whole: performance.now() - start }));
      }, 20);
      performance.clearMarks('run:first-bands');
      button.click();
    `);
  } finally {
    await window.close();
  }
}

/** From each key press on a slider of Birmingham to its first bands [ms], and bands drawn a second during a drag. */
async function slide(presses: number): Promise<{ presses: number[]; bandsPerSecond: number }> {
  const window = await Window.open();
  try {
    await openWhatIf(window);
    await focusSlider(window, band6Slider);
    await window.driver.executeScript(`
      window.presses_ = [];
      addEventListener('keydown', ({ timeStamp }) => {
        performance.clearMarks('what-if:bands');
        window.presses_.push(timeStamp);
      }, true);
    `);
    const times: number[] = [];
    for (let press = 0; press < presses; press += 1) {
      await window.press(press % 12 < 6 ? Key.ARROW_RIGHT : Key.ARROW_LEFT);
      const shown = () =>
        window.driver.executeScript<number | null>(`
          const [first] = performance.getEntriesByName('what-if:bands');
          return first ? first.startTime - window.presses_.at(-1) : null;
        `);
      // Where the slider stands where it began there is nothing to simulate.
      if (press % 12 !== 11) times.push((await window.driver.wait(shown, 20_000)) ?? Number.NaN);
      await window.driver.sleep(400);
    }
    await window.driver.executeScript("performance.clearMarks('what-if:bands')");
    let drag = window.driver.actions({ async: true }).move({ origin: await thumbOf(window, band6Slider) }).press();
    for (let at = 0; at < 60; at += 1) drag = drag.move({ origin: Origin.POINTER, x: at % 20 < 10 ? 5 : -5, y: 0, duration: 30 });
    await drag.release().perform();
    const marks = await window.driver.executeScript<number[]>(
      "return performance.getEntriesByName('what-if:bands').map((mark) => mark.startTime)",
    );
    const seconds = ((marks.at(-1) ?? 0) - (marks[0] ?? 0)) / 1000;
    return { presses: times, bandsPerSecond: (marks.length - 1) / seconds };
  } finally {
    await window.close();
  }
}

/** Median and 95th percentile of the time between frames [ms] while one step of many is dragged. */
async function drag(steps: number): Promise<{ median: number; p95: number; frames: number }> {
  const file = join(mkdtempSync(join(tmpdir(), 'pathloom-bench-')), 'long.pathloom');
  writeFileSync(file, longPathway(steps));
  const window = await Window.open({ file });
  try {
    await window.chord('\uE009', '2');
    await window.driver.wait(async () => (await window.look('button', 'Add contacts')) !== null, 20_000);
    await window.driver.sleep(1500);
    const node = await window.driver.findElement({ css: '.react-flow__node' });
    await window.driver.executeScript(`
      window.frames_ = [];
      let last = performance.now();
      const tick = (now) => { window.frames_.push(now - last); last = now; window.ticking_ = requestAnimationFrame(tick); };
      window.ticking_ = requestAnimationFrame(tick);
    `);
    let actions = window.driver.actions({ async: true }).move({ origin: node }).press();
    for (let at = 0; at < 60; at += 1) {
      actions = actions.move({ origin: Origin.POINTER, x: at % 2 ? 6 : 9, y: at % 3 ? 5 : -2, duration: 30 });
    }
    await actions.release().perform();
    const frames = await window.driver.executeScript<number[]>('cancelAnimationFrame(window.ticking_); return window.frames_');
    const used = frames.slice(5);
    const sorted = used.toSorted((a, b) => a - b);
    return { median: median(used), p95: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN, frames: used.length };
  } finally {
    await window.close();
  }
}

const stop = await display();
try {
  const starts: number[] = [];
  for (let round = 0; round < rounds; round += 1) starts.push(await start());
  console.log(`start to the first screen that answers      ${spread(starts)}`);
  for (const options of [1, 4]) {
    const runs: { first: number; whole: number }[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await run(options));
    const name = `Birmingham, ${options} option${options > 1 ? 's' : ''}`;
    console.log(`${name}: Run to first bands          ${spread(runs.map((one) => one.first))}`);
    console.log(`${name}: Run to 1,000 futures of each ${spread(runs.map((one) => one.whole))}`);
  }
  const { presses, bandsPerSecond } = await slide(rounds * 6);
  const within = presses.filter((press) => press < 100).length;
  console.log(`Birmingham: a step of a slider to its bands    ${spread(presses)}, ${within} within 100 ms`);
  console.log(`Birmingham: bands drawn while a slider is dragged ${bandsPerSecond.toFixed(1)} a second`);
  for (const steps of [100, 300]) {
    const { median: middle, p95, frames } = await drag(steps);
    console.log(`dragging one of ${steps} steps: frame median ${middle.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms, ${frames} frames`);
  }
} finally {
  stop();
}
