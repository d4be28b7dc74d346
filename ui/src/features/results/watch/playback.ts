import type { Doing, Replay } from '@/ipc/bindings';

/** What somebody is doing, as small numbers that fit in arrays of thousands. */
export const absent = 0;
export const waiting = 1;
export const underWay = 2;
export const kept = 3;
export const gone = 4;

const codeOf: Record<Doing, number> = { waiting, underWay, kept, gone };

/** People at a step who do the same: who stands at each place of the pile. */
export type Pile = readonly number[];

/** A point of the drawing. */
export interface Point {
  x: number;
  y: number;
}

/** Where the person at a place of a pile stands on the drawing. */
export type SpotOf = (step: number, doing: number, place: number) => Point;

const nowhere: SpotOf = () => ({ x: 0, y: 0 });

/** Somebody who is elsewhere now: the way is walked for a while after the move. */
interface Walks {
  /** Day on which the last move was made. */
  at: Float64Array;
  fromX: Float32Array;
  fromY: Float32Array;
  /** Whether there is a way to walk: nobody walks to where they are first seen from nowhere. */
  isWalking: Uint8Array;
}

/**
 * One simulated future at any day: who is where, doing what. Going forward makes the moves in between; going back
 * begins again from the start, which takes a few milliseconds.
 */
export class Playback {
  readonly replay: Replay;
  readonly people: number;
  private readonly stopsClock: readonly boolean[];
  private spotOf: SpotOf = nowhere;
  private entryOf: (step: number) => Point | null = () => null;
  /** The last day that was asked for. */
  day = -1;
  /** Position of the next move to make. */
  private next = 0;
  private readonly doing: Uint8Array;
  private readonly step: Int32Array;
  private readonly place: Int32Array;
  /** Position of each person's last move; -1 before the first. */
  private readonly lastMove: Int32Array;
  private readonly clockRuns: Uint8Array;
  /** Day of referral of whoever was referred in the simulation; those on a starting list came before, in order. */
  private readonly referredOn: Float64Array;
  private readonly walks: Walks;
  private readonly piles: readonly number[][][];
  private readonly left: Int32Array;

  /**
   * @param stopsClock whether being under way at a step stops the waiting clock, by step of the replay.
   */
  constructor(replay: Replay, stopsClock: readonly boolean[]) {
    const { people, steps } = replay;
    this.replay = replay;
    this.stopsClock = stopsClock;
    this.people = people;
    this.doing = new Uint8Array(people);
    this.step = new Int32Array(people);
    this.place = new Int32Array(people);
    this.lastMove = new Int32Array(people);
    this.clockRuns = new Uint8Array(people);
    this.referredOn = new Float64Array(people);
    this.walks = {
      at: new Float64Array(people),
      fromX: new Float32Array(people),
      fromY: new Float32Array(people),
      isWalking: new Uint8Array(people),
    };
    this.piles = steps.map(() => [[], [], [], []]);
    this.left = new Int32Array(steps.length);
    this.reset();
  }

  /** Puts people on another drawing, as of the same day. */
  placeOn(spotOf: SpotOf, entryOf: (step: number) => Point | null, walkDays: number): void {
    this.spotOf = spotOf;
    this.entryOf = entryOf;
    const { day } = this;
    this.reset();
    this.seek(day, walkDays);
  }

  /** Goes to a day. `walkDays` is how long after a move somebody is seen on the way. */
  seek(day: number, walkDays: number): void {
    if (day < this.day) this.reset();
    const { replay } = this;
    for (; this.next < replay.day.length && (replay.day[this.next] ?? 0) <= day; this.next += 1) {
      this.move(this.next, walkDays);
    }
    this.day = day;
  }

  /** People at a step who do the same. */
  pile(step: number, doing: number): Pile {
    return this.piles[step]?.[doing] ?? [];
  }

  /** People who have left the service at a step so far. */
  leftAt(step: number): number {
    return this.left[step] ?? 0;
  }

  /** Whoever has waited longest of those whose clock runs; nobody when none does. */
  longestWaiting(): number | null {
    let longest: number | null = null;
    for (let person = 0; person < this.people; person += 1) {
      if (this.clockRuns[person] !== 1) continue;
      // People are numbered by referral, so that the first of equals has waited longest.
      if (longest === null || (this.referredOn[person] ?? 0) < (this.referredOn[longest] ?? 0)) longest = person;
    }
    return longest;
  }

  whereIs(person: number): { step: number; doing: number } {
    return { step: this.step[person] ?? 0, doing: this.doing[person] ?? absent };
  }

  /** Where somebody is on the drawing, on the way or there; nobody who has left or not come is. */
  pointOf(person: number, walkDays: number): Point | null {
    const doing = this.doing[person] ?? absent;
    const isThere = doing !== absent && (doing !== gone || this.isOnTheWay(person, walkDays));
    return isThere ? this.pointOn(person, this.day, walkDays) : null;
  }

  isOnTheWay(person: number, walkDays: number): boolean {
    return this.walks.isWalking[person] === 1 && this.day - (this.walks.at[person] ?? 0) < walkDays;
  }

  /** Calls for everybody who is on the way. */
  eachOnTheWay(walkDays: number, call: (person: number, doing: number) => void): void {
    const { replay } = this;
    for (let at = this.next - 1; at >= 0 && this.day - (replay.day[at] ?? 0) < walkDays; at -= 1) {
      const person = replay.person[at] ?? 0;
      // Only the last move counts: an earlier one ends where the later began.
      if (this.lastMove[person] === at && this.walks.isWalking[person] === 1)
        call(person, this.doing[person] ?? absent);
    }
  }

  private reset(): void {
    this.day = -1;
    this.next = 0;
    this.doing.fill(absent);
    this.lastMove.fill(-1);
    this.clockRuns.fill(0);
    this.referredOn.fill(Number.NEGATIVE_INFINITY);
    this.walks.isWalking.fill(0);
    this.left.fill(0);
    for (const ofStep of this.piles) for (const pile of ofStep) pile.length = 0;
  }

  private move(at: number, walkDays: number): void {
    const { replay, walks } = this;
    const [person, step, day] = [replay.person[at] ?? 0, replay.step[at] ?? 0, replay.day[at] ?? 0];
    const doing = codeOf[replay.doing[at] ?? 'gone'];
    const before = this.doing[person] ?? absent;
    const isNew = before === absent || before === gone;
    const from = isNew ? (day > 0 ? this.entryOf(step) : null) : this.pointOn(person, day, walkDays);
    if (!isNew) this.leavePile(person);

    this.step[person] = step;
    this.doing[person] = doing;
    this.lastMove[person] = at;
    walks.at[person] = day;
    walks.isWalking[person] = from === null ? 0 : 1;
    if (from) [walks.fromX[person], walks.fromY[person]] = [from.x, from.y];
    if (doing === gone) this.left[step] = (this.left[step] ?? 0) + 1;
    else this.joinPile(person);
    this.keepClock(person, { step, doing, day, isNew });
  }

  private keepClock(person: number, now: { step: number; doing: number; day: number; isNew: boolean }): void {
    const { step, doing, day, isNew } = now;
    if (isNew) {
      // Whoever is under way at the very start was seen before it.
      this.clockRuns[person] = day === 0 && doing === underWay ? 0 : 1;
      this.referredOn[person] = day > 0 ? day : Number.NEGATIVE_INFINITY;
    }
    if (doing === gone || (doing === underWay && this.stopsClock[step])) this.clockRuns[person] = 0;
  }

  private joinPile(person: number): void {
    const pile = this.piles[this.step[person] ?? 0]?.[this.doing[person] ?? absent];
    if (!pile) return;
    this.place[person] = pile.length;
    pile.push(person);
  }

  /** The last of the pile takes the place that falls free, so that a pile has no holes. */
  private leavePile(person: number): void {
    const pile = this.piles[this.step[person] ?? 0]?.[this.doing[person] ?? absent];
    const last = pile?.pop();
    if (!pile || last === undefined || last === person) return;
    const place = this.place[person] ?? 0;
    pile[place] = last;
    this.place[last] = place;
  }

  /** Where somebody stands once they have arrived. Those who keep a place stand behind those who are under way. */
  private standing(person: number): Point {
    const [step, doing] = [this.step[person] ?? 0, this.doing[person] ?? absent];
    const before = doing === kept ? this.pile(step, underWay).length : 0;
    return this.spotOf(step, doing, before + (this.place[person] ?? 0));
  }

  private pointOn(person: number, day: number, walkDays: number): Point {
    const to = this.standing(person);
    const { at, fromX, fromY, isWalking } = this.walks;
    const share = walkDays > 0 ? (day - (at[person] ?? 0)) / walkDays : 1;
    if (isWalking[person] !== 1 || share >= 1) return to;
    const eased = share * share * (3 - 2 * share);
    const [x, y] = [fromX[person] ?? to.x, fromY[person] ?? to.y];
    return { x: x + (to.x - x) * eased, y: y + (to.y - y) * eased };
  }
}

/** The largest that each pile ever gets: waiting, under way, kept, by step. */
export interface LargestPiles {
  waiting: number;
  /** Under way and kept together: they stand on one pile. */
  underWay: number;
}

export function largestPiles(replay: Replay): LargestPiles[] {
  const largest = replay.steps.map(() => ({ waiting: 0, underWay: 0 }));
  const here = replay.steps.map(() => ({ waiting: 0, underWay: 0 }));
  const last: ({ step: number; pile: keyof LargestPiles } | null)[] = new Array(replay.people).fill(null);
  for (const [at, doing] of replay.doing.entries()) {
    const [person, step] = [replay.person[at] ?? 0, replay.step[at] ?? 0];
    const before = last[person];
    const counted = before && here[before.step];
    if (before && counted) counted[before.pile] -= 1;
    const pile = doing === 'waiting' ? 'waiting' : 'underWay';
    last[person] = doing === 'gone' ? null : { step, pile };
    const [now, most] = [here[step], largest[step]];
    if (doing === 'gone' || !now || !most) continue;
    now[pile] += 1;
    most[pile] = Math.max(most[pile], now[pile]);
  }
  return largest;
}
