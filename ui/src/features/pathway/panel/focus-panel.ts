import { type Selection, useSelection } from '@/document/selection';

/** The element that holds the side panel. */
export const panelId = 'pathway-panel';

/** Names what is selected: the panel says by it what it shows. */
export function selectionKey({ steps, links }: Pick<Selection, 'steps' | 'links'>): string {
  return [...steps, ...links].join(' ');
}

/** Moves the keyboard to the first field of the side panel. */
export function focusPanel(): void {
  whenShown((panel) => panel.querySelector<HTMLElement>('input, textarea, button')?.focus());
}

/** Moves the keyboard to the name of the step in the side panel. */
export function focusName(): void {
  whenShown((panel) => {
    const field = panel.querySelector<HTMLInputElement>('[data-place$="/name"] input');
    field?.focus();
    field?.select();
  });
}

/** Asks for the keyboard to go to a field of a step: the panel answers once it shows the step. */
export function askForField(steps: readonly string[], links: readonly string[], path: string): void {
  useSelection.setState({ steps, links, field: path });
}

/** The panel follows the selection a moment later: this many frames are waited for it. */
const mostFrames = 60;

function whenShown(act: (panel: HTMLElement) => void, frames = mostFrames): void {
  requestAnimationFrame(() => {
    const panel = document.getElementById(panelId);
    if (panel && panel.dataset.shows === selectionKey(useSelection.getState())) act(panel);
    else if (frames > 0) whenShown(act, frames - 1);
  });
}
