import { useEffect } from 'react';
import type { StartRequests } from '@/features/start/start-data';
import { StartScreen } from '@/features/start/start-screen';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { showError } from '@/shared/notices/notices';
import {
  createProject,
  deleteProject,
  duplicateProject,
  openLibrary,
  openProject,
  refreshLists,
  restoreProject,
  runChosenOptions,
  useLibrary,
} from './library';

/** Start, with what the library has. */
export function StartView() {
  const { view, hasFailed } = useLibrary();
  useEffect(() => {
    // Edits since Start was last seen have changed when a project was changed last.
    if (useLibrary.getState().view) refreshLists().catch(showError);
  }, []);

  if (hasFailed) return <NoLibrary />;
  if (!view) return null;
  return (
    <StartScreen
      projects={view.projects}
      deleted={view.deleted}
      templates={view.shelf.filter(({ kind }) => kind === 'template')}
      examples={view.shelf.filter(({ kind }) => kind === 'example')}
      notice={view.notice}
      requests={requests}
      now={new Date()}
    />
  );
}

const requests: StartRequests = {
  openProject: (id) => openProject(id, 'pathway'),
  duplicateProject,
  deleteProject,
  restoreProject,
  openExample: async (id, at) => {
    const isOpen = await createProject({ kind: 'shelf', id }, at);
    if (isOpen && at === 'results') runChosenOptions();
  },
  startFromTemplate: (id) => createProject({ kind: 'shelf', id }, 'pathway'),
  startEmpty: (name) => createProject({ kind: 'blank', name }, 'pathway'),
  openFile: async (file) => createProject({ kind: 'text', name: file.name, text: await file.text() }, 'pathway'),
};

function NoLibrary() {
  return (
    <EmptyState
      title="Your projects could not be read"
      actions={
        <Button variant="primary" onPress={() => void openLibrary()}>
          Try again
        </Button>
      }
    >
      Nothing has been changed. The notice at the lower right says why.
    </EmptyState>
  );
}
