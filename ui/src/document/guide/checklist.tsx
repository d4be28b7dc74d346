import type { Guide, InputToReplace, Project } from '@/ipc/bindings';
import { Checkbox } from '@/shared/components/checkbox';
import { useDocument } from '../document';
import styles from './guide.module.css';
import { follow, progressWords, tick, useGuideView } from './guide-state';
import { inputOf } from './ticks';

/** The inputs to replace: each leads to its field, and is ticked when its figures change or by hand. */
export function Checklist({ guide }: { guide: Guide }) {
  const project = useDocument((document) => document.project);
  if (!project || guide.replace.length === 0) return null;
  const done = guide.replace.filter((line) => line.done).length;
  return (
    <section className={styles.part} aria-label="Make it mine">
      <div className={styles.partHead}>
        <h3>Make it mine</h3>
        <p className={styles.progress} role="status">
          {progressWords(guide)}
        </p>
      </div>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.done} style={{ width: `${(100 * done) / guide.replace.length}%` }} />
      </div>
      <ul className={styles.lines}>
        {guide.replace.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their position
          <Line key={at} line={line} at={at} project={project} />
        ))}
      </ul>
      <p className={styles.hint}>Press a line to go to its field. It is ticked when its figures change.</p>
    </section>
  );
}

function Line({ line, at, project }: { line: InputToReplace; at: number; project: Project }) {
  const isFollowed = useGuideView(({ followed }) => followed === line.figure);
  const isThere = inputOf(project, line) !== undefined;
  return (
    <li className={styles.line} data-done={line.done || undefined} data-followed={isFollowed || undefined}>
      <Checkbox
        aria-label={`Made mine: ${line.words}`}
        isSelected={line.done}
        onChange={(isSelected) => tick(at, isSelected)}
      />
      {isThere ? (
        <button
          type="button"
          className={styles.link}
          aria-current={isFollowed ? 'step' : undefined}
          onClick={() => follow(line.figure)}
        >
          {line.words}
        </button>
      ) : (
        <span>
          {line.words} <span className={styles.hint}>It is no longer in the document.</span>
        </span>
      )}
    </li>
  );
}
