import { type KeyboardEvent, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { likelyOf } from '@/document/estimate';
import { FigureField } from '@/document/fields/figure-field';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Estimate, Role, SkilledRole } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { classNames } from '@/shared/components/class-names';
import popover from '@/shared/components/popover.module.css';
import { Select } from '@/shared/components/select';
import { formatNumber } from '@/shared/format';
import { ordinal, type SkillRow } from './skills';
import styles from './skills-grid.module.css';

/** What can be done with a cell. */
export interface SkillEdits {
  /** Says that the role can do the work, or that it cannot. */
  toggle: () => void;
  /** Makes the role the nth choice. */
  prefer: (choice: number) => void;
  setTime: (value: Estimate, label: string) => void;
}

export interface SkillCellProps {
  row: SkillRow;
  role: Role;
  /** Where it is, for the arrow keys: `2-0`. */
  cell: string;
  /** Whether it is the one in the tab order. */
  isCurrent: boolean;
  onEnter: () => void;
  edits: SkillEdits;
}

export function SkillCell({ row, role, cell, isCurrent, onEnter, edits }: SkillCellProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const at = `work/staff/${row.need}/anyOf/${role.id}`;
  const [path, problem] = [usePlace(at), useProblemAt(at)];
  const place = row.anyOf.findIndex((skilled) => skilled.role === role.id);
  const skilled = row.anyOf[place];

  const onKeyDown = (event: KeyboardEvent) => {
    const choice = /^[1-9]$/.test(event.key) ? Number(event.key) : null;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (choice !== null) edits.prefer(choice);
    else if (event.key === ' ') edits.toggle();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && skilled) edits.toggle();
    else return;
    event.preventDefault();
  };

  return (
    <td className={styles.cell} data-place={path}>
      <button
        ref={button}
        type="button"
        data-cell={cell}
        tabIndex={isCurrent ? 0 : -1}
        className={classNames(
          styles.skill,
          skilled && styles.can,
          place === 0 && styles.first,
          problem && styles.wrong,
        )}
        aria-label={`${role.name} at ${row.stepName}${row.needWords && `, ${row.needWords.toLowerCase()}`}: ${inWords(place, skilled)}`}
        aria-invalid={problem ? true : undefined}
        onFocus={onEnter}
        onClick={() => (skilled ? setIsOpen(true) : edits.toggle())}
        onKeyDown={onKeyDown}
      >
        {skilled ? <Shown place={place} skilled={skilled} /> : <span aria-hidden="true">–</span>}
      </button>
      {skilled && (
        <Popover
          triggerRef={button}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          placement="bottom"
          offset={4}
          className={popover.popover}
        >
          <Dialog className={popover.room} aria-label={`${role.name} at ${row.stepName}`}>
            <SkillEditor {...{ row, role, skilled, place, edits, at }} onClose={() => setIsOpen(false)} />
          </Dialog>
        </Popover>
      )}
    </td>
  );
}

function Shown({ place, skilled }: { place: number; skilled: SkilledRole }) {
  const percent = likelyOf(skilled.timePercent);
  return (
    <>
      <span className={styles.choice}>{ordinal(place + 1)}</span>
      {percent !== 100 && <span className={styles.time}>{formatNumber(percent, 0)}% of the time</span>}
    </>
  );
}

function inWords(place: number, skilled: SkilledRole | undefined): string {
  if (!skilled) return 'cannot do it';
  return `${ordinal(place + 1)} choice, takes ${formatNumber(likelyOf(skilled.timePercent), 0)}% of the time`;
}

interface SkillEditorProps {
  row: SkillRow;
  role: Role;
  skilled: SkilledRole;
  place: number;
  at: string;
  edits: SkillEdits;
  onClose: () => void;
}

/** The order of preference and the speed of a role at a step. */
function SkillEditor({ row, role, skilled, place, at, edits, onClose }: SkillEditorProps) {
  const choices = row.anyOf.map((_, index) => ({ id: String(index + 1), label: `${ordinal(index + 1)} choice` }));
  const remove = () => {
    onClose();
    edits.toggle();
  };
  return (
    <div className={styles.editor}>
      <h3>
        {role.name} at {row.stepName}
      </h3>
      <Select
        label="Order of preference"
        value={String(place + 1)}
        options={choices}
        onChange={(choice) => edits.prefer(Number(choice))}
      />
      <FigureField
        layout="stacked"
        label="Time it takes, of the step’s own"
        value={skilled.timePercent}
        at={`${at}/timePercent`}
        unit="%"
        min={0}
        step={5}
        onChange={edits.setTime}
      />
      <Button size="small" onPress={remove}>
        Cannot do it
      </Button>
    </div>
  );
}
