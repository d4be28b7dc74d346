import { useReactFlow } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import type { Design } from '@/ipc/bindings';
import { areaOf, areaRound } from '../edits/step-size';

/** The size at which a pathway that is too large for the canvas begins. Chosen by reading it at 1280 x 800. */
const readableZoom = 0.8;
/** To show all of it, words may be a little smaller than that. */
const leastZoom = 0.68;
/** Left free round the pathway [px]. */
const margin = 36;

/**
 * Shows a design when it is opened: all of it where its words can still be read, otherwise its beginning, readable.
 * The ref is for the element that holds the canvas.
 */
export function useFirstView({ id, steps }: Design) {
  const { setViewport, viewportInitialized } = useReactFlow();
  const room = useRef<HTMLDivElement>(null);
  const shownId = useRef<string | null>(null);
  useLayoutEffect(() => {
    const around = areaRound(steps.map(areaOf));
    if (shownId.current === id || !room.current || !viewportInitialized) return;
    shownId.current = id;
    const { clientWidth, clientHeight } = room.current;
    if (!around) {
      void setViewport({ x: margin, y: margin, zoom: 1 });
      return;
    }
    const fitting = Math.min((clientWidth - 2 * margin) / around.width, (clientHeight - 2 * margin) / around.height);
    const zoom = fitting >= leastZoom ? Math.min(1, fitting) : readableZoom;
    const freeAcross = clientWidth - around.width * zoom;
    const x = Math.max(margin, freeAcross / 2) - around.x * zoom;
    const y = (clientHeight - around.height * zoom) / 2 - around.y * zoom;
    void setViewport({ x, y, zoom });
  }, [id, steps, setViewport, viewportInitialized]);
  return room;
}
