import type { Session } from './session';

/** What the frame is given in its tests. */
const noop = () => {};

export const nothingOpen: Session = {
  project: null,
  rename: noop,
  files: { begin: noop, open: noop, saveCopy: noop },
  saved: null,
  undo: null,
  redo: null,
  run: { kind: 'unavailable', why: 'Add an option to simulate' },
  theme: 'light',
  setTheme: noop,
  chartTables: false,
  setChartTables: noop,
};

export const projectOpen: Session = {
  ...nothingOpen,
  project: { name: 'Children’s OT', origin: 'worked example' },
  saved: { kind: 'saved', at: new Date() },
  undo: { label: 'Move Assessment', run: noop },
  redo: { label: 'WTE of OT band 6', run: noop },
  run: { kind: 'ready', start: noop },
};
