import axe from 'axe-core';

/** What axe finds wrong with a part of the page, as short sentences. For tests. */
export async function accessibilityFaults(room: Element): Promise<string[]> {
  const { violations } = await axe.run(room, {
    rules: {
      // jsdom draws nothing to measure; tokens.test.ts measures every pair of colours instead.
      'color-contrast': { enabled: false },
      // A part of a page is no page.
      region: { enabled: false },
    },
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
}
