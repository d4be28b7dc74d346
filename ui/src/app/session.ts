import type { Theme } from '@/ipc/bindings';

/**
 * What the window's frame needs to know of the open project, and what it can ask for. The frame draws this and holds
 * nothing of it: the document store answers.
 */

/** The project that is open. */
export interface OpenProject {
  name: string;
  /** Where it began, when that is worth a word: "worked example". */
  origin: string | null;
}

/** Where the autosave stands. */
export type SavedState =
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  /** The last change is not on the disk; `retry` tries again. */
  | { kind: 'failed'; retry: () => void };

/** One step back or forward: what it would take back or do again, and how. */
export interface HistoryStep {
  label: string;
  run: () => void;
}

/** Simulating the chosen options. */
export type RunControl =
  | { kind: 'ready'; start: () => void }
  /** `why` says in words what to do first. */
  | { kind: 'unavailable'; why: string }
  | { kind: 'running'; share: number; stop: () => void };

/** What the File menu asks for. */
export interface FileRequests {
  /** Begins an empty pathway. */
  begin: () => void;
  /** Asks for a file and opens it. */
  open: () => void;
  /** Asks where to, and writes the open project there as a file. */
  saveCopy: () => void;
}

export interface Session {
  project: OpenProject | null;
  /** Gives the open project another name. */
  rename: (name: string) => void;
  files: FileRequests;
  saved: SavedState | null;
  undo: HistoryStep | null;
  redo: HistoryStep | null;
  run: RunControl;
  theme: Theme;
  setTheme: (theme: Theme) => void;
  /** Whether charts begin as tables. */
  chartTables: boolean;
  setChartTables: (areShown: boolean) => void;
}
