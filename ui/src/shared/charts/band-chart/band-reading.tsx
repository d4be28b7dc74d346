import { figureAt } from '../chart-data';
import type { CursorPlace } from '../cursor/move-cursor';
import type { Reading } from '../cursor/readable-chart';
import { ReadingRows } from '../cursor/reading-rows';
import { lookOf } from '../drawing/option-look';
import { bareWords, figureWords, weekTitle } from '../words';
import type { BandDrawing } from './band-drawing';
import type { BandPicture } from './band-frame';
import { bandDetail, spokenBand } from './band-words';

/** What the chart says at a week of an option. */
export function readBands(picture: BandPicture, { frame, places }: BandDrawing, place: CursorPlace): Reading {
  const { series, span, unit } = picture;
  const week = span.firstWeek + place.column;
  const x = places.x(week);
  const rows = series.map((option) => {
    const [low, high] = [figureAt(option.p5, place.column), figureAt(option.p95, place.column)];
    return {
      option,
      figure: figureWords(figureAt(option.median, place.column), unit),
      band: low === null || high === null ? '' : `${bareWords(low, unit)} to ${bareWords(high, unit)}`,
    };
  });
  const marks = (
    <>
      <path d={`M${x} ${frame.top}V${frame.bottom}`} stroke="var(--edge)" />
      {series.map((option, row) => {
        const value = figureAt(option.median, place.column);
        if (value === null) return null;
        const active = row === place.row;
        return (
          <circle
            key={option.id}
            cx={x}
            cy={places.y(value)}
            r={active ? 5 : 3}
            fill={active ? lookOf(option).line : 'var(--card)'}
            stroke={active ? 'var(--card)' : lookOf(option).line}
            strokeWidth={active ? 2 : 1.5}
          />
        );
      })}
    </>
  );
  const card = (
    <ReadingRows
      title={weekTitle(span.startDate, week)}
      rows={rows}
      active={place.row}
      detail={bandDetail(picture, place)}
      sample="line"
    />
  );
  return {
    x,
    y: places.y(figureAt(series[place.row]?.median ?? [], place.column) ?? 0),
    marks,
    card,
    words: spokenBand(picture, place),
  };
}
