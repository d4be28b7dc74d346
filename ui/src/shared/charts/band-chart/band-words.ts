import { figureAt, isMeasured } from '../chart-data';
import type { CursorPlace } from '../cursor/move-cursor';
import { betweenWords, figureWords, freshnessNote, listWords, spreadWords, weekTitle } from '../words';
import type { BandPicture } from './band-frame';

/** The whole chart in words: what each option starts at, where it ends, and the lines to be met. */
export function bandSummary(measure: string, picture: BandPicture): string {
  const { series, span, unit, targets, actual } = picture;
  const lastWeek = span.firstWeek + Math.max(span.count - 1, 0);
  const courses = series.map((one) => {
    const first = figureAt(one.median, 0);
    const last = Math.max(one.median.findLastIndex(isMeasured), 0);
    const end = { median: figureAt(one.median, last), p5: figureAt(one.p5, last), p95: figureAt(one.p95, last) };
    return `${one.name}: from ${figureWords(first, unit)} to ${spreadWords(end, unit)}.`;
  });
  const parts = [
    `${measure} from week ${span.firstWeek} to week ${lastWeek}, ${bandsWords(picture)}.`,
    ...courses,
    ...(targets.length > 0 ? [`Target: ${listWords(targets.map((target) => target.name))}.`] : []),
    ...(actual ? [`${actual.name}: ${actual.points.length} counted in real life.`] : []),
  ];
  const note = freshnessNote(picture);
  return [...(note === '' ? [] : [`${note}.`]), ...parts].join(' ');
}

const bandsWords = ({ bandsAre }: BandPicture) =>
  bandsAre === 'interval' ? 'with the 95% interval' : 'median of the simulated futures and the band 9 in 10 lie in';

/** Where half and 9 in 10 of the simulated futures lie, at one week of one option. */
export function bandDetail({ series, unit, bandsAre }: BandPicture, { column, row }: CursorPlace): string {
  const one = series[row];
  const [low, high] = [figureAt(one?.p5 ?? [], column), figureAt(one?.p95 ?? [], column)];
  if (one === undefined || low === null || high === null) return '';
  if (bandsAre === 'interval') return `95% interval: ${betweenWords(low, high, unit)}.`;
  if (low === high) return 'Every simulated future is alike here.';
  const half = betweenWords(figureAt(one.p25, column), figureAt(one.p75, column), unit);
  return `Half of the simulated futures lie ${half}, 9 in 10 ${betweenWords(low, high, unit)}.`;
}

/** One week of one option in a sentence, to be read aloud. */
export function spokenBand(picture: BandPicture, place: CursorPlace): string {
  const { series, span, unit } = picture;
  const one = series[place.row];
  if (one === undefined) return '';
  const figure = figureWords(figureAt(one.median, place.column), unit);
  const week = weekTitle(span.startDate, span.firstWeek + place.column);
  return `${one.name}, ${figure}. ${week}. ${bandDetail(picture, place)}`.trimEnd();
}
