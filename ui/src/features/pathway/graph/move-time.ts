/** How long the canvas takes to move to another place [ms]; no time for people who asked for less motion. */
export function moveTime(): number {
  return globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;
}
