import type { OptionIdentity } from '../chart-data';
import { svgElement } from './svg-element';

/** Colours the option palette in tokens.css holds; an option past the last begins again. */
const OPTIONS = 8;

/** How an option is told apart: by colour, and without colour by the dash of its line or the texture of its bars. */
export interface OptionLook {
  readonly line: string;
  readonly text: string;
  readonly dash: string;
  readonly texture: Texture;
}

/** What fills a bar. Every texture also has an outline in the option's colour. */
export type Texture = 'hatch' | 'solid' | 'dots' | 'backHatch' | 'level' | 'upright' | 'grid' | 'cross';

// The second option is solid for the same reason that its line has no dash: it is the first change to the pathway, and
// the one most often read against the first.
const TEXTURES: readonly Texture[] = ['hatch', 'solid', 'dots', 'backHatch', 'level', 'upright', 'grid', 'cross'];

export function optionLook(colourIndex: number): OptionLook {
  const place = ((colourIndex % OPTIONS) + OPTIONS) % OPTIONS;
  return {
    line: `var(--option-${place + 1})`,
    text: `var(--option-${place + 1}-text)`,
    dash: `var(--option-${place + 1}-dash)`,
    texture: TEXTURES[place] ?? 'solid',
  };
}

const GHOST: OptionLook = { line: 'var(--muted)', text: 'var(--ink-soft)', dash: '3 3', texture: 'level' };

/** How an option is drawn where it may be a ghost. */
export function lookOf({ colourIndex, isGhost }: OptionIdentity): OptionLook {
  return isGhost ? GHOST : optionLook(colourIndex);
}

/** Side of the square that a texture repeats in, in pixels. */
const TILE = 6;

const STROKES: Readonly<Record<Exclude<Texture, 'solid' | 'dots'>, string>> = {
  hatch: 'M-1.5 1.5L1.5 -1.5M0 6L6 0M4.5 7.5L7.5 4.5',
  backHatch: 'M-1.5 4.5L1.5 7.5M0 0L6 6M4.5 -1.5L7.5 1.5',
  level: 'M0 3H6',
  upright: 'M3 0V6',
  grid: 'M0 3H6M3 0V6',
  cross: 'M0 0L6 6M0 6L6 0',
};

/** A texture as an SVG pattern in a colour. */
export function texturePattern(id: string, texture: Texture, colour: string): SVGPatternElement {
  const pattern = svgElement(
    'pattern',
    { id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse' },
    svgElement('rect', { width: TILE, height: TILE, fill: colour, 'fill-opacity': texture === 'solid' ? 1 : 0.16 }),
  );
  if (texture === 'dots') {
    pattern.append(svgElement('circle', { cx: 3, cy: 3, r: 1.3, fill: colour }));
  } else if (texture !== 'solid') {
    pattern.append(svgElement('path', { d: STROKES[texture], stroke: colour, 'stroke-width': 1.3, fill: 'none' }));
  }
  return pattern;
}
