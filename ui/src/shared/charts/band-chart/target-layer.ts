import { figureAt, type TargetLine } from '../chart-data';
import { type Box, clearPlace } from '../drawing/clear-place';
import { textLine } from '../drawing/lettering';
import { pixel, svgElement } from '../drawing/svg-element';
import { textWidth } from '../drawing/text-width';
import type { BandFrame, BandPicture, Places } from './band-frame';

/** Space between a line and the words about it. */
const CLEAR = 2;

/** Draws the targets and the counted points with their names, each name where it hides least of the bands. */
export function drawTargets(picture: BandPicture, frame: BandFrame, places: Places): SVGGElement {
  const group = svgElement('g');
  const taken = bandBoxes(picture, places);
  for (const target of picture.targets) {
    group.append(targetRule(target, picture, frame, places));
    const name = `target: ${target.name}`;
    const box = clearPlace(placesBeside(name, places.y(target.value), frame), taken);
    taken.push(box);
    group.append(label(name, box, frame));
  }
  const last = picture.actual?.points.at(-1);
  if (picture.actual !== undefined && last !== undefined) {
    const [x, y] = [places.x(last.week), places.y(last.value)];
    group.append(label(picture.actual.name, clearPlace(placesRound(picture.actual.name, x, y, frame), taken), frame));
  }
  return group;
}

function targetRule(target: TargetLine, { span }: BandPicture, frame: BandFrame, places: Places): SVGGElement {
  const y = pixel(places.y(target.value));
  const rule = svgElement(
    'g',
    { stroke: 'var(--target)', 'stroke-width': 1.2, fill: 'none' },
    svgElement('path', { d: `M${pixel(frame.left)} ${y}H${pixel(frame.right)}`, 'stroke-dasharray': '2 3' }),
  );
  const due = target.byWeek;
  if (due !== undefined && due >= span.firstWeek && due < span.firstWeek + span.count) {
    // A bracket that opens downwards in time: from this week on the line holds.
    rule.append(svgElement('path', { d: `M${pixel(places.x(due))} ${y - 5}v10`, 'stroke-width': 2 }));
  }
  return rule;
}

function label(name: string, box: Box, frame: BandFrame): SVGTextElement {
  return textLine(name, box.left, (box.top + box.bottom) / 2, {
    size: frame.letters.small,
    fill: 'var(--target)',
    halo: true,
  });
}

/** Above or below a level line, at its left, right or middle. */
function placesBeside(text: string, y: number, frame: BandFrame): [Box, ...Box[]] {
  const width = textWidth(text, frame.letters.small);
  const height = frame.letters.line;
  const lefts = [frame.left + 6, frame.right - 8 - width, (frame.left + frame.right - width) / 2];
  const at = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + height });
  const [first = frame.left, ...others] = lefts;
  const above = y - CLEAR - height;
  const below = y + CLEAR;
  const fits = (box: Box) => box.top >= 0 && box.bottom <= frame.bottom;
  const boxes = [...others.map((left) => at(left, above)), ...lefts.map((left) => at(left, below))].filter(fits);
  return above >= 0 ? [at(first, above), ...boxes] : [at(first, below), ...boxes];
}

/** Left, above or below a point. */
function placesRound(text: string, x: number, y: number, frame: BandFrame): [Box, ...Box[]] {
  const width = textWidth(text, frame.letters.small);
  const height = frame.letters.line;
  const at = (left: number, top: number): Box => ({ left, right: left + width, top, bottom: top + height });
  const inside = (left: number) => Math.min(Math.max(left, frame.left + 2), frame.right - width - 2);
  return [
    at(inside(x - 8 - width), y - height / 2),
    at(inside(x - width / 2), y - height - 7),
    at(inside(x - width / 2), y + 7),
    at(inside(x - width), y - height - 22),
    at(inside(x - width), y + 22),
  ];
}

/** What the bands and lines cover, week by week. */
function bandBoxes({ series, span }: BandPicture, places: Places): Box[] {
  const boxes: Box[] = [];
  for (const one of series) {
    for (let index = 0; index < span.count; index += 1) {
      const [high, low] = [figureAt(one.p95, index), figureAt(one.p5, index)];
      if (high === null || low === null) continue;
      const week = span.firstWeek + index;
      boxes.push({
        left: places.x(week - 0.5),
        right: places.x(week + 0.5),
        top: places.y(high) - CLEAR,
        bottom: places.y(low) + CLEAR,
      });
    }
  }
  return boxes;
}
