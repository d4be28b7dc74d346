import { useSelection } from '@/document/selection';

/** The element that holds the side panel. */
export const panelId = 'pathway-panel';

/** Moves the keyboard to the first field of the side panel, once it shows what is selected. */
export function focusPanel(): void {
  // After the panel was drawn for the new selection.
  requestAnimationFrame(() => {
    document.getElementById(panelId)?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  });
}

/** Moves the keyboard to the name of the step in the side panel. */
export function focusName(): void {
  requestAnimationFrame(() => {
    const field = document.getElementById(panelId)?.querySelector<HTMLInputElement>('[data-place$="/name"] input');
    field?.focus();
    field?.select();
  });
}

/** Asks for the keyboard to go to a field of a step: the panel answers once it shows the step. */
export function askForField(steps: readonly string[], links: readonly string[], path: string): void {
  useSelection.setState({ steps, links, field: path });
}
