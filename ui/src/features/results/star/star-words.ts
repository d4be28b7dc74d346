import type { StarPoint, StarView, TaggedChange } from '@/ipc/bindings';
import type { ChartTable } from '@/shared/charts/chart-data';
import type { StarPointShown } from '@/shared/charts/star-chart/star-data';
import { formatCount } from '@/shared/format';

/** How much there is under each point. */
export const pointsShown = ({ points }: StarView): StarPointShown[] =>
  points.map(({ point, words, tagged, proposed }) => ({
    id: point,
    name: words,
    tagged: tagged.length,
    proposed: proposed.length,
  }));

/** `3 changes under 2 of the five points; 12 differences are not tagged yet` */
export function starFinding({ points }: StarView): string {
  const tagged = points.reduce((sum, point) => sum + point.tagged.length, 0);
  const proposed = points.reduce((sum, point) => sum + point.proposed.length, 0);
  const used = points.filter((point) => point.tagged.length > 0).length;
  const said =
    tagged === 0 ? 'No change is tagged yet' : `${formatCount(tagged, 'change')} under ${used} of the five points`;
  if (proposed === 0) return tagged === 0 ? 'The two do not differ in workforce or work' : said;
  const open = `${formatCount(proposed, 'difference')} ${proposed === 1 ? 'is' : 'are'} not tagged`;
  return tagged === 0 ? `${said}: ${open}` : `${said}; ${open} yet`;
}

/** What a tagged change says: its own words, else the differences it covers, line by line. */
export function changeLines({ words, differs }: TaggedChange): string[] {
  if (words.trim() !== '') return [words];
  return differs.length > 0 ? differs.map((one) => one.words) : ['The two options do not differ here any more'];
}

/** The star as a table: a row for each change, with the differences it covers, and for each difference not tagged. */
export function starTable(view: StarView): ChartTable {
  const text = (label: string) => ({ label, kind: 'text' }) as const;
  return {
    caption: `${view.option} by the HEE Star, against ${view.base}`,
    columns: [text('point'), text('said by'), text('change'), text('differences it covers')],
    rows: view.points.flatMap(({ words: point, tagged, proposed }) => [
      ...tagged.map((one) => [
        point,
        'tagged',
        changeLines(one).join('; '),
        one.differs.map(({ words }) => words).join('; '),
      ]),
      ...proposed.map(({ words }) => [point, 'not tagged', words, '']),
    ]),
    rowHeaders: 1,
  };
}

/** A place that a tag may cover, with what differs there. */
export interface PlaceChoice {
  place: string;
  words: string;
  /** The point that it seems to belong to; none where it is the tag's own already. */
  point: StarPoint | null;
}

/** The places that a tag may cover: its own first, then every difference that no tag covers. */
export function placeChoices({ points }: StarView, change: TaggedChange | null): PlaceChoice[] {
  const own = (change?.places ?? []).map(({ place, differs }) => ({
    place,
    words: differs.map(({ words }) => words).join('; ') || `${place}: no difference any more`,
    point: null,
  }));
  const open = points.flatMap(({ point, proposed }) => proposed.map(({ place, words }) => ({ place, words, point })));
  return [...own, ...open];
}
