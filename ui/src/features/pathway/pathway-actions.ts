import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo } from 'react';
import { select, useSelection } from '@/document/selection';
import type { Design } from '@/ipc/bindings';
import { type Action, useActions } from '@/shared/actions/actions';
import { keepKeyboard } from './graph/canvas-keys';
import { moveTime } from './graph/move-time';
import { focusName, focusPanel } from './panel/focus-panel';
import {
  addKind,
  copySelection,
  deleteSelection,
  duplicateSelection,
  pasteCopied,
  selectAll,
  tidy,
} from './pathway-commands';
import { showView, usePathway, useView, viewNow } from './pathway-state';
import { kindOrder, kinds } from './words/kinds';

/**
 * Offers everything that can be done on this screen to shortcuts, the menu and the command list. It draws nothing: it
 * follows the selection, which nothing around it has to.
 */
export function PathwayActions({ design, reveal }: { design: Design; reveal: (stepId: string) => void }): null {
  const steps = useSelection((selection) => selection.steps);
  const links = useSelection((selection) => selection.links);
  const view = useView();
  const hasCopied = usePathway(({ copied }) => copied !== null);
  const { fitView, zoomIn, zoomOut, zoomTo } = useReactFlow();
  const revealing = usePathway((state) => state.revealing);

  useEffect(() => {
    if (revealing === null) return;
    usePathway.setState({ revealing: null });
    reveal(revealing);
  }, [revealing, reveal]);

  const [only] = steps.length === 1 ? steps : [];
  const chosen = steps.length > 0;
  useActions(
    useMemo(
      () => [
        ...adding,
        ...editing({ only, chosen, any: chosen || links.length > 0, hasCopied }),
        {
          id: 'pathway.view',
          label: view === 'graph' ? 'Show the pathway as a table' : 'Show the pathway as a graph',
          section: 'Pathway',
          keys: ['Mod+Shift+T'],
          run: () => showView(view === 'graph' ? 'table' : 'graph'),
        },
      ],
      [only, chosen, links.length, hasCopied, view],
    ),
  );
  useActions(
    useMemo(() => {
      const enabled = view === 'graph';
      const go = (id: string, label: string, keys: string[], run: () => unknown): Action => ({
        id: `pathway.${id}`,
        label,
        section: 'Pathway',
        keys,
        enabled,
        run: () => void run(),
      });
      return [
        go('fit', 'Show the whole pathway', ['Mod+0'], () =>
          fitView({ padding: 0.06, maxZoom: 1, duration: moveTime() }),
        ),
        go('larger', 'Larger', ['Mod++', 'Mod+='], () => zoomIn()),
        go('smaller', 'Smaller', ['Mod+-'], () => zoomOut()),
        go('size', 'At 100%', [], () => zoomTo(1)),
        go('tidy', 'Tidy the pathway', [], tidy),
      ];
    }, [view, fitView, zoomIn, zoomOut, zoomTo]),
  );
  useActions(
    useMemo(
      () =>
        design.steps.map(({ id, name, work }) => ({
          id: `pathway.step.${id}`,
          label: name,
          section: 'Steps',
          searchWords: `step ${kinds[work.kind].label}`,
          run: () => {
            select({ steps: [id] });
            reveal(id);
          },
        })),
      [design.steps, reveal],
    ),
  );
  return null;
}

const adding: readonly Action[] = kindOrder.map((kind) => ({
  id: `pathway.add.${kind}`,
  label: `Add ${kinds[kind].label.toLowerCase()}`,
  section: 'Pathway',
  searchWords: `new step ${kinds[kind].purpose}`,
  run: () => addKind(kind),
}));

function deleteAndGoOn(): void {
  deleteSelection();
  keepKeyboard();
}

/** Typed over on the canvas, and in the panel beside the table. */
function rename(stepId: string | undefined): void {
  if (viewNow() === 'table') focusName();
  else usePathway.setState({ renaming: stepId ?? null });
}

interface Chosen {
  /** Id of the step when exactly one is selected. */
  only: string | undefined;
  /** Whether steps are selected. */
  chosen: boolean;
  /** Whether steps or links are. */
  any: boolean;
  hasCopied: boolean;
}

function editing({ only, chosen, any, hasCopied }: Chosen): Action[] {
  const row = (id: string, label: string, keys: string[], enabled: boolean, run: () => void): Action => ({
    id: `pathway.${id}`,
    label,
    section: 'Pathway',
    keys,
    enabled,
    isOutsideFields: true,
    run,
  });
  return [
    row('connect', 'Connect to…', ['L'], only !== undefined, () => usePathway.setState({ connecting: only ?? null })),
    row('open', 'Go to the fields of the step', [], any, focusPanel),
    row('rename', 'Rename the step', ['F2'], only !== undefined, () => rename(only)),
    row('copy', 'Copy steps', ['Mod+C'], chosen, copySelection),
    row('paste', 'Paste steps', ['Mod+V'], hasCopied, pasteCopied),
    row('duplicate', 'Duplicate steps', ['Mod+D'], chosen, duplicateSelection),
    row('delete', 'Delete', ['Delete', 'Backspace'], any, deleteAndGoOn),
    row('all', 'Select every step', ['Mod+A'], true, selectAll),
    row('clear', 'Select nothing', ['Escape'], any, () => select({})),
  ];
}
