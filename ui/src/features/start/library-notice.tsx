import type { LibraryNotice } from '@/ipc/bindings';
import { Notice } from '@/shared/components/notice';
import styles from './library-notice.module.css';

/** What happened to the list of projects, and what became of each. */
export function LibraryNoticeCard({ notice }: { notice: LibraryNotice }) {
  if (notice.kind === 'tooNew') {
    return (
      <Notice tone="warning" title="Your list of projects was made by a newer version of Pathloom">
        <p>
          It has not been touched (its format is {notice.found}; this version reads up to {notice.supported}). Until you
          update Pathloom, projects you begin here are kept in a list of their own.
        </p>
      </Notice>
    );
  }
  const { rescued, lost, keptAt } = notice;
  return (
    <Notice tone="warning" title="The file with your projects was damaged, and has been set aside">
      {rescued.length > 0 ? (
        <p>These could be read and are below: {rescued.join(', ')}.</p>
      ) : (
        <p>No project in it could be read.</p>
      )}
      {lost.length > 0 && (
        <>
          <p>These parts could not be read:</p>
          <ul className={styles.lost}>
            {lost.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        The damaged file is kept, in case more of it can be recovered: <span className={styles.place}>{keptAt}</span>
      </p>
    </Notice>
  );
}
