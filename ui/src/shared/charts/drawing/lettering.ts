import { svgElement } from './svg-element';
import type { Weight } from './text-width';

/** Sizes of the letters on a drawing, in pixels, at the reader's text size. */
export interface Lettering {
  /** Names of options, readouts. */
  readonly label: number;
  /** Ticks, captions, notes. */
  readonly small: number;
  /** From one line of text to the next. */
  readonly line: number;
}

/** The same sizes as --text-s and --text-xs. */
export function lettering(textScale: number): Lettering {
  return { label: 12 * textScale, small: 11 * textScale, line: 14.5 * textScale };
}

export interface TextLook {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: Weight;
  /** Leaves a rim of the card's colour round the letters, so that they can be read over lines. */
  readonly halo?: boolean;
}

/** A line of text; `y` is the middle of its small letters. */
export function textLine(text: string, x: number, y: number, look: TextLook): SVGTextElement {
  const halo = look.halo === true;
  return svgElement(
    'text',
    {
      x: Math.round(x * 10) / 10,
      // Inter's small letters are 0.55 em high and capitals 0.73: a third of an em down from the middle suits both.
      y: Math.round((y + look.size * 0.34) * 10) / 10,
      fill: look.fill,
      'font-size': look.size,
      'font-weight': look.weight === 'semibold' ? 600 : 400,
      'text-anchor': look.anchor ?? 'start',
      ...(halo
        ? { stroke: 'var(--card)', 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
        : {}),
    },
    text,
  );
}

/** What a reader must know before relying on a drawing, said on the drawing itself. */
export function noteLine(
  note: string,
  x: number,
  y: number,
  letters: Lettering,
  anchor: 'start' | 'end' = 'start',
): SVGTextElement {
  return textLine(note, x, y, { size: letters.small, fill: 'var(--warning)', weight: 'semibold', anchor });
}
