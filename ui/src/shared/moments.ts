/**
 * Notes a moment on the page's own clock once the next frame is on the screen, for measuring the real window.
 *
 * The first callback runs before the frame that shows what has just changed, the second after it.
 */
export function noteShown(moment: 'interactive' | 'run:first-bands' | 'what-if:bands'): void {
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark(moment)));
}
