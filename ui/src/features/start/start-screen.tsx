import { Beginnings } from './beginnings';
import { FileDrop } from './file-drop';
import { LibraryNoticeCard } from './library-notice';
import { ProjectList } from './project-list';
import type { StartProps } from './start-data';
import styles from './start-screen.module.css';
import { useBusy } from './use-busy';
import { Welcome } from './welcome';
import { WorkedExamples } from './worked-examples';

/**
 * The first screen: what there is to open, and what there is to begin with. Somebody who has no project yet is told in
 * three sentences what the tool does, beside the example that shows it.
 */
export function StartScreen({ projects, deleted, templates, examples, notice, requests, now }: StartProps) {
  const busy = useBusy();
  const isFirstRun = projects.length === 0 && deleted.length === 0;
  const [prominent, ...others] = examples;
  return (
    <FileDrop onFile={(file) => busy.doing('file', () => requests.openFile(file))}>
      <div className={styles.page}>
        {notice && <LibraryNoticeCard notice={notice} />}
        {isFirstRun && <Welcome example={prominent} requests={requests} busy={busy} />}
        {!isFirstRun && <ProjectList projects={projects} deleted={deleted} requests={requests} busy={busy} now={now} />}
        <Beginnings templates={templates} requests={requests} busy={busy} />
        <WorkedExamples examples={isFirstRun ? others : examples} requests={requests} busy={busy} />
      </div>
    </FileDrop>
  );
}
