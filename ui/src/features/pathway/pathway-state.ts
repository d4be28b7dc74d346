import { create } from 'zustand';
import { putSettings, useSettings } from '@/document/settings';
import type { Settings } from '@/ipc/bindings';
import type { Copied } from './edits/copies';
import type { Guides } from './graph/guides';

export type PathwayView = 'graph' | 'table';

/** What this screen remembers for the sitting: none of it is saved with the document or undone. */
interface PathwayState {
  /** None until it was chosen in this sitting: it is then as it was left. */
  view: PathwayView | null;
  /** Width of the side panel [rem]. */
  panelWidth: number;
  copied: Copied | null;
  /** How often the copied steps were put down: each time further on. */
  pastes: number;
  /** Id of the step or tier whose name is being typed on the canvas. */
  renaming: string | null;
  /** Id of the step that a link is being drawn from with the keyboard. */
  connecting: string | null;
  /** Id of a step that was just added, and has to be in sight. */
  revealing: string | null;
  /** While steps are dragged: the lines they stand on, and the lane they are over. */
  guides: Guides;
  overTier: string | null;
}

export const noGuides: Guides = { x: [], y: [] };

export const usePathway = create<PathwayState>(() => ({
  view: null,
  panelWidth: 23,
  copied: null,
  pastes: 0,
  renaming: null,
  connecting: null,
  revealing: null,
  guides: noGuides,
  overTier: null,
}));

const asLeft = ({ settings }: { settings: Settings | null }): PathwayView =>
  settings?.showPathwayTable ? 'table' : 'graph';

export function useView(): PathwayView {
  const left = useSettings(asLeft);
  return usePathway(({ view }) => view) ?? left;
}

export function viewNow(): PathwayView {
  return usePathway.getState().view ?? asLeft(useSettings.getState());
}

/** Shows the pathway as a graph or as a table, and the next time too. */
export function showView(view: PathwayView): void {
  usePathway.setState({ view });
  void putSettings({ showPathwayTable: view === 'table' });
}
