import { create } from 'zustand';
import { chosenOptionIds } from '@/document/chosen-options';
import { allSaved, showDocument, useDocument } from '@/document/document';
import { startRun } from '@/document/runs';
import { useSettings } from '@/document/settings';
import type { AppView, DocumentView, NewProject, ProjectLists } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { goTo, type ScreenId } from '@/shared/navigation/navigation';
import { notify, showError } from '@/shared/notices/notices';

/** What the program told the window at its start, kept in step since. `null` until it has answered. */
interface LibraryState {
  view: Omit<AppView, 'settings'> | null;
  /** Whether the program could not say. */
  hasFailed: boolean;
}

export const useLibrary = create<LibraryState>(() => ({ view: null, hasFailed: false }));

/** Asks the program what there is, and opens what it was started with. */
export async function openLibrary(): Promise<void> {
  try {
    const { settings, ...view } = await client().appOpen();
    useSettings.setState({ settings });
    useLibrary.setState({ view, hasFailed: false });
    if (view.openFailed) showError(view.openFailed);
    if (view.open) await openProject(view.open, 'pathway');
  } catch (error) {
    useLibrary.setState({ hasFailed: useLibrary.getState().view === null });
    showError(error);
  }
}

/** Reads the lists of projects again, after something outside them changed what they say. */
export async function refreshLists(): Promise<void> {
  const { projects, deleted } = await client().appOpen();
  putLists({ projects, deleted });
}

function putLists(lists: ProjectLists): void {
  useLibrary.setState(({ view }) => ({ view: view && { ...view, ...lists } }));
}

export async function openProject(id: string, screen: ScreenId): Promise<void> {
  await change(() => client().projectOpen(id), screen);
}

/** Makes a project and opens it; whether it was opened. */
export async function createProject(from: NewProject, screen: ScreenId): Promise<boolean> {
  const isOpen = await change(() => client().projectCreate(from), screen);
  await refreshLists();
  return isOpen;
}

/** Asks for a file by the system's dialog and opens it. */
export async function pickFile(): Promise<void> {
  await change(() => client().documentPick(), 'pathway');
  await refreshLists();
}

/**
 * Opens another document in place of the shown one, unless a change to that one is not on the disk yet or the person
 * thought better of it. Whether it was opened.
 */
async function change(open: () => Promise<DocumentView | null>, screen: ScreenId): Promise<boolean> {
  await allSaved();
  if (useDocument.getState().saving === 'failed') {
    notify({
      tone: 'warning',
      title: 'The last change to this project is not saved yet',
      detail: 'It would be lost if another project were opened now.',
      action: { label: 'Try to save again', run: () => void allSaved() },
    });
    return false;
  }
  const opened = await open();
  if (!opened) return false;
  showDocument(opened);
  goTo(screen);
  return true;
}

export async function duplicateProject(id: string): Promise<void> {
  putLists(await client().projectDuplicate(id));
}

export async function deleteProject(id: string): Promise<void> {
  putLists(await client().projectDelete(id));
}

export async function restoreProject(id: string): Promise<void> {
  putLists(await client().projectRestore(id));
}

/** Writes the open project as a file where the person says. */
export async function saveCopy(): Promise<void> {
  const { id } = useDocument.getState();
  if (!id) return;
  await allSaved();
  const path = await client().documentSave(id);
  if (path) notify({ tone: 'success', title: 'A copy was saved', detail: path });
}

/** Simulates the chosen options of the open project, as the settings say. */
export function runChosenOptions(): void {
  const { settings } = useSettings.getState();
  if (!settings) return;
  const { replications, seed } = settings;
  void startRun(chosenOptionIds(), { replications, seed });
}
