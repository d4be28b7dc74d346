import type { Theme } from '@/ipc/bindings';
import type { Action } from '@/shared/actions/actions';
import { lowerFirst } from '@/shared/format/words';
import { goTo } from '@/shared/navigation/navigation';
import { screens } from './screens';
import type { Session } from './session';

/**
 * Everything that can be done wherever one is: the table behind the top bar's buttons, the shortcuts, the native menu
 * (which names an action by its id) and the command list. Screens add their own rows with `useActions` while open.
 */
export function frameActions(session: Session, openCommandList: () => void): Action[] {
  return [
    ...editActions(session),
    ...runActions(session),
    ...goingActions(),
    ...fileActions(session),
    ...viewActions(session, openCommandList),
  ];
}

function editActions({ undo, redo }: Session): Action[] {
  return [
    {
      id: 'edit.undo',
      label: undo ? `Undo ${lowerFirst(undo.label)}` : 'Undo',
      section: 'Edit',
      keys: ['Mod+Z'],
      enabled: undo !== null,
      run: () => undo?.run(),
    },
    {
      id: 'edit.redo',
      label: redo ? `Redo ${lowerFirst(redo.label)}` : 'Redo',
      section: 'Edit',
      keys: ['Mod+Shift+Z', 'Mod+Y'],
      enabled: redo !== null,
      run: () => redo?.run(),
    },
  ];
}

function runActions({ run }: Session): Action[] {
  return [
    {
      id: 'run.start',
      label: 'Run the simulation',
      section: 'Run',
      keys: ['Mod+Enter', 'F5'],
      searchWords: 'simulate start',
      enabled: run.kind === 'ready',
      run: () => {
        if (run.kind === 'ready') run.start();
      },
    },
    {
      id: 'run.stop',
      label: 'Stop the simulation',
      section: 'Run',
      keys: ['Escape'],
      searchWords: 'cancel',
      enabled: run.kind === 'running',
      isOutsideFields: true,
      run: () => {
        if (run.kind === 'running') run.stop();
      },
    },
  ];
}

function goingActions(): Action[] {
  return screens.map(({ id, label, keys }) => ({
    id: `go.${id}`,
    label,
    section: 'Go to',
    keys: [keys],
    run: () => goTo(id),
  }));
}

function fileActions({ project, files }: Session): Action[] {
  return [
    { id: 'project.new', label: 'New pathway', section: 'File', searchWords: 'begin empty blank', run: files.begin },
    { id: 'project.open', label: 'Open a file…', section: 'File', keys: ['Mod+O'], run: files.open },
    {
      id: 'project.save',
      label: 'Save a copy as a file…',
      section: 'File',
      keys: ['Mod+S'],
      searchWords: 'export',
      enabled: project !== null,
      run: files.saveCopy,
    },
    { id: 'project.close', label: 'Back to start', section: 'File', searchWords: 'close', run: () => goTo('start') },
  ];
}

const themeLabels: Record<Theme, string> = {
  system: 'Light or dark as the computer is set',
  light: 'Always light',
  dark: 'Always dark',
};

function viewActions({ theme, setTheme, chartTables, setChartTables }: Session, openCommandList: () => void): Action[] {
  const choices = Object.entries(themeLabels) as [Theme, string][];
  return [
    {
      id: findActionId,
      label: 'Find an action or a step',
      section: 'View',
      keys: ['Mod+K'],
      run: openCommandList,
    },
    {
      id: 'view.theme',
      label: 'Change between light and dark',
      section: 'View',
      searchWords: 'theme colours appearance',
      run: () => setTheme(document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'),
    },
    {
      id: 'view.chartTables',
      label: chartTables ? 'Show charts as drawings' : 'Show charts as tables',
      section: 'View',
      searchWords: 'numbers screen reader',
      run: () => setChartTables(!chartTables),
    },
    ...choices.map(([choice, label]) => ({
      id: `view.theme.${choice}`,
      label,
      section: 'View',
      searchWords: 'theme colours appearance',
      enabled: choice !== theme,
      run: () => setTheme(choice),
    })),
  ];
}

/** Opens the command list, which therefore leaves it out. */
export const findActionId = 'edit.find';
