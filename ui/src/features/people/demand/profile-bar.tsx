import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { formatNumber } from '@/shared/format';
import styles from './profile-part.module.css';

export interface ProfileBarProps {
  label: string;
  value: number;
  /** The weight at the top. */
  most: number;
  onCommit: (value: number) => void;
}

const stepOfKey: Record<string, number> = {
  ArrowUp: 5,
  ArrowRight: 5,
  ArrowDown: -5,
  ArrowLeft: -5,
  PageUp: 25,
  PageDown: -25,
};

/** A bar whose height is dragged, or changed with the arrow keys; letting go hands it over once. */
export function ProfileBar({ label, value, most, onCommit }: ProfileBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<number | null>(null);
  const shown = dragged ?? value;

  const weightAt = ({ clientY }: PointerEvent) => {
    const room = bar.current?.getBoundingClientRect();
    if (!room || room.height === 0) return value;
    const share = (room.bottom - clientY) / room.height;
    return Math.min(most, Math.max(0, Math.round((share * most) / 5) * 5));
  };
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragged(weightAt(event));
  };
  const onPointerUp = () => {
    if (dragged !== null && dragged !== value) onCommit(dragged);
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = stepOfKey[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onCommit(Math.max(0, value + by));
  };

  return (
    <div
      ref={bar}
      role="slider"
      tabIndex={0}
      className={styles.track}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={shown}
      aria-valuetext={formatNumber(shown, 1)}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragged !== null && setDragged(weightAt(event))}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDragged(null)}
      onKeyDown={onKeyDown}
    >
      <span className={styles.fill} style={{ height: `${Math.min(100, (shown / most) * 100)}%` }} />
    </div>
  );
}
