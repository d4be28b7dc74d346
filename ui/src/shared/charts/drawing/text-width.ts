/**
 * How wide a text will be in Inter, without asking the browser.
 *
 * Labels are placed while a run sends figures ten times a second; measuring each text in the page would force a layout
 * every time, and a drawing laid out by numbers alone is the same in a test, in the window and in an exported file.
 */

/** Advance widths of Inter Variable at weight 400 in hundredths of an em, measured from the bundled font. */
const ADVANCES: readonly (readonly [width: number, characters: string])[] = [
  [25, 'ijl '],
  [29, "I!,.:'’;‘"],
  [34, 't|`()/[]f\\'],
  [39, 'r{}'],
  [46, '-_"^1–'],
  [53, '?*s“”'],
  [56, 'kxzavyJLc7'],
  [60, '5FhnuEoe'],
  [62, 'bdgpq'],
  // Digits are set to one width (tabular figures).
  [64, '0234689#Z$PRSBT+<=>~&'],
  [70, 'KXYAV'],
  [75, 'DCHUGNOQ'],
  [83, 'w'],
  [90, 'mM'],
  [99, '@%W'],
];

/** A letter outside the table is taken to be as wide as a capital, so that a label rather has room to spare. */
const OTHER = 75;
const SEMIBOLD = 1.04;

const width = new Map(
  ADVANCES.flatMap(([advance, characters]) => [...characters].map((one) => [one, advance] as const)),
);

export type Weight = 'regular' | 'semibold';

/** Width of a text in pixels. */
export function textWidth(text: string, fontSize: number, weight: Weight = 'regular'): number {
  let hundredths = 0;
  for (const character of text) hundredths += width.get(character) ?? OTHER;
  return (hundredths / 100) * fontSize * (weight === 'semibold' ? SEMIBOLD : 1);
}

/** A text cut to a width, with an ellipsis where something was left out. */
export function fitText(text: string, room: number, fontSize: number, weight: Weight = 'regular'): string {
  if (textWidth(text, fontSize, weight) <= room) return text;
  let kept = [...text];
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, fontSize, weight) > room) kept = kept.slice(0, -1);
  return `${kept.join('').trimEnd()}…`;
}

/** A text broken between words into lines no wider than the room; the last line allowed is cut. */
export function wrapText(
  text: string,
  { room, fontSize, weight = 'regular', lines: most = Number.POSITIVE_INFINITY }: WrapRoom,
): string[] {
  const lines: string[] = [];
  let line = '';
  const words = text.split(/\s+/).filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || textWidth(longer, fontSize, weight) <= room) {
      line = longer;
    } else if (lines.length + 1 >= most) {
      line = `${line} ${words.slice(at).join(' ')}`;
      break;
    } else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  return lines.map((one) => fitText(one, room, fontSize, weight));
}

export interface WrapRoom {
  readonly room: number;
  readonly fontSize: number;
  readonly weight?: Weight;
  readonly lines?: number;
}
