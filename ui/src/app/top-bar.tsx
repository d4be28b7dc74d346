import { Play, Redo2, Search, Square, Undo2 } from 'lucide-react';
import { shownKeys } from '@/shared/actions/keys';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Tooltip } from '@/shared/components/tooltip';
import { formatPercent } from '@/shared/format/numbers';
import { lowerFirst } from '@/shared/format/words';
import { SlotPlace } from '@/shared/slots/slots';
import { ProjectName } from './project-name';
import { SavedWords } from './saved-words';
import type { HistoryStep, RunControl, Session } from './session';
import styles from './top-bar.module.css';

/** What is open, whether it is safe, the way back, the open screen's own buttons, and Run. */
export function TopBar({ session, onFind }: { session: Session; onFind: () => void }) {
  const { project, saved, run } = session;
  return (
    <header className={styles.header}>
      <div className={styles.bar}>
        <span className={styles.wordmark}>Pathloom</span>
        {project && <ProjectName project={project} onRename={session.rename} />}
        <SlotPlace id="switcher" className={styles.slot} />
        <span className={styles.spring} />
        {saved && <SavedWords saved={saved} />}
        {project && <HistoryButtons undo={session.undo} redo={session.redo} />}
        <IconButton
          variant="edged"
          label="Find an action or a step"
          keys={shownKeys('Mod+K')}
          icon={<Search />}
          onPress={onFind}
        />
        <SlotPlace id="screen" className={styles.slot} />
        {project && <RunButton run={run} />}
      </div>
    </header>
  );
}

function HistoryButtons({ undo, redo }: { undo: HistoryStep | null; redo: HistoryStep | null }) {
  const undoLabel = undo ? `Undo ${lowerFirst(undo.label)}` : 'Undo';
  return (
    <div className={styles.group}>
      <Tooltip words={undoLabel} keys={shownKeys('Mod+Z')}>
        <Button icon={<Undo2 />} isDisabled={!undo} onPress={undo?.run} aria-label={undoLabel}>
          <span className={styles.history}>
            Undo{undo && <span className={styles.what}> {lowerFirst(undo.label)}</span>}
          </span>
        </Button>
      </Tooltip>
      <IconButton
        variant="edged"
        label={redo ? `Redo ${lowerFirst(redo.label)}` : 'Redo'}
        keys={shownKeys('Mod+Shift+Z')}
        icon={<Redo2 />}
        isDisabled={!redo}
        onPress={redo?.run}
      />
    </div>
  );
}

function RunButton({ run }: { run: RunControl }) {
  if (run.kind === 'running') {
    return (
      <Button icon={<Square />} onPress={run.stop}>
        <span className={styles.share}>Stop · {formatPercent(run.share)}</span>
      </Button>
    );
  }
  const isReady = run.kind === 'ready';
  const button = (
    <Button
      variant="primary"
      trailing={<Play fill="currentColor" />}
      isDisabled={!isReady}
      onPress={isReady ? run.start : undefined}
    >
      Run
    </Button>
  );
  if (isReady) {
    return (
      <Tooltip words="Simulate the chosen options" keys={shownKeys('Mod+Enter')}>
        {button}
      </Tooltip>
    );
  }
  // A button that cannot be pressed shows no tooltip, so the reason stands beside it.
  return (
    <div className={styles.group}>
      <span className={styles.why}>{run.why}</span>
      {button}
    </div>
  );
}
