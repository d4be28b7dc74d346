import type { Design, Step } from '@/ipc/bindings';
import { kept, type LargestPiles, type Point, underWay, waiting } from './playback';
import { type Cell, stepGrid } from './step-grid';

/** A step on the watched drawing, in pixels. */
export interface Card {
  id: string;
  name: string;
  kind: Step['work']['kind'];
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The drawn pathway, with room at every step for the people there. */
export interface Scene {
  width: number;
  height: number;
  /** In the order of the design's steps. */
  cards: readonly Card[];
  /** Links as paths. */
  links: readonly { id: string; path: string }[];
  /** From the middle of one dot to the next. */
  dot: number;
  /** Whether some pile is larger than its room: the rest of it is not drawn, only counted. */
  isCut: boolean;
  /** Where a person at a place of a pile stands. */
  spotOf: (step: number, doing: number, place: number) => Point;
  /** Whether that place is drawn. */
  isDrawn: (step: number, doing: number, place: number) => boolean;
  /** Where people referred to a step come from. */
  entryOf: (step: number) => Point | null;
}

export interface SceneOf {
  design: Pick<Design, 'steps' | 'links'>;
  /** By step of the design. */
  largest: readonly LargestPiles[];
  /** The room there is, in pixels; a scene too large for it is scrolled. */
  room: { width: number; height: number };
  /** Size of the letters relative to the usual. */
  textScale: number;
}

const smallestColumn = 112;
const widestColumn = 190;
const columnGap = 26;
const cardHeight = 62;
const smallestRow = 118;
const edge = 10;
/** From a card to the dots above or below it. */
const pileGap = 4;
/** Of the room between two cards, what belongs to the people under way, who stand above theirs. */
const shareAbove = 0.32;
/** Sizes a dot may have, largest first: one size for the whole scene, so that piles can be compared. */
const dots = [8, 7, 6, 5, 4.5, 4, 3.5, 3, 2.5, 2];

export function sceneOf({ design, largest, room, textScale }: SceneOf): Scene {
  const cells = stepGrid(design);
  const columns = Math.max(1, ...cells.map(({ column }) => column + 1));
  const rows = Math.max(1, ...cells.map(({ row }) => row + 1));
  const pitchX = clamp((room.width - 2 * edge) / columns, smallestColumn * textScale, widestColumn * textScale);
  const pitchY = Math.max((room.height - 2 * edge) / rows, smallestRow * textScale);
  const height = cardHeight * textScale;
  const width = pitchX - columnGap;
  const above = (pitchY - height) * shareAbove;
  const cards = design.steps.map(({ id, name, work }, at): Card => {
    const { column, row } = cells[at] ?? { column: 0, row: 0 };
    const [x, y] = [edge + column * pitchX + columnGap / 2, edge + row * pitchY + above];
    return { id, name, kind: work.kind, x, y, width, height };
  });
  const sceneHeight = edge * 2 + rows * pitchY;
  const rooms = cards.map((card, at) => roomOf(card, { cells, cards, at, above, sceneHeight }));
  const dot = dots.find((size) => rooms.every((one, at) => fits(one, largest[at], size))) ?? 2;
  const piles = pilesOn(cards, rooms, dot);
  return {
    width: Math.max(room.width, edge * 2 + columns * pitchX),
    height: sceneHeight,
    cards,
    links: linkPaths(design, cards),
    dot,
    isCut: rooms.some((one, at) => !fits(one, largest[at], dot)),
    ...piles,
    entryOf: entries(design, cards),
  };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Room for dots at a card. */
interface PileRoom {
  left: number;
  width: number;
  above: number;
  below: number;
}

interface Surroundings {
  cells: readonly Cell[];
  cards: readonly Card[];
  at: number;
  above: number;
  sceneHeight: number;
}

/** A pile may hang down as far as the next card of its column lets it. */
function roomOf(card: Card, { cells, cards, at, above, sceneHeight }: Surroundings): PileRoom {
  const cell = cells[at];
  const tops = cards.flatMap((other, place) => {
    const isBelow = cells[place]?.column === cell?.column && (cells[place]?.row ?? 0) > (cell?.row ?? 0);
    return isBelow ? [other.y - above] : [];
  });
  const floor = Math.min(sceneHeight - edge, ...tops);
  // A little wider than the card, where there is nothing but links.
  const wider = columnGap / 2 - 4;
  return {
    left: card.x - wider,
    width: card.width + 2 * wider,
    above: above - pileGap - 2,
    below: floor - card.y - card.height - pileGap - 2,
  };
}

const perRow = ({ width }: PileRoom, dot: number) => Math.max(1, Math.floor(width / dot));
const rowsIn = (height: number, dot: number) => Math.max(1, Math.floor(height / dot));

function fits(room: PileRoom, largest: LargestPiles | undefined, dot: number): boolean {
  if (!largest) return true;
  const columns = perRow(room, dot);
  return (
    Math.ceil(largest.waiting / columns) <= rowsIn(room.below, dot) &&
    Math.ceil(largest.underWay / columns) <= rowsIn(room.above, dot)
  );
}

function pilesOn(cards: readonly Card[], rooms: readonly PileRoom[], dot: number): Pick<Scene, 'spotOf' | 'isDrawn'> {
  const isDrawn: Scene['isDrawn'] = (step, doing, place) => {
    const room = rooms[step];
    if (!room || (doing !== waiting && doing !== underWay && doing !== kept)) return false;
    return place < perRow(room, dot) * rowsIn(doing === waiting ? room.below : room.above, dot);
  };
  const spotOf: Scene['spotOf'] = (step, doing, place) => {
    const [card, room] = [cards[step], rooms[step]];
    if (!card || !room) return { x: 0, y: 0 };
    if (!isDrawn(step, doing, place)) return { x: card.x + card.width / 2, y: card.y + card.height / 2 };
    const columns = perRow(room, dot);
    const x = room.left + (room.width - columns * dot) / 2 + ((place % columns) + 0.5) * dot;
    const down = (Math.floor(place / columns) + 0.5) * dot + pileGap;
    return { x, y: doing === waiting ? card.y + card.height + down : card.y - down };
  };
  return { isDrawn, spotOf };
}

function linkPaths({ links }: SceneOf['design'], cards: readonly Card[]): Scene['links'] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return links.flatMap(({ id, from, to }) => {
    const [one, other] = [byId.get(from), byId.get(to)];
    return one && other ? [{ id, path: linkPath(one, other) }] : [];
  });
}

function linkPath(from: Card, to: Card): string {
  const [x0, y0, y1] = [from.x + from.width, from.y + from.height / 2, to.y + to.height / 2];
  const x1 = to.x;
  // Back to a step at the left, or straight down: out at the right and round.
  const bend = x1 > x0 ? (x1 - x0) / 2 : columnGap * 1.4;
  return `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`;
}

/** The first source of referrals upstream of each step, past the splits that nobody stays at. */
function entries({ steps, links }: SceneOf['design'], cards: readonly Card[]): Scene['entryOf'] {
  const kinds = new Map(steps.map(({ id, work }) => [id, work.kind]));
  const points = steps.map(({ id }) => {
    const seen = new Set([id]);
    const toLook = [id];
    for (let to = toLook.shift(); to !== undefined; to = toLook.shift()) {
      for (const { from } of links.filter((link) => link.to === to)) {
        if (kinds.get(from) === 'referrals') return endOf(cards.find((card) => card.id === from));
        if (kinds.get(from) !== 'split' || seen.has(from)) continue;
        seen.add(from);
        toLook.push(from);
      }
    }
    return null;
  });
  return (step) => points[step] ?? null;
}

function endOf(card: Card | undefined): Point | null {
  return card ? { x: card.x + card.width, y: card.y + card.height / 2 } : null;
}
