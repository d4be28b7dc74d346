import { figureAt } from '../chart-data';
import type { CursorPlace } from '../cursor/move-cursor';
import type { Reading } from '../cursor/readable-chart';
import { ReadingRows } from '../cursor/reading-rows';
import { bareWords, figureWords, freshnessNote, listWords } from '../words';
import { totalOf } from './stacked-drawing';
import type { WaitDrawing, WaitPicture, WaitSeries } from './wait-data';

/** The whole chart in words: how many wait under each option, and how many of them in the longest bands. */
export function waitSummary(picture: WaitPicture): string {
  const { series, bands, axisName, unit } = picture;
  const options = series.map((one) => {
    const counts = bands.map((band, column) => `${band} weeks ${bareWords(peopleIn(one, column), unit)}`);
    return `${one.name}: ${listWords(counts)}.`;
  });
  const note = freshnessNote(picture);
  return [
    ...(note === '' ? [] : [`${note}.`]),
    `${unit === 'people' ? 'People still waiting' : 'Shares of people waiting'}, by ${axisName}.`,
    ...options,
  ].join(' ');
}

function peopleIn(one: WaitSeries, column: number): number | null {
  return (one.parts ?? []).length > 0 ? totalOf(one, column) : (one.people[column]?.median ?? null);
}

/** What the chart says at a band of an option. */
export function readWaits(picture: WaitPicture, drawing: WaitDrawing, place: CursorPlace): Reading {
  const { series, bands, unit } = picture;
  const { left, right, top, bottom } = drawing.cell(place.row, place.column);
  const title = `Waited ${bands[place.column] ?? ''} weeks`;
  const detail = bandDetail(series[place.row], place.column, unit);
  const rows = series.map((option) => {
    const spread = option.people[place.column];
    const known = spread?.p5 != null && spread.p95 != null;
    return {
      option,
      figure: figureWords(peopleIn(option, place.column), unit),
      band: known ? `${bareWords(spread.p5, unit)} to ${bareWords(spread.p95, unit)}` : '',
    };
  });
  const active = series[place.row];
  return {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    marks: (
      <rect
        x={left}
        y={top}
        width={right - left}
        height={bottom - top}
        rx="3"
        fill="none"
        stroke="var(--focus)"
        strokeWidth="1.5"
      />
    ),
    card: <ReadingRows title={title} rows={rows} active={place.row} detail={detail} sample="bar" />,
    words:
      `${active?.name ?? ''}, ${figureWords(active ? peopleIn(active, place.column) : null, unit)}. ${title}. ${detail}`.trimEnd(),
  };
}

function bandDetail(one: WaitSeries | undefined, column: number, unit: WaitPicture['unit']): string {
  if (one === undefined) return '';
  const parts = (one.parts ?? []).map((part) => `${part.name} ${bareWords(figureAt(part.people, column), 'people')}`);
  if (parts.length > 0) return `Of them: ${listWords(parts)}.`;
  const { p5 = null, p95 = null } = one.people[column] ?? {};
  if (p5 === null || p95 === null) return '';
  if (p5 === p95) return 'Every simulated future is alike here.';
  return `9 in 10 simulated futures lie between ${bareWords(p5, unit)} and ${figureWords(p95, unit)}.`;
}
