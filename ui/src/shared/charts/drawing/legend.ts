import { type Lettering, textLine } from './lettering';
import { type OptionLook, texturePattern } from './option-look';
import { pixel, svgElement } from './svg-element';
import { fitText, textWidth } from './text-width';

/** What a bar is filled with and named as. */
export interface BarLook {
  readonly id: string;
  readonly name: string;
  readonly look: Pick<OptionLook, 'line' | 'text' | 'texture'>;
}

/** A row of names above bars, wrapped to the width. */
export interface Legend {
  readonly height: number;
  readonly draw: () => SVGGElement;
}

const SWATCH = 11;

export function legend(entries: readonly BarLook[], width: number, letters: Lettering): Legend {
  const rowHeight = letters.line + 4;
  const placed: { entry: BarLook; name: string; x: number; row: number }[] = [];
  let [x, row] = [0, 0];
  for (const entry of entries) {
    const name = fitText(entry.name, width - SWATCH - 8, letters.label);
    const room = SWATCH + 6 + textWidth(name, letters.label) + 16;
    if (x > 0 && x + room - 16 > width) [x, row] = [0, row + 1];
    placed.push({ entry, name, x, row });
    x += room;
  }
  return {
    height: entries.length === 0 ? 0 : (row + 1) * rowHeight + 4,
    draw: () => {
      const group = svgElement('g');
      for (const { entry, name, x: left, row: at } of placed) {
        const middle = (at + 0.5) * rowHeight;
        group.append(
          filledBar(entry, { x: left + 0.5, y: middle - SWATCH / 2, width: SWATCH, height: SWATCH }),
          textLine(name, left + SWATCH + 6, middle, { size: letters.label, fill: 'var(--ink-soft)' }),
        );
      }
      return group;
    },
  };
}

export interface BarBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A bar in the colour and texture of its option, with an outline that keeps it visible however pale the texture. */
export function filledBar({ id, look }: BarLook, box: BarBox): SVGRectElement {
  return svgElement('rect', {
    x: pixel(box.x),
    y: pixel(box.y),
    width: pixel(Math.max(box.width, 0)),
    height: pixel(Math.max(box.height, 0)),
    fill: look.texture === 'solid' ? look.line : `url(#${id})`,
    stroke: look.line,
    'stroke-width': 1,
  });
}

/** The textures that bars refer to by id. */
export function textures(entries: readonly BarLook[]): SVGDefsElement {
  const wanted = entries.filter(({ look }) => look.texture !== 'solid');
  return svgElement('defs', {}, ...wanted.map(({ id, look }) => texturePattern(id, look.texture, look.line)));
}
