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
  full: 'var(--load-over)',
  over: 'var(--load-over)',
};

/** A sign for each state, ten pixels wide round its middle: told apart by shape as well as by colour. */
const SIGNS: Readonly<Record<LoadState, string>> = {
  keepsUp: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  tight: 'M0 -5L5 0L0 5L-5 0Z',
  full: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
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
  const columns = columnsOf(roles, room.width, letters);
  const blocks = roles.map((role) => roleBlock(role, columns, letters, room));
  const start = note === '' ? 0 : letters.line + 4;
  const height = start + blocks.reduce((sum, block) => sum + block.height + BETWEEN_ROLES, 0) - BETWEEN_ROLES;
  const svg = blankDrawing(room.width, Math.max(height, 1));
  if (note !== '') svg.append(noteLine(note, 0, letters.line / 2, letters));
  let top = start;
  for (const block of blocks) {
    block.group.setAttribute('transform', `translate(0 ${pixel(top)})`);
    svg.append(block.group);
    top += block.height + BETWEEN_ROLES;
  }
  return { svg, height: Math.max(height, 1) };
}

/** Where the figures of every role end, from the left. */
interface Columns {
  readonly nameRoom: number;
  /** Null where the hours have no room beside the name and go on a line of their own. */
  readonly hoursEnd: number | null;
  readonly shareEnd: number;
}

/** A name deserves at least this much room before it gives way to the hours, in letters' sizes. */
const NAME_LETTERS = 13;

function columnsOf(roles: readonly RoleHours[], width: number, letters: Lettering): Columns {
  const widest = (words: readonly string[], size: number) =>
    Math.max(0, ...words.map((word) => textWidth(word, size, 'semibold')));
  const shareEnd = width - widest(Object.values(LOAD_WORDS), letters.small) - SIGN_ROOM - 8;
  const hoursEnd = shareEnd - widest(roles.map(shareWords), letters.label) - 12;
  const nameRoom = hoursEnd - widest(roles.map(hoursWords), letters.small) - 12;
  return nameRoom >= NAME_LETTERS * letters.label
    ? { nameRoom, hoursEnd, shareEnd }
    : { nameRoom: hoursEnd, hoursEnd: null, shareEnd };
}

function hoursWords({ usedHours, availableHours }: RoleHours): string {
  return `${formatSensible(usedHours)} of ${formatSensible(availableHours)} h a week`;
}

function shareWords({ usedPercent }: RoleHours): string {
  return figureWords(usedPercent, 'percent');
}

/** One role, drawn from the top: its name, its figures, its bar. */
function roleBlock(role: RoleHours, columns: Columns, letters: Lettering, room: BarListRoom) {
  const name = wrapText(role.name, { room: columns.nameRoom, fontSize: letters.label, lines: 3 });
  const middle = (line: number) => letters.line * (line + 0.5);
  const lines = name.length + (columns.hoursEnd === null ? 1 : 0);
  const lastOfName = middle(name.length - 1);
  const hours =
    columns.hoursEnd === null
      ? textLine(hoursWords(role), 0, middle(name.length), { size: letters.small, fill: 'var(--muted)' })
      : textLine(hoursWords(role), columns.hoursEnd, lastOfName, {
          size: letters.small,
          fill: 'var(--muted)',
          anchor: 'end',
        });
  const barTop = lines * letters.line + ABOVE_BAR;
  const group = svgElement(
    'g',
    {},
    ...name.map((line, at) => textLine(line, 0, middle(at), { size: letters.label, fill: 'var(--ink)' })),
    hours,
    ...share(role, lastOfName, columns, letters),
    bar(role, barTop, room),
  );
  return { group, height: barTop + BAR };
}

function share(role: RoleHours, y: number, { shareEnd }: Columns, { label, small }: Lettering): SVGElement[] {
  const fill = COLOURS[role.state];
  return [
    textLine(shareWords(role), shareEnd, y, { size: label, fill: 'var(--ink)', anchor: 'end', weight: 'semibold' }),
    svgElement('path', {
      d: SIGNS[role.state],
      transform: `translate(${pixel(shareEnd + SIGN_ROOM)} ${pixel(y)})`,
      fill,
    }),
    textLine(LOAD_WORDS[role.state], shareEnd + SIGN_ROOM + 8, y, { size: small, fill, weight: 'semibold' }),
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
