import { Button as AriaButton } from 'react-aria-components/Button';
import { Popover } from '@/shared/components/popover';
import { TextField } from '@/shared/components/text-field';
import styles from './project-name.module.css';
import type { OpenProject } from './session';

/** Longest name that still reads well on a card and in the top bar. Chosen. */
const longestName = 120;

/** What the open project is called; pressing it gives it another name. */
export function ProjectName({ project, onRename }: { project: OpenProject; onRename: (name: string) => void }) {
  const { name, origin } = project;
  const button = (
    <AriaButton className={styles.button} aria-label={`${name}, change its name`}>
      {name}
    </AriaButton>
  );
  return (
    <div className={styles.project}>
      <Popover label="Name of the project" trigger={button}>
        <div className={styles.room}>
          <TextField
            label="Name of the project"
            value={name}
            onCommit={(wanted) => (wanted.trim() === '' ? false : onRename(wanted.trim()))}
            maxLength={longestName}
            autoFocus
          />
        </div>
      </Popover>
      {origin && <span className={styles.origin}>{origin}</span>}
    </div>
  );
}
