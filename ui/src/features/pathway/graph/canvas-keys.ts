import type { KeyboardEvent } from 'react';
import { select, useSelection } from '@/document/selection';
import { gridStep } from '../edits/step-size';
import { focusPanel } from '../panel/focus-panel';
import { nudgeSelection } from '../pathway-commands';
import { usePathway } from '../pathway-state';

/** The element that holds the canvas: it has the keyboard when the step that had it is gone. */
export const canvasId = 'pathway-canvas';

const directions: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** How much further Shift goes. */
const farther = 5;

/**
 * Keys that mean something to the step that has the keyboard; what they do elsewhere is in the table of actions.
 * Arrow keys move, Enter opens its fields, the space bar selects it (with Shift or Control as well as the others).
 */
export function onCanvasKey(event: KeyboardEvent): void {
  if (event.altKey || (event.target instanceof HTMLElement && event.target.matches('input, button'))) return;
  const focused = stepOf(event.target);
  const selected = useSelection.getState().steps;
  const direction = directions[event.key];
  if (direction && !event.ctrlKey && !event.metaKey) {
    if (focused && !selected.includes(focused)) select({ steps: [focused] });
    const far = gridStep * (event.shiftKey ? farther : 1);
    nudgeSelection(direction[0] * far, direction[1] * far);
  } else if (focused && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    select({ steps: [focused] });
    focusPanel();
  } else if (focused && event.key === ' ') {
    select({ steps: event.shiftKey || event.ctrlKey ? toggled(selected, focused) : [focused] });
  } else if (focused && event.key === 'F2') {
    usePathway.setState({ renaming: focused });
  } else {
    // A step that has the keyboard is what Delete and the like are about, unless others were chosen.
    if (focused && selected.length === 0 && (event.key === 'Delete' || event.key === 'Backspace'))
      select({ steps: [focused] });
    return;
  }
  event.preventDefault();
}

function stepOf(target: EventTarget): string | null {
  const node = target instanceof Element ? target.closest('.react-flow__node') : null;
  return node?.getAttribute('data-id') ?? null;
}

function toggled(selected: readonly string[], id: string): string[] {
  return selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id];
}

/** Gives the keyboard back to the canvas when what had it was taken away. */
export function keepKeyboard(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.getElementById(canvasId)?.focus({ preventScroll: true });
  });
}
