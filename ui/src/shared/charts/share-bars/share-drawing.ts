import type { Freshness } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type Lettering, lettering, noteLine, textLine } from '../drawing/lettering';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth, wrapText } from '../drawing/text-width';
import { freshnessNote } from '../words';
import { type ShareRow, shareWords } from './share-data';

export interface ShareRoom extends Freshness, Pick<ChartSize, 'width' | 'textScale'> {}

const [BAR, ABOVE, BETWEEN] = [8, 6, 12];

/** Draws a bar for each share on a track that is the whole, with its interval as a whisker. */
export function drawShares(rows: readonly ShareRow[], room: ShareRoom) {
  const letters = lettering(room.textScale);
  const note = freshnessNote(room);
  let top = note === '' ? 0 : letters.line + 4;
  const drawn: SVGElement[] = [];
  for (const row of rows) {
    const block = drawRow(row, top, letters, room);
    drawn.push(...block.elements);
    top += block.height + BETWEEN;
  }
  const height = Math.max(top - BETWEEN + 2, 1);
  const svg = blankDrawing(room.width, height);
  if (note !== '') svg.append(noteLine(note, 0, letters.line / 2, letters));
  svg.append(...drawn);
  return { svg, height };
}

function drawRow(row: ShareRow, top: number, letters: Lettering, room: ShareRoom) {
  const words = shareWords(row);
  const nameRoom = room.width - textWidth(words, letters.label, 'semibold') - 12;
  // Beside long words a name would be cut to nothing: it gets a line of its own.
  const isBeside = nameRoom > 12 * letters.label;
  const name = wrapText(row.name, {
    room: isBeside ? nameRoom : room.width,
    fontSize: letters.label,
    lines: 2,
  });
  const lines = name.length + (isBeside ? 0 : 1);
  const middle = (line: number) => top + letters.line * (line + 0.5);
  const barTop = top + lines * letters.line + ABOVE;
  const elements = [
    ...name.map((line, at) => textLine(line, 0, middle(at), { size: letters.label, fill: 'var(--ink)' })),
    textLine(words, room.width, middle(lines - 1), {
      size: letters.label,
      fill: row.isClear ? 'var(--ink)' : 'var(--muted)',
      anchor: 'end',
      weight: 'semibold',
    }),
    ...bar(row, barTop, room),
  ];
  return { elements, height: lines * letters.line + ABOVE + BAR };
}

function bar({ share, low, high }: ShareRow, top: number, room: ShareRoom): SVGElement[] {
  const x = (value: number) => pixel(1 + Math.min(Math.max(value, 0), 1) * (room.width - 2));
  const shape = { x: 1, y: pixel(top), height: BAR, rx: BAR / 2 };
  const middle = pixel(top + BAR / 2);
  const cap = (value: number) => `M${x(value)} ${pixel(top - 1)}v${BAR + 2}`;
  return [
    svgElement('rect', { ...shape, width: pixel(room.width - 2), fill: 'var(--load-track)' }),
    svgElement(
      'g',
      { opacity: strengthOf(room) },
      svgElement('rect', { ...shape, width: pixel(x(share) - 1), fill: 'var(--accent)' }),
      svgElement('path', {
        d: `M${x(low)} ${middle}H${x(high)}${cap(low)}${cap(high)}`,
        stroke: 'var(--ink)',
        'stroke-width': 1.4,
      }),
    ),
  ];
}
