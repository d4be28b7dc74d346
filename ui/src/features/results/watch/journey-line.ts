/** A line of somebody's journey. */
export interface JourneyLine {
  /** Place in the journey: two lines may read alike. */
  id: number;
  date: string;
  words: string;
}

/** Takes a line apart: `Mon  6 Apr 2026  referred (Routine)`. */
export function journeyLine(line: string, id: number): JourneyLine {
  const [, date, words] = /^(\S+ +\d+ \S+ \d+) {2}(.*)$/.exec(line) ?? [];
  return date === undefined || words === undefined
    ? { id, date: '', words: line }
    : { id, date: date.replace(/ +/g, ' '), words };
}
