import { useEffect } from 'react';
import { actionOfKeys } from './actions';
import { keysOf } from './keys';

/** Listens for the shortcuts of every action on offer. Used once, by the window's frame. */
export function useShortcuts(): void {
  useEffect(() => {
    globalThis.addEventListener('keydown', onKeyDown);
    return () => globalThis.removeEventListener('keydown', onKeyDown);
  }, []);
}

function onKeyDown(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.isComposing || target?.closest(overlays)) return;
  const keys = keysOf(event);
  const action = keys ? actionOfKeys(keys) : undefined;
  if (!action || (isField(target) && belongsToField(target, action.isOutsideFields === true, keys ?? ''))) return;
  event.preventDefault();
  handOverDraft(target);
  action.run();
}

/** What lies over the window has the keyboard to itself. */
const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"]';

function isField(target: Element | null): target is HTMLElement {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

/** Whether a shortcut is the field's own: typing, and taking back what was typed but not handed over. */
function belongsToField(field: HTMLElement, isOutsideFields: boolean, keys: string): boolean {
  if (isOutsideFields || !/^(Mod|Alt|F\d)/.test(keys)) return true;
  return 'draft' in field.dataset && /^Mod\+(Shift\+)?[ZY]$/.test(keys);
}

/** A figure that was typed and not handed over counts before anything else is done. */
function handOverDraft(target: Element | null): void {
  if (!isField(target) || !('draft' in target.dataset)) return;
  target.blur();
  target.focus({ preventScroll: true });
}
