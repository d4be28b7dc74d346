import { formatSensible } from '../../format/numbers';
import type { Freshness } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import type { ChartSize } from '../drawing/chart-size';
import { type Lettering, lettering, noteLine, textLine } from '../drawing/lettering';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth, wrapText } from '../drawing/text-width';
import { figureWords, freshnessNote } from '../words';
import { LOAD_WORDS, type LoadState, type RoleHours } from './bar-list-data';

const COLOURS: Readonly<Record<LoadState, string>> = {
  keepsUp: 'var(--load-keeps-up)',
  tight: 'var(--load-tight)',
  over: 'var(--load-over)',
};

/** A sign for each state, ten pixels wide round its middle: told apart by shape as well as by colour. */
const SIGNS: Readonly<Record<LoadState, string>> = {
  keepsUp: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  tight: 'M0 -5L5 0L0 5L-5 0Z',
  over: 'M0 -5L5.2 4.4H-5.2Z',
};

const BAR = 8;
const ABOVE_BAR = 5;
const BETWEEN_ROLES = 12;
const SIGN_ROOM = 16;

export interface BarListRoom extends Freshness, Pick<ChartSize, 'width' | 'textScale'> {}

export interface BarListDrawing {
  readonly svg: SVGSVGElement;
  readonly height: number;
}

/** Draws a bar for each role under its name, with the hours, the share and a word beside it. */
export function drawBarList(roles: readonly RoleHours[], room: BarListRoom): BarListDrawing {
  const letters = lettering(room.textScale);
  const note = freshnessNote(room);
  const start = note === '' ? 0 : letters.line + 4;
  const columns = columnsOf(roles, room.width, letters);
  const rows = roles.map((role) => ({ role, name: nameLines(role, columns, letters) }));
  const heights = rows.map(({ name }) => name.length * letters.line + ABOVE_BAR + BAR + BETWEEN_ROLES);
  const height = Math.max(start + heights.reduce((sum, one) => sum + one, 0) - BETWEEN_ROLES, 1);
  const svg = blankDrawing(room.width, height);
  if (note !== '') svg.append(noteLine(note, 0, letters.line / 2, letters));
  let top = start;
  for (const [at, { role, name }] of rows.entries()) {
    const below = top + name.length * letters.line;
    svg.append(
      ...name.map((line, place) =>
        textLine(line, 0, top + letters.line * (place + 0.5), { size: letters.label, fill: 'var(--ink)' }),
      ),
      ...figures(role, below - letters.line / 2, columns, letters),
      bar(role, below + ABOVE_BAR, room),
    );
    top += heights[at] ?? 0;
  }
  return { svg, height };
}

/** Where the figures of every role end, from the left. */
interface Columns {
  readonly nameRoom: number;
  readonly hoursEnd: number;
  readonly shareEnd: number;
}

function columnsOf(roles: readonly RoleHours[], width: number, letters: Lettering): Columns {
  const widest = (words: readonly string[], size: number) =>
    Math.max(0, ...words.map((word) => textWidth(word, size, 'semibold')));
  const shareEnd = width - widest(Object.values(LOAD_WORDS), letters.small) - SIGN_ROOM - 8;
  const hoursEnd = shareEnd - widest(roles.map(shareWords), letters.label) - 12;
  const nameRoom = Math.max(hoursEnd - widest(roles.map(hoursWords), letters.small) - 12, 60);
  return { nameRoom, hoursEnd, shareEnd };
}

function hoursWords({ usedHours, availableHours }: RoleHours): string {
  return `${formatSensible(usedHours)} of ${formatSensible(availableHours)} h a week`;
}

function shareWords({ usedPercent }: RoleHours): string {
  return figureWords(usedPercent, 'percent');
}

function nameLines(role: RoleHours, { nameRoom }: Columns, letters: Lettering): string[] {
  return wrapText(role.name, { room: nameRoom, fontSize: letters.label, lines: 2 });
}

function figures(role: RoleHours, y: number, { hoursEnd, shareEnd }: Columns, letters: Lettering): SVGElement[] {
  const colour = COLOURS[role.state];
  const { label, small } = letters;
  const sign = {
    d: SIGNS[role.state],
    transform: `translate(${pixel(shareEnd + SIGN_ROOM)} ${pixel(y)})`,
    fill: colour,
  };
  return [
    textLine(hoursWords(role), hoursEnd, y, { size: small, fill: 'var(--muted)', anchor: 'end' }),
    textLine(shareWords(role), shareEnd, y, { size: label, fill: 'var(--ink)', anchor: 'end', weight: 'semibold' }),
    svgElement('path', sign),
    textLine(LOAD_WORDS[role.state], shareEnd + SIGN_ROOM + 8, y, { size: small, fill: colour, weight: 'semibold' }),
  ];
}

/** A bar ends where the hours end: what a role is asked for beyond them is in the figures, not off the chart. */
function bar(role: RoleHours, y: number, room: BarListRoom): SVGGElement {
  const shape = { x: 0, y: pixel(y), height: BAR, rx: BAR / 2 };
  const used = Math.min(Math.max(role.usedPercent / 100, 0), 1) * room.width;
  return svgElement(
    'g',
    { opacity: strengthOf(room) },
    svgElement('rect', { ...shape, width: pixel(room.width), fill: 'var(--load-track)' }),
    svgElement('rect', { ...shape, width: pixel(used), fill: COLOURS[role.state] }),
  );
}
