import { type KeyboardEvent, type PointerEvent, type ReactNode, useId, useRef } from 'react';
import styles from './split-pane.module.css';

/** A main room with a panel at its right whose width the person sets, by pointer or with the arrow keys. */
export interface SplitPaneProps {
  children: ReactNode;
  panel: ReactNode;
  /** Names the panel for a screen reader: "Selected step". */
  panelLabel: string;
  /** Width of the panel in rem, so that it grows with the text. */
  width: number;
  onWidthChange: (width: number) => void;
  minWidth?: number;
  maxWidth?: number;
}

/** How far one arrow key moves the edge, in rem. */
const keyStep = 1;

export function SplitPane(props: SplitPaneProps) {
  const { children, panel, panelLabel, width, onWidthChange, minWidth = 18, maxWidth = 40 } = props;
  const panelId = useId();
  const grip = useRef<{ fromX: number; fromWidth: number } | null>(null);
  const setWidth = (wanted: number) => onWidthChange(Math.min(maxWidth, Math.max(minWidth, wanted)));

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    grip.current = { fromX: event.clientX, fromWidth: width };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!grip.current) return;
    const { fromX, fromWidth } = grip.current;
    setWidth(fromWidth + (fromX - event.clientX) / pixelsPerRem());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = targetOfKey(event.key, width, minWidth, maxWidth);
    if (target === null) return;
    event.preventDefault();
    setWidth(target);
  };

  return (
    <div className={styles.split}>
      <div className={styles.main}>{children}</div>
      {/* biome-ignore lint/a11y/useSemanticElements: a rule cannot be dragged or hold the focus */}
      <div
        role="separator"
        tabIndex={0}
        aria-label={`Width of ${panelLabel}`}
        aria-orientation="vertical"
        aria-controls={panelId}
        aria-valuenow={Math.round(width)}
        aria-valuemin={minWidth}
        aria-valuemax={maxWidth}
        className={styles.edge}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          grip.current = null;
        }}
        onKeyDown={onKeyDown}
      />
      <aside id={panelId} aria-label={panelLabel} className={styles.panel} style={{ width: `${width}rem` }}>
        {panel}
      </aside>
    </div>
  );
}

/** Left widens, because the panel lies at the right. */
function targetOfKey(key: string, width: number, minWidth: number, maxWidth: number): number | null {
  if (key === 'ArrowLeft') return width + keyStep;
  if (key === 'ArrowRight') return width - keyStep;
  if (key === 'Home') return minWidth;
  if (key === 'End') return maxWidth;
  return null;
}

function pixelsPerRem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
