import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type Lettering, lettering, textLine } from '../drawing/lettering';
import { pixel, svgElement } from '../drawing/svg-element';
import { wrapText } from '../drawing/text-width';
import { pointWords, type StarPointShown } from './star-data';

export type StarRoom = Pick<ChartSize, 'width' | 'textScale'>;

/** From the middle to a tip; of a star whose edges run straight from tip to tip, the inner corners lie at 0.382 of it. */
const [TIP, CORNER] = [82, 0.382];
/** The most of the width that half the star takes: the rest is for its words. */
const MOST = 0.21;
/** From a tip to its words. */
const BESIDE = 10;
/** From one tip to the next, clockwise from the top. */
const TURN = (2 * Math.PI) / 5;

interface Place {
  readonly x: number;
  readonly y: number;
}

interface Frame {
  readonly centre: Place;
  readonly reach: number;
  readonly width: number;
  readonly letters: Lettering;
}

/**
 * Draws a star of five points: one that is tagged is filled and counts its changes, one of which there are only
 * proposals is dashed, one of which there is nothing is an outline. What there is stands beside each tip in words.
 */
export function drawStar(points: readonly StarPointShown[], { width, textScale }: StarRoom) {
  const letters = lettering(textScale);
  const reach = Math.min(TIP * textScale, width * MOST);
  const above = 2 * letters.line + BESIDE;
  const frame: Frame = { centre: { x: width / 2, y: above + reach }, reach, width, letters };
  const height = above + reach * (1 + Math.cos(TURN / 2)) + 2 * letters.line;
  const svg = blankDrawing(width, height);
  const drawn = points.map((point, turn) => ({ point, turn }));
  // Neighbours share their edges: the stronger line lies on top.
  for (const { point, turn } of drawn.toSorted((one, other) => strength(one.point) - strength(other.point))) {
    svg.append(...drawPoint(point, turn, frame));
  }
  return { svg, height };
}

function at({ centre, reach }: Frame, turn: number, share: number): Place {
  const angle = turn * TURN - Math.PI / 2;
  return { x: centre.x + Math.cos(angle) * reach * share, y: centre.y + Math.sin(angle) * reach * share };
}

function drawPoint(point: StarPointShown, turn: number, frame: Frame): SVGElement[] {
  const corners = [frame.centre, at(frame, turn - 0.5, CORNER), at(frame, turn, 1), at(frame, turn + 0.5, CORNER)];
  const outline = corners.map(({ x, y }) => `${pixel(x)} ${pixel(y)}`).join('L');
  const kite = svgElement('path', { d: `M${outline}Z`, 'stroke-linejoin': 'round', ...lookOf(point) });
  return [kite, ...countIn(point, turn, frame), ...wordsBeside(point, turn, frame)];
}

const strength = ({ tagged, proposed }: StarPointShown): number => (tagged > 0 ? 2 : proposed > 0 ? 1 : 0);

function lookOf({ tagged, proposed }: StarPointShown) {
  if (tagged > 0) return { fill: 'var(--accent-soft)', stroke: 'var(--accent)', 'stroke-width': 2 };
  if (proposed > 0) {
    return { fill: 'var(--card)', stroke: 'var(--ink-soft)', 'stroke-width': 1.4, 'stroke-dasharray': '4 3' };
  }
  return { fill: 'none', stroke: 'var(--grid)', 'stroke-width': 1.4 };
}

/** How many changes, inside the point. */
function countIn({ tagged }: StarPointShown, turn: number, frame: Frame): SVGElement[] {
  if (tagged === 0) return [];
  const { x, y } = at(frame, turn, 0.45);
  const look = { size: frame.letters.label, fill: 'var(--ink)', anchor: 'middle', weight: 'semibold' } as const;
  return [textLine(String(tagged), x, y, look)];
}

/** The point's name and what there is of it, beside its tip; over the topmost one. */
function wordsBeside(point: StarPointShown, turn: number, frame: Frame): SVGElement[] {
  const { letters, width } = frame;
  const tip = at(frame, turn, 1);
  const isTop = turn === 0;
  const anchor = isTop ? 'middle' : tip.x > frame.centre.x ? 'start' : 'end';
  const x = isTop ? tip.x : tip.x + (anchor === 'start' ? BESIDE : -BESIDE);
  const room = isTop ? width : anchor === 'start' ? width - x : x;
  const name = wrapText(point.name, { room, fontSize: letters.label, weight: 'semibold', lines: isTop ? 1 : 2 });
  const words = wrapText(pointWords(point), { room, fontSize: letters.small, lines: isTop ? 1 : 3 });
  const lines = name.length + words.length;
  const first = isTop ? tip.y - BESIDE - lines * letters.line : tip.y - (lines * letters.line) / 2;
  const middle = (line: number) => first + (line + 0.5) * letters.line;
  return [
    ...name.map((line, row) =>
      textLine(line, x, middle(row), { size: letters.label, fill: 'var(--ink)', anchor, weight: 'semibold' }),
    ),
    ...words.map((line, row) =>
      textLine(line, x, middle(name.length + row), { size: letters.small, fill: 'var(--muted)', anchor }),
    ),
  ];
}
