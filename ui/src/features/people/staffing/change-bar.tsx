import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { likelyOf } from '@/document/estimate';
import type { PostChange, StaffingMix } from '@/ipc/bindings';
import { classNames } from '@/shared/components/class-names';
import { formatChange } from '@/shared/format';
import { editChange } from './change-edits';
import { changeWords, dayWords, type Grip, movedSpan, type Span } from './timeline';
import styles from './timeline-view.module.css';

export interface ChangeBarProps {
  mix: StaffingMix;
  roleId: string;
  roleName: string;
  startDate: string;
  /** Weeks that the track shows. */
  weeks: number;
  change: PostChange;
  index: number;
  /** Row of the track, from 0. */
  lane: number;
  /** Width of the track [px]. */
  trackWidth: () => number;
}

/** One change as a bar. Its ends, and the whole of it, are dragged or moved with the arrow keys. */
export function ChangeBar(props: ChangeBarProps) {
  const { mix, roleId, roleName, startDate, weeks, change, index, lane, trackWidth } = props;
  // What is dragged is shown here alone until it is let go: one drag is one edit.
  const [dragged, setDragged] = useState<Span | null>(null);
  const span = dragged ?? change;
  const wte = likelyOf(change.wte);
  const until = Math.min(span.untilWeek ?? weeks, weeks);

  const put = (next: Span, isKey: boolean) => {
    if (next.fromWeek === change.fromWeek && next.untilWeek === change.untilWeek) return;
    const label = `Move a change of ${roleName}, ${mix.name}`;
    editChange(label, mix.id, roleId, index, next, isKey ? `change ${mix.id} ${roleId} ${index}` : undefined);
  };
  const gripOf = (grip: Grip) => ({
    onDrag: (pixels: number) => setDragged(movedSpan(change, grip, Math.round((pixels / trackWidth()) * weeks), weeks)),
    onDrop: () => {
      if (dragged) put(dragged, false);
      setDragged(null);
    },
    onStep: (by: number) => put(movedSpan(change, grip, by, weeks), true),
    weeks,
  });
  const weekWords = (week: number) => `week ${week}, ${dayWords(startDate, week)}`;

  return (
    <div
      className={classNames(styles.bar, wte < 0 && styles.fewer)}
      style={{
        left: `${(Math.min(span.fromWeek, weeks) / weeks) * 100}%`,
        width: `${(Math.max(until - span.fromWeek, 0) / weeks) * 100}%`,
        top: `calc(${lane} * var(--lane))`,
      }}
      title={changeWords(wte, span, startDate)}
    >
      <GripHandle
        {...gripOf('whole')}
        className={styles.whole}
        label={`${formatChange(wte, 2)} WTE of ${roleName}, all of it`}
        value={span.fromWeek}
        words={changeWords(wte, span, startDate)}
      />
      <GripHandle
        {...gripOf('from')}
        className={styles.from}
        label={`Start of ${formatChange(wte, 2)} WTE of ${roleName}`}
        value={span.fromWeek}
        words={weekWords(span.fromWeek)}
      />
      <GripHandle
        {...gripOf('until')}
        className={styles.until}
        label={`End of ${formatChange(wte, 2)} WTE of ${roleName}`}
        value={until}
        words={span.untilWeek === null ? 'for good' : weekWords(span.untilWeek)}
      />
      <span className={styles.words} aria-hidden="true">
        {formatChange(wte, 2)} WTE
        {dragged && ` · ${dayWords(startDate, span.fromWeek)}`}
      </span>
    </div>
  );
}

interface GripHandleProps {
  className: string | undefined;
  label: string;
  value: number;
  words: string;
  weeks: number;
  /** Dragged so far to the right [px]. */
  onDrag: (pixels: number) => void;
  onDrop: () => void;
  /** Moved by a key, so many weeks. */
  onStep: (by: number) => void;
}

/** Weeks that each key moves. */
const stepOfKey: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -4,
  PageUp: 4,
};

function GripHandle({ className, label, value, words, weeks, onDrag, onDrop, onStep }: GripHandleProps) {
  const fromX = useRef<number | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    fromX.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (fromX.current !== null) onDrag(event.clientX - fromX.current);
  };
  const drop = () => {
    fromX.current = null;
    onDrop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepOfKey[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onStep(event.shiftKey ? by * 4 : by);
  };
  return (
    <div
      role="slider"
      tabIndex={0}
      className={className}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={weeks}
      aria-valuenow={value}
      aria-valuetext={words}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={onKeyDown}
    />
  );
}
