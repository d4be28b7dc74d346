import { useReactFlow } from '@xyflow/react';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Position } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Tooltip } from '@/shared/components/tooltip';
import { sizeOf } from '../edits/step-size';
import { addKind } from '../pathway-commands';
import { kindOrder, kinds, type StepKind } from '../words/kinds';
import styles from './palette.module.css';

/** How far a press has to move to be a drag [px]. */
const dragFrom = 6;

/** Steps to add: pressed, a step goes beside the selected one; dragged, where it is let go on the canvas. */
export function Palette() {
  const { carried, pick } = useCarry();
  return (
    <div className={styles.palette} role="toolbar" aria-label="Add a step">
      {kindOrder.map((kind) => {
        const { label, purpose } = kinds[kind];
        return (
          <span key={kind} className={styles.item} onPointerDownCapture={(event) => pick(event, kind)}>
            <Tooltip words={purpose}>
              <Button size="small" aria-label={`Add ${label.toLowerCase()}`} onPress={() => addKind(kind)}>
                {label}
              </Button>
            </Tooltip>
          </span>
        );
      })}
      {carried && <Ghost {...carried} />}
    </div>
  );
}

interface Carried {
  kind: StepKind;
  /** Where the pointer is in the window. */
  at: Position;
}

/** A step carried by the pointer from the palette. Drag and drop of the browser is not used: the window takes files by it. */
function useCarry() {
  const { screenToFlowPosition } = useReactFlow();
  const [carried, setCarried] = useState<Carried | null>(null);
  const stop = useRef<() => void>(undefined);
  useEffect(() => () => stop.current?.(), []);

  const pick = (event: PointerEvent, kind: StepKind) => {
    if (event.button !== 0) return;
    const from = { x: event.clientX, y: event.clientY };
    let isDrag = false;
    const onMove = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      isDrag ||= Math.hypot(x - from.x, y - from.y) > dragFrom;
      if (isDrag) setCarried({ kind, at: { x, y } });
    };
    const onUp = ({ clientX: x, clientY: y }: globalThis.PointerEvent) => {
      finish();
      const under = document.elementFromPoint(x, y);
      if (!isDrag || !under?.closest('.react-flow')) return;
      const { width, height } = sizeOf(kind);
      const middle = screenToFlowPosition({ x, y });
      addKind(kind, { x: middle.x - width / 2, y: middle.y - height / 2 });
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') finish();
    };
    const finish = () => {
      globalThis.removeEventListener('pointermove', onMove);
      globalThis.removeEventListener('pointerup', onUp);
      globalThis.removeEventListener('pointercancel', finish);
      globalThis.removeEventListener('keydown', onKey);
      setCarried(null);
    };
    globalThis.addEventListener('pointermove', onMove);
    globalThis.addEventListener('pointerup', onUp);
    globalThis.addEventListener('pointercancel', finish);
    globalThis.addEventListener('keydown', onKey);
    stop.current = finish;
  };
  return { carried, pick };
}

function Ghost({ kind, at }: Carried) {
  return (
    <div className={styles.ghost} style={{ transform: `translate(${at.x}px, ${at.y}px)` }} aria-hidden="true">
      {kinds[kind].newName}
    </div>
  );
}
