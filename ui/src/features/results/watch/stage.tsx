import {
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Design } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format';
import { useClock, useClockWeek, walkDaysAt } from './clock';
import { coloursOf, paintPeople } from './paint-people';
import { kept, largestPiles, type Playback, underWay, waiting } from './playback';
import { type Card, sceneOf } from './scene';
import styles from './stage.module.css';

interface StageProps {
  /** Steps in the order of the replay. */
  design: Pick<Design, 'steps' | 'links'>;
  playback: Playback;
  weeksPerSecond: number;
  /** Somebody with a ring round them. */
  followed: number | null;
  onFollow: (person: number) => void;
}

/** The drawn pathway with everybody on it, a dot each. */
export function Stage({ design, playback, weeksPerSecond, followed, onFollow }: StageProps) {
  const room = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const counts = useRef<HTMLDivElement>(null);
  const size = useRoomSize(room);
  const largest = useMemo(() => largestPiles(playback.replay), [playback]);
  const scene = useMemo(() => sceneOf({ design, largest, ...size }), [design, largest, size]);
  const walkDays = walkDaysAt(weeksPerSecond);

  const paint = useCallback(() => {
    const brush = canvas.current?.getContext('2d');
    if (!brush || !canvas.current) return;
    playback.seek(useClock.getState().day, walkDays);
    const ratio = globalThis.devicePixelRatio || 1;
    brush.setTransform(ratio, 0, 0, ratio, 0, 0);
    paintPeople(brush, { scene, playback, colours: coloursOf(canvas.current), walkDays, followed });
    if (counts.current) writeCounts(counts.current, playback);
  }, [playback, scene, walkDays, followed]);

  useLayoutEffect(() => {
    playback.placeOn(scene.spotOf, scene.entryOf, walkDays);
  }, [playback, scene, walkDays]);

  useLayoutEffect(() => {
    paint();
    return useClock.subscribe(paint);
  }, [paint]);
  usePaintOnTheme(paint);

  const pick = (event: PointerEvent<HTMLCanvasElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const person = nearest(playback, { x: event.clientX - left, y: event.clientY - top }, walkDays);
    if (person !== null) onFollow(person);
  };

  const ratio = globalThis.devicePixelRatio || 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section ref={room} className={styles.room} aria-label="The pathway with the people on it" tabIndex={0}>
      <div className={styles.scene} style={{ width: scene.width, height: scene.height }}>
        <svg className={styles.links} width={scene.width} height={scene.height} aria-hidden="true">
          {scene.links.map(({ id, path }) => (
            <path key={id} d={path} />
          ))}
        </svg>
        <div ref={counts} aria-hidden="true">
          {scene.cards.map((card) => (
            <StepCard key={card.id} card={card} />
          ))}
        </div>
        <canvas
          ref={canvas}
          className={styles.people}
          width={Math.round(scene.width * ratio)}
          height={Math.round(scene.height * ratio)}
          style={{ width: scene.width, height: scene.height }}
          onPointerDown={pick}
          role="img"
          aria-label="People as dots"
        />
        <SpokenStage design={design} playback={playback} />
      </div>
      {scene.isCut && (
        <p className={styles.note}>Some lists are longer than their room here: the numbers count everybody.</p>
      )}
    </section>
  );
}

function StepCard({ card: { name, kind, x, y, width, height } }: { card: Card }) {
  return (
    <div className={styles.card} data-kind={kind} style={{ left: x, top: y, width, height }} title={name}>
      <span className={styles.name}>{name}</span>
      <span className={styles.counts} data-counts="" />
    </div>
  );
}

/** Writes the numbers on the cards without drawing the page anew: this happens in every frame. */
function writeCounts(room: HTMLElement, playback: Playback): void {
  const places = room.querySelectorAll<HTMLElement>('[data-counts]');
  for (const [step, place] of places.entries()) {
    const words = countWords(playback, step);
    if (place.textContent !== words) place.textContent = words;
  }
}

function countWords(playback: Playback, step: number): string {
  const parts: [number, string][] = [
    [playback.pile(step, waiting).length, 'waiting'],
    [playback.pile(step, underWay).length, 'under way'],
    [playback.pile(step, kept).length, 'kept'],
    [playback.leftAt(step), 'so far'],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatNumber(count, 0)} ${word}`)
    .join('\n');
}

/** The same for whoever does not see it, while the clock stands still. */
function SpokenStage({ design, playback }: Pick<StageProps, 'design' | 'playback'>) {
  const week = useClockWeek();
  const isPlaying = useClock((clock) => clock.isPlaying);
  if (isPlaying) return null;
  const steps = design.steps.flatMap(({ name }, step) => {
    const words = countWords(playback, step).replaceAll('\n', ', ');
    return words === '' ? [] : [`${name}: ${words}.`];
  });
  return (
    <p className={styles.unseen}>
      Week {week}. {steps.join(' ')}
    </p>
  );
}

/** From a dot to where it was pressed, at most; chosen for a finger [px]. */
const reach = 12;

function nearest(playback: Playback, at: { x: number; y: number }, walkDays: number): number | null {
  let best: number | null = null;
  let least = reach;
  for (let person = 0; person < playback.people; person += 1) {
    const point = playback.pointOf(person, walkDays);
    const away = point ? Math.hypot(point.x - at.x, point.y - at.y) : Number.POSITIVE_INFINITY;
    if (away < least) [best, least] = [person, away];
  }
  return best;
}

const usualLetters = 16;

/** The room for the scene and the size of the letters in it. */
function useRoomSize(room: RefObject<HTMLElement | null>): Pick<Parameters<typeof sceneOf>[0], 'room' | 'textScale'> {
  const [size, setSize] = useState({ room: { width: 900, height: 520 }, textScale: 1 });
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const measure = () => {
      const letters = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || usualLetters;
      const [width, height] = [element.clientWidth, element.clientHeight];
      if (width > 0 && height > 0) setSize({ room: { width, height }, textScale: letters / usualLetters });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [room]);
  return size;
}

/** Paints anew when the page changes between light and dark: a canvas keeps the colours it was painted in. */
function usePaintOnTheme(paint: () => void): void {
  useEffect(() => {
    const observer = new MutationObserver(paint);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, [paint]);
}
