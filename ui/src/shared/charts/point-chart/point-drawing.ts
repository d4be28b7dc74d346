import { isMeasured } from '../chart-data';
import { blankDrawing } from '../drawing/blank-drawing';
import { type Box, clearPlace } from '../drawing/clear-place';
import { noteLine, textLine } from '../drawing/lettering';
import { optionLook } from '../drawing/option-look';
import { strengthOf } from '../drawing/strength';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth } from '../drawing/text-width';
import { axisNumber, freshnessNote, unitName } from '../words';
import type { MarkedPoint, PointSeries } from './point-data';
import { namesOf, type PointFrame, type PointPicture, pointFrame } from './point-frame';

export interface PointDrawing {
  readonly svg: SVGSVGElement;
  readonly frame: PointFrame;
}

/** Draws points with their whiskers, joined in their order. */
export function drawPoints(picture: PointPicture): PointDrawing {
  const frame = pointFrame(picture);
  const svg = blankDrawing(picture.size.width, picture.size.height);
  svg.append(...axes(picture, frame), ...level(picture, frame));
  for (const one of picture.series) svg.append(series(one, frame, strengthOf(picture)));
  if (picture.marked) svg.append(mark(picture.marked, picture, frame));
  const names = namesOf(picture, frame.letters).draw();
  names.setAttribute('transform', `translate(0 ${pixel(frame.bottom + 2 * frame.letters.line + 10)})`);
  svg.append(names);
  const note = freshnessNote(picture);
  if (note !== '') svg.append(noteLine(note, frame.right, frame.letters.line / 2, frame.letters, 'end'));
  return { svg, frame };
}

function axes({ x, y }: PointPicture, frame: PointFrame): SVGElement[] {
  const { letters, left, right, bottom } = frame;
  const small = { size: letters.small, fill: 'var(--axis)' } as const;
  const levels = frame.up.ticks.flatMap((tick) => [
    svgElement('path', { d: `M${pixel(left)} ${pixel(frame.y(tick))}H${pixel(right)}`, stroke: 'var(--grid)' }),
    textLine(axisNumber(tick, y.unit), left - 8, frame.y(tick), { ...small, anchor: 'end' }),
  ]);
  const across = frame.across.ticks.flatMap((tick) => [
    svgElement('path', { d: `M${pixel(frame.x(tick))} ${pixel(bottom)}v4`, stroke: 'var(--axis)' }),
    textLine(axisNumber(tick, x.unit), frame.x(tick), bottom + 6 + letters.line / 2, { ...small, anchor: 'middle' }),
  ]);
  const named = (name: string, unit: string) =>
    unit === '' || unit === '£' || unit === name ? name : `${name}, ${unit}`;
  return [
    ...levels,
    ...across,
    textLine(named(y.name, unitName(y.unit)), 0, letters.line / 2, small),
    textLine(x.name, (left + right) / 2, bottom + 6 + letters.line * 1.5, { ...small, anchor: 'middle' }),
  ];
}

/** The level to be kept to, with its name. */
function level({ line }: PointPicture, frame: PointFrame): SVGElement[] {
  if (!line) return [];
  const y = frame.y(line.y);
  return [
    svgElement('path', {
      d: `M${pixel(frame.left)} ${pixel(y)}H${pixel(frame.right)}`,
      stroke: 'var(--target)',
      'stroke-width': 1.2,
      'stroke-dasharray': '2 3',
    }),
    textLine(line.name, frame.left + 6, y - 4 - frame.letters.line / 2, {
      size: frame.letters.small,
      fill: 'var(--target)',
      halo: true,
    }),
  ];
}

function series({ points, colourIndex }: PointSeries, { x, y }: PointFrame, opacity: number): SVGGElement {
  const { line, dash } = optionLook(colourIndex);
  const path = points.map((one, at) => `${at === 0 ? 'M' : 'L'}${pixel(x(one.x))} ${pixel(y(one.y))}`).join('');
  const whisker = (one: (typeof points)[number]) =>
    isMeasured(one.low) && isMeasured(one.high)
      ? [
          svgElement('path', {
            d: `M${pixel(x(one.x))} ${pixel(y(one.low))}V${pixel(y(one.high))}`,
            'stroke-width': 1.4,
          }),
        ]
      : [];
  return svgElement(
    'g',
    { stroke: line, fill: 'none', opacity },
    svgElement('path', { d: path, 'stroke-width': 2, 'stroke-dasharray': dash, 'stroke-linejoin': 'round' }),
    ...points.flatMap((one) => [
      ...whisker(one),
      svgElement('circle', {
        cx: pixel(x(one.x)),
        cy: pixel(y(one.y)),
        r: 3.6,
        fill: 'var(--card)',
        'stroke-width': 1.8,
      }),
    ]),
  );
}

/** A ring round the place, and its name where it hides least. */
function mark({ x, y, name }: MarkedPoint, { series: all }: PointPicture, frame: PointFrame): SVGGElement {
  const [cx, cy] = [frame.x(x), frame.y(y)];
  const width = textWidth(name, frame.letters.label, 'semibold');
  const height = frame.letters.line;
  const boxAt = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + height });
  const left = Math.min(Math.max(cx - width / 2, frame.left + 4), frame.right - width);
  const taken = all.flatMap(({ points }) =>
    points.map((one): Box => {
      const [px, py] = [frame.x(one.x), frame.y(one.y)];
      return { left: px - 8, right: px + 8, top: py - 8, bottom: py + 8 };
    }),
  );
  const beside = cx + 14 + width <= frame.right ? cx + 14 : cx - 14 - width;
  const box = clearPlace(
    [boxAt(left, cy - 14 - height), boxAt(beside, cy - height - 4), boxAt(left, cy + 14), boxAt(beside, cy + 4)],
    taken,
  );
  return svgElement(
    'g',
    {},
    svgElement('circle', {
      cx: pixel(cx),
      cy: pixel(cy),
      r: 8,
      fill: 'none',
      stroke: 'var(--ink)',
      'stroke-width': 1.8,
    }),
    textLine(name, box.left, (box.top + box.bottom) / 2, {
      size: frame.letters.label,
      fill: 'var(--ink)',
      weight: 'semibold',
      halo: true,
    }),
  );
}
