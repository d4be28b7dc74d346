import { type RefObject, useLayoutEffect, useState } from 'react';

/** Room a chart may fill, in pixels, and how much larger than usual the reader's text is. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly textScale: number;
}

/** Room taken where nothing is laid out: before the first layout, and in tests. */
const UNMEASURED: ChartSize = { width: 640, height: 280, textScale: 1 };

/** Follows the room of an element. A hidden element keeps the room it had, so that it can still be copied as an image. */
export function useChartSize(element: RefObject<HTMLElement | null>): ChartSize {
  const [size, setSize] = useState(UNMEASURED);
  useLayoutEffect(() => {
    const observed = element.current;
    if (observed === null) return;
    const measure = () => setSize((before) => measured(observed, before));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(observed);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

function measured(element: HTMLElement, before: ChartSize): ChartSize {
  const { clientWidth, clientHeight } = element;
  const textScale = (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
  const after: ChartSize = {
    width: clientWidth || before.width,
    height: clientHeight || before.height,
    textScale,
  };
  const same = after.width === before.width && after.height === before.height && after.textScale === before.textScale;
  return same ? before : after;
}
