import { useEffect, useMemo } from 'react';
import { chosenOf, useLeftOut } from '@/document/chosen-options';
import { allSaved, edit, redo, type Saving, undo, useDocument } from '@/document/document';
import { stopRun, useRuns } from '@/document/runs';
import { putSettings, useSettings } from '@/document/settings';
import { originOf } from '@/features/start/start-data';
import type { ServiceOption } from '@/ipc/bindings';
import { useTablesShown } from '@/shared/charts/figure/tables-shown';
import { goTo } from '@/shared/navigation/navigation';
import { createProject, pickFile, runChosenOptions, saveCopy, useLibrary } from './library';
import type { FileRequests, HistoryStep, OpenProject, RunControl, SavedState, Session } from './session';

/** The session as the document store and the library have it. */
export function useSession(): Session {
  const project = useProject();
  const saved = useSaved();
  const history = useHistory();
  const run = useRun();
  const theme = useSettings(({ settings }) => settings?.theme ?? 'system');
  const chartTables = useSettings(({ settings }) => settings?.showChartTables ?? false);
  useEffect(() => useTablesShown.setState({ areShown: chartTables }), [chartTables]);
  return useMemo(
    () => ({ project, saved, ...history, run, theme, setTheme, chartTables, setChartTables, rename, files }),
    [project, saved, history, run, theme, chartTables],
  );
}

const setTheme: Session['setTheme'] = (theme) => void putSettings({ theme });

const setChartTables: Session['setChartTables'] = (showChartTables) => void putSettings({ showChartTables });

const rename: Session['rename'] = (name) =>
  edit('Rename the project', (draft) => {
    draft.name = name;
  });

const files: FileRequests = {
  begin: () => void createProject({ kind: 'blank', name: 'New pathway' }, 'pathway'),
  open: () => void pickFile(),
  saveCopy: () => void saveCopy(),
};

function useProject(): OpenProject | null {
  const id = useDocument((document) => document.id);
  const name = useDocument((document) => document.project?.name);
  const source = useLibrary(({ view }) => view?.projects.find((project) => project.id === id)?.source);
  return useMemo(
    () => (name === undefined ? null : { name, origin: source ? originOf(source) : null }),
    [name, source],
  );
}

function useSaved(): SavedState | null {
  const saving = useDocument((document) => document.saving);
  const changedAt = useDocument((document) => document.state?.changedAt);
  return useMemo(() => (changedAt === undefined ? null : savedState(saving, changedAt)), [saving, changedAt]);
}

function savedState(saving: Saving, changedAt: string): SavedState {
  if (saving === 'failed') return { kind: 'failed', retry: () => void allSaved() };
  return saving === 'saving' ? { kind: 'saving' } : { kind: 'saved', at: new Date(changedAt) };
}

function useHistory(): { undo: HistoryStep | null; redo: HistoryStep | null } {
  const undoLabel = useDocument((document) => document.state?.undo ?? null);
  const redoLabel = useDocument((document) => document.state?.redo ?? null);
  return useMemo(
    () => ({
      undo: undoLabel === null ? null : { label: undoLabel, run: () => void undo() },
      redo: redoLabel === null ? null : { label: redoLabel, run: () => void redo() },
    }),
    [undoLabel, redoLabel],
  );
}

function useRun(): RunControl {
  const options = useDocument(({ project }) => project?.options ?? noOptions);
  const leftOut = useLeftOut();
  const hasOptions = options.length > 0;
  const hasChosen = chosenOf(options, leftOut).length > 0;
  // To the whole percent, so that the frame is not drawn anew for every handful of simulated futures.
  const percent = useRuns(({ underWay }) => underWay && Math.floor((100 * underWay.finished) / underWay.asked));
  return useMemo(() => {
    if (percent !== null) return { kind: 'running', share: percent / 100, stop: stopRun };
    if (!hasOptions) return { kind: 'unavailable', why: 'Add an option to simulate' };
    if (!hasChosen) return { kind: 'unavailable', why: 'Mark an option to simulate' };
    return { kind: 'ready', start: runAndShow };
  }, [percent, hasOptions, hasChosen]);
}

const noOptions: readonly ServiceOption[] = [];

function runAndShow(): void {
  runChosenOptions();
  goTo('results');
}
