import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Window } from './window.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations of WCAG 2.2 AA on the page as it is now, each with the elements concerned. */
export async function violations(window: Window): Promise<string[]> {
  await window.driver.executeScript(axeSource);
  const results = await window.driver.executeAsyncScript<AxeResults>(`
    const done = arguments[arguments.length - 1];
    // What a screen reader was just told of an element that has gone since stays for seven seconds, out of sight.
    axe.run({ exclude: [['[data-live-announcer]']] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then(done);
  `);
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join('; ')}`,
  );
}
