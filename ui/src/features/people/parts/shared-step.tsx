import { useState } from 'react';
import type { Design, Project, Step } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Switch } from '@/shared/components/switch';
import { listed } from './listed';
import styles from './shared-step.module.css';
import { type Counterpart, counterparts } from './step-edits';

/** Which designs an edit of a step is made in, and the words and buttons that say so. */
export interface SharedStep {
  /** Ids of the designs that an edit changes. */
  designIds: readonly string[];
  /** Other designs that say the same now. */
  same: readonly Counterpart[];
  /** Other designs that say something else. */
  other: readonly Counterpart[];
  isTogether: boolean;
  setTogether: (isTogether: boolean) => void;
}

/**
 * Who is referred and who waits now is a fact about the service, so a step that says the same in several designs is
 * changed in all of them, until somebody says otherwise.
 */
export function useSharedStep(project: Project, design: Design, step: Step, part: (step: Step) => unknown): SharedStep {
  const [isTogether, setTogether] = useState(true);
  const all = counterparts(project, design.id, step, part);
  const same = all.filter(({ isSame }) => isSame);
  const other = all.filter(({ isSame }) => !isSame);
  const others = isTogether ? same.map(({ designId }) => designId) : [];
  return { designIds: [design.id, ...others], same, other, isTogether, setTogether };
}

interface SharedNoteProps {
  shared: SharedStep;
  /** What it is about: "These referrals". */
  what: string;
  /** Puts the same into designs that say something else. */
  onCopy: (designIds: readonly string[]) => void;
}

/** Says in which designs a change is made, and offers to make them agree. Nothing where there is one design. */
export function SharedNote({ shared, what, onCopy }: SharedNoteProps) {
  const { same, other, isTogether, setTogether } = shared;
  if (same.length + other.length === 0) return null;
  const names = (designs: readonly Counterpart[]) => listed(designs.map(({ designName }) => `“${designName}”`));
  return (
    <div className={styles.note}>
      {same.length > 0 && (
        <Switch isSelected={isTogether} onChange={setTogether}>
          Change {names(same)} too, which {same.length === 1 ? 'says' : 'say'} the same
        </Switch>
      )}
      {other.length > 0 && (
        <p className={styles.differs}>
          <span>
            {what} differ in {names(other)}.
          </span>
          <Button size="small" onPress={() => onCopy(other.map(({ designId }) => designId))}>
            Use the ones here there too
          </Button>
        </p>
      )}
    </div>
  );
}
