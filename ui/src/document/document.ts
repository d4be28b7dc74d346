import { type Draft, produce } from 'immer';
import { create } from 'zustand';
import type { DocumentState, DocumentView, Project } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { withTicks } from './guide/ticks';
import { changedSections } from './sections';

/** Whether what is shown is on the disk. */
export type Saving = 'saved' | 'saving' | 'failed';

/** The open document: a mirror of the one the program holds. */
export interface OpenDocument {
  /** Id of the project in the library; none when nothing is open. */
  id: string | null;
  project: Project | null;
  state: DocumentState | null;
  saving: Saving;
  /** Id of the option whose design and staffing are shown. */
  optionId: string | null;
  /** Counts every change of what is shown, saved or not. */
  version: number;
}

const nothing: OpenDocument = {
  id: null,
  project: null,
  state: null,
  saving: 'saved',
  optionId: null,
  version: 0,
};

export const useDocument = create<OpenDocument>(() => nothing);

interface PendingEdit {
  label: string;
  before: Project;
  after: Project;
  coalesce: string | null;
}

/** Edits shown but not yet on the disk, in order. */
let pending: PendingEdit[] = [];
let sending: Promise<void> | null = null;
/** Tells whoever shows errors; set once by the window's frame. */
let tell: (error: unknown) => void = () => undefined;

/** Says who is told when an edit could not be kept. */
export function onDocumentError(hear: (error: unknown) => void): void {
  tell = hear;
}

/** Shows a document that the program has opened. */
export function showDocument({ id, project, state }: DocumentView): void {
  const { version, optionId, id: shownId } = useDocument.getState();
  const kept = shownId === id && project.options.some((option) => option.id === optionId);
  pending = [];
  useDocument.setState({
    id,
    project,
    state,
    saving: 'saved',
    optionId: kept ? optionId : (project.options[0]?.id ?? null),
    version: version + 1,
  });
}

/** Closes the document once everything is on the disk. */
export async function closeDocument(): Promise<void> {
  await allSaved();
  const { version } = useDocument.getState();
  useDocument.setState({ ...nothing, version: version + 1 });
}

/** Chooses the option whose design and staffing are shown. */
export function showOption(optionId: string): void {
  useDocument.setState({ optionId });
}

/**
 * Changes the document: at once on the screen, then on the disk as one step of undo. Lines of the guide's checklist
 * whose input is replaced are ticked with it.
 *
 * @param label what is done, for the undo button: "Move Assessment".
 * @param recipe makes the change on a draft.
 * @param coalesce names what is being changed, where edits in quick succession are one step of undo.
 */
export function edit(label: string, recipe: (draft: Draft<Project>) => void, coalesce?: string): void {
  const { project, version } = useDocument.getState();
  if (!project) return;
  const changed = produce(project, recipe);
  if (changed === project) return;
  const after = withTicks(project, changed);
  pending.push({ label, before: project, after, coalesce: coalesce ?? null });
  useDocument.setState({ project: after, saving: 'saving', version: version + 1 });
  void send();
}

/** Waits until every edit is on the disk, or could not be put there. */
export async function allSaved(): Promise<void> {
  await send();
}

/** Steps through the history, one after another: each names the revision that the one before it led to. */
let stepping: Promise<void> = Promise.resolve();

/** Takes back what was done last. */
export function undo(): Promise<void> {
  stepping = stepping.then(() => step('documentUndo'));
  return stepping;
}

/** Does again what was taken back last. */
export function redo(): Promise<void> {
  stepping = stepping.then(() => step('documentRedo'));
  return stepping;
}

async function step(command: 'documentUndo' | 'documentRedo'): Promise<void> {
  await allSaved();
  const { id, state, saving } = useDocument.getState();
  if (!id || !state || saving === 'failed') return;
  try {
    showDocument(await client()[command](id, state.revision));
  } catch (error) {
    await recover(id, error);
  }
}

/** Sends what is pending, one edit after another: each names the revision that the one before it made. */
function send(): Promise<void> {
  sending ??= sendAll().finally(() => {
    sending = null;
  });
  return sending;
}

async function sendAll(): Promise<void> {
  for (let next = pending[0]; next; next = pending[0]) {
    const { id, state } = useDocument.getState();
    if (!id || !state) return;
    try {
      const edit = { label: next.label, sections: changedSections(next.before, next.after) };
      const saved = await client().documentEdit(id, state.revision, edit, next.coalesce);
      // Another document may have been opened in the meantime: then nothing here is pending any more.
      if (pending[0] !== next) return;
      pending.shift();
      useDocument.setState({ state: saved, saving: pending.length > 0 ? 'saving' : 'saved' });
    } catch (error) {
      if (pending[0] === next) await recover(id, error);
      return;
    }
  }
}

/** After a refusal: what the program holds is shown again, unless the disk is what refused. */
async function recover(id: string, error: unknown): Promise<void> {
  tell(error);
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'storage') {
    // Nothing is lost: the edits stay pending, and go out with the next one or when tried again.
    useDocument.setState({ saving: 'failed' });
    return;
  }
  try {
    showDocument(await client().projectOpen(id));
  } catch (second) {
    tell(second);
    useDocument.setState({ saving: 'failed' });
  }
}
