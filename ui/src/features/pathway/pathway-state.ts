import { create } from 'zustand';
import type { Copied } from './edits/copies';
import type { Guides } from './graph/guides';

/** What this screen remembers for the sitting: none of it is saved with the document or undone. */
interface PathwayState {
  view: 'graph' | 'table';
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
  view: 'graph',
  panelWidth: 23,
  copied: null,
  pastes: 0,
  renaming: null,
  connecting: null,
  revealing: null,
  guides: noGuides,
  overTier: null,
}));
