import '@/shared/styles/tokens.css';
import '@/shared/styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/app';
import { openLibrary, openProject, refreshLists } from '@/app/library';
import { showUnhandledErrors } from '@/app/unhandled';
import { useSession } from '@/app/use-session';
import { views } from '@/app/views';
import { onDocumentError } from '@/document/document';
import { followResults, onRunError } from '@/document/runs';
import { client } from '@/ipc/client';
import { runAction } from '@/shared/actions/actions';
import { noteShown } from '@/shared/moments';
import { showError } from '@/shared/notices/notices';

function Window() {
  return <App session={useSession()} views={views} />;
}

showUnhandledErrors();
onDocumentError(showError);
onRunError(showError);
followResults();
client().onMenu(runAction);
client().onOpened((id) => void openProject(id, 'pathway').then(refreshLists), showError);

const root = document.getElementById('root');
if (!root) throw new Error('the page has no place for the window');
createRoot(root).render(
  <StrictMode>
    <Window />
  </StrictMode>,
);
void openLibrary().then(() => noteShown('interactive'));
