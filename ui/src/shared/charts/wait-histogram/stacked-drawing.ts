import { figureAt } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import { type BarLook, filledBar, legend, textures } from '../drawing/legend';
import { type Lettering, lettering, noteLine, textLine } from '../drawing/lettering';
import { optionLook } from '../drawing/option-look';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { fitText } from '../drawing/text-width';
import { bareWords, freshnessNote } from '../words';
import type { PartTone, WaitDrawing, WaitPart, WaitPicture, WaitSeries } from './wait-data';

const BETWEEN = 0.3;
const TIER_TEXTURE = { universal: 'dots', targeted: 'hatch', individualised: 'solid', none: 'level' } as const;

/**
 * Draws the people of each tier or group one on top of the other, an option in each row, all rows to one scale.
 *
 * One row for each option, rather than stacks side by side, keeps the option's name beside its bars and the colours free
 * to mean the tier.
 */
export function drawStackedWaits(picture: WaitPicture): WaitDrawing {
  const { series, bands, size } = picture;
  const letters = lettering(size.textScale);
  const looks = partLooks(picture);
  const names = legend([...looks.values()], size.width, letters);
  const note = freshnessNote(picture);
  const top = names.height + (note === '' ? 0 : letters.line);
  const foot = letters.line * 2 + 8;
  // A row must hold the option's name, a number and a bar worth looking at.
  const rowHeight = Math.max((size.height - top - foot) / series.length, letters.line * 2 + 50);
  const height = top + rowHeight * series.length + foot;
  const slot = size.width / bands.length;
  const svg = blankDrawing(size.width, height);
  svg.append(textures([...looks.values()]), names.draw());
  if (note !== '') svg.append(noteLine(note, 0, names.height + letters.line / 2, letters));
  const scale = {
    most: mostPeople(picture),
    strength: strengthOf(picture),
    tall: rowHeight - letters.line * 2 - 14,
    slot,
    letters,
    looks,
  };
  for (const [row, one] of series.entries()) {
    const base = top + rowHeight * (row + 1);
    const group = drawOption(one, { ...scale, base, bands: bands.length });
    const name = fitText(one.name, size.width, letters.label, 'semibold');
    const look = optionLook(one.colourIndex);
    svg.append(
      group,
      textLine(name, 0, base - rowHeight + letters.line / 2 + 8, {
        size: letters.label,
        fill: look.text,
        weight: 'semibold',
      }),
      svgElement('path', { d: `M0 ${pixel(base)}H${pixel(size.width)}`, stroke: 'var(--axis)' }),
    );
  }
  const bottom = top + rowHeight * series.length;
  const axisLook = { size: letters.small, anchor: 'middle' } as const;
  for (const [column, name] of bands.entries()) {
    svg.append(
      textLine(name, slot * (column + 0.5), bottom + 6 + letters.line / 2, { ...axisLook, fill: 'var(--ink-soft)' }),
    );
  }
  svg.append(
    textLine(picture.axisName, size.width / 2, bottom + 6 + letters.line * 1.5, { ...axisLook, fill: 'var(--axis)' }),
  );
  return {
    svg,
    height,
    cell: (row, column) => ({
      left: slot * column,
      right: slot * (column + 1),
      top: top + rowHeight * row,
      bottom: top + rowHeight * (row + 1),
    }),
  };
}

interface RowScale {
  readonly most: number;
  readonly strength: number;
  readonly tall: number;
  readonly slot: number;
  readonly letters: Lettering;
  readonly looks: ReadonlyMap<string, BarLook>;
  readonly base: number;
  readonly bands: number;
}

function drawOption(
  one: WaitSeries,
  { most, strength, tall, slot, letters, looks, base, bands }: RowScale,
): SVGGElement {
  const group = svgElement('g');
  const bars = svgElement('g', { opacity: strength });
  for (let column = 0; column < bands; column += 1) {
    let y = base;
    for (const part of one.parts ?? []) {
      const look = looks.get(part.id);
      const height = ((figureAt(part.people, column) ?? 0) / most) * tall;
      if (look === undefined || height === 0) continue;
      y -= height;
      bars.append(filledBar(look, { x: slot * (column + BETWEEN / 2), y, width: slot * (1 - BETWEEN), height }));
    }
    const total = bareWords(totalOf(one, column), 'people');
    const look = { size: letters.small, fill: 'var(--ink)', anchor: 'middle' } as const;
    group.append(textLine(total, slot * (column + 0.5), y - letters.line / 2 - 1, look));
  }
  group.prepend(bars);
  return group;
}

/** People in a band, as its parts add up: what is drawn is what is written. */
export function totalOf(one: WaitSeries, column: number): number {
  return (one.parts ?? []).reduce((sum, part) => sum + (figureAt(part.people, column) ?? 0), 0);
}

function mostPeople({ series, bands }: WaitPicture): number {
  return Math.max(1, ...series.flatMap((one) => bands.map((_, column) => totalOf(one, column))));
}

/** The parts of all options, each once, in the order in which they first appear. */
function partLooks({ series, drawingId }: WaitPicture): Map<string, BarLook> {
  const looks = new Map<string, BarLook>();
  for (const part of series.flatMap((one) => one.parts ?? [])) {
    if (!looks.has(part.id))
      looks.set(part.id, { id: `${drawingId}-part-${looks.size}`, name: part.name, look: partLook(part) });
  }
  return looks;
}

function partLook({ tone }: WaitPart): BarLook['look'] {
  const colour = `var(--tier-${typeof tone === 'number' ? 'none' : tone})`;
  return { line: colour, text: colour, texture: textureOf(tone) };
}

function textureOf(tone: PartTone) {
  return typeof tone === 'number' ? optionLook(tone).texture : TIER_TEXTURE[tone];
}
