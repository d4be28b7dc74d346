import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { type CursorGrid, type CursorPlace, moveCursor, within } from './move-cursor';
import styles from './readable-chart.module.css';

/** What a chart says about one place on it. */
export interface Reading {
  /** The place, in the chart's own pixels: the card stands clear of it. */
  readonly x: number;
  readonly y: number;
  /** Drawn over the chart: lines and dots in the chart's own pixels. */
  readonly marks: ReactNode;
  /** The card beside it. */
  readonly card: ReactNode;
  /** The same in one sentence, read aloud. */
  readonly words: string;
}

export interface ReadableChartProps {
  /** The whole chart in words. */
  summary: string;
  /** What left and right move between: `week`. */
  across: string;
  /** What up and down move between, where there is more than one: `option`. */
  upAndDown?: string;
  grid: CursorGrid;
  width: number;
  height: number;
  /** The place nearest to a point, or null outside the figures. */
  placeAt: (x: number, y: number) => CursorPlace | null;
  read: (place: CursorPlace) => Reading;
  ref: Ref<HTMLDivElement>;
  /** A chart that fills its room, or one as high as what it shows. */
  fills: boolean;
  /** The drawing. */
  children: ReactNode;
}

/**
 * A drawing that can be read at any place with a pointer or with the arrow keys.
 *
 * The drawing is replaced whole when the figures change; the cursor lies over it and moves without drawing it again.
 * Only a key that moves the cursor is read aloud: figures arriving ten times a second are not.
 */
export function ReadableChart({
  summary,
  across,
  upAndDown,
  grid,
  width,
  height,
  placeAt,
  read,
  ref,
  fills,
  children,
}: ReadableChartProps) {
  const [cursor, setCursor] = useState<CursorPlace | null>(null);
  const [spoken, setSpoken] = useState('');
  const keysId = useId();
  const reading = cursor === null ? null : read(within(cursor, grid));

  // What a pointer brought up can be put away without moving it.
  useEffect(() => {
    if (cursor === null) return;
    const onEscape = (event: globalThis.KeyboardEvent) => event.key === 'Escape' && setCursor(null);
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  }, [cursor]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = moveCursor(cursor, event.key, grid);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setCursor(to);
    setSpoken(to === null ? '' : read(to).words);
  };
  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const room = event.currentTarget.getBoundingClientRect();
    setCursor(placeAt(event.clientX - room.left, event.clientY - room.top));
  };

  return (
    <div ref={ref} className={fills ? styles.fills : styles.grows} style={fills ? undefined : { height }}>
      <div role="img" aria-label={summary} className={styles.picture}>
        {children}
      </div>
      <div
        role="application"
        aria-roledescription="chart"
        aria-label={`Read the chart ${across} by ${across}`}
        aria-describedby={keysId}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys read the chart here
        tabIndex={0}
        className={styles.surface}
        onKeyDown={onKeyDown}
        onPointerMove={onPointer}
        onPointerDown={onPointer}
        onPointerLeave={() => setCursor(null)}
        onBlur={() => setCursor(null)}
      >
        {reading && (
          <svg className={styles.marks} width={width} height={height} aria-hidden="true" focusable="false">
            {reading.marks}
          </svg>
        )}
        {reading && <ReadingCard reading={reading} width={width} height={height} />}
      </div>
      <p id={keysId} hidden>
        Left and right change the {across}
        {upAndDown !== undefined && grid.rows > 1 && `, up and down the ${upAndDown}`}; Escape puts the reading away.
      </p>
      <p className={styles.spoken} aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

/** Puts a drawing made outside React into the page, in place of the one before. */
export function PlacedDrawing({ svg }: { svg: SVGSVGElement }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.replaceChildren(svg), [svg]);
  return <div ref={place} className={styles.drawing} />;
}

/** From the edge of the chart to the card, in pixels. */
const EDGE = 4;
/** From the cursor to the card. */
const BESIDE = 14;
/** Room beside the cursor that a card needs; with less it lies at the edge of the chart, over or under what is read. */
const CARD_ROOM = 300;

function ReadingCard({ reading, width, height }: { reading: Reading; width: number; height: number }) {
  return (
    <div className={styles.card} aria-hidden="true" style={cardPlace(reading, width, height)}>
      {reading.card}
    </div>
  );
}

function cardPlace({ x, y }: Reading, width: number, height: number): CSSProperties {
  if (width - x - BESIDE >= CARD_ROOM) return { left: x + BESIDE, top: EDGE };
  if (x - BESIDE >= CARD_ROOM) return { right: width - x + BESIDE, top: EDGE };
  return y > height / 2 ? { right: EDGE, top: EDGE } : { right: EDGE, bottom: EDGE };
}
