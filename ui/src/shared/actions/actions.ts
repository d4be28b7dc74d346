import { useEffect, useId } from 'react';
import { create } from 'zustand';

/** Something the person can do, by a button, a shortcut, the native menu or the command list: one row, one place. */
export interface Action {
  /** Stable: the native menu speaks of an action by it. */
  id: string;
  /** What it does, as a menu says it. */
  label: string;
  /** Groups it in the command list: "Go to", "Project", "Steps". */
  section: string;
  /** `Mod+Shift+Z`; more than one where habits differ. */
  keys?: readonly string[];
  /** Other words people may search for. */
  searchWords?: string;
  enabled?: boolean;
  /** Shortcuts that mean something else while text is being typed: copy, delete, plain letters. */
  isOutsideFields?: boolean;
  run: () => void;
}

interface ActionTable {
  /** By who offers them, in the order in which they came. */
  offered: ReadonlyMap<string, readonly Action[]>;
}

export const useActionTable = create<ActionTable>(() => ({ offered: new Map() }));

/** Offers actions for as long as the component is there. Later offers win where two share a shortcut. */
export function useActions(actions: readonly Action[]): void {
  const source = useId();

  useEffect(() => {
    useActionTable.setState(({ offered }) => ({ offered: new Map(offered).set(source, actions) }));
  }, [source, actions]);

  useEffect(
    () => () =>
      useActionTable.setState(({ offered }) => {
        const rest = new Map(offered);
        rest.delete(source);
        return { offered: rest };
      }),
    [source],
  );
}

/** Every action on offer. */
export function allActions(table: ActionTable): Action[] {
  return [...table.offered.values()].flat();
}

/** Does an action by its id, as the native menu asks for it. Whether there was one to do. */
export function runAction(id: string): boolean {
  const action = allActions(useActionTable.getState()).findLast((one) => one.id === id);
  if (!action || action.enabled === false) return false;
  action.run();
  return true;
}

/** The action that a shortcut stands for. */
export function actionOfKeys(keys: string): Action | undefined {
  return allActions(useActionTable.getState()).findLast(
    (action) => action.enabled !== false && action.keys?.includes(keys),
  );
}
