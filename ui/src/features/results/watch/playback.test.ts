import { beforeEach, describe, expect, it } from 'vitest';
import type { Doing, Replay } from '@/ipc/bindings';
import { gone, largestPiles, Playback, underWay, waiting } from './playback';

/** Moves as [day, person, step, doing]. Step 0 stops the clock, step 1 does not, step 2 is an outcome. */
function replayOf(moves: readonly [number, number, number, Doing][]): Replay {
  return {
    seed: '1',
    replication: 0,
    steps: ['assessment', 'delay', 'done'],
    day: moves.map(([day]) => day),
    person: moves.map(([, person]) => person),
    step: moves.map(([, , step]) => step),
    doing: moves.map(([, , , doing]) => doing),
    people: 1 + Math.max(...moves.map(([, person]) => person)),
    cut: false,
  };
}

// 0 and 1 wait at the start, 2 is under way then, 3 is referred on day 5.
const replay = replayOf([
  [0, 0, 0, 'waiting'],
  [0, 1, 0, 'waiting'],
  [0, 2, 0, 'underWay'],
  [5, 3, 0, 'waiting'],
  [6, 0, 0, 'underWay'],
  [7, 2, 1, 'underWay'],
  [10, 0, 2, 'gone'],
  [12, 0, 0, 'waiting'],
]);

let playback: Playback;
beforeEach(() => {
  playback = new Playback(replay, [true, false, false]);
});

const waitingAt = (step: number) => [...playback.pile(step, waiting)].toSorted();

describe('one simulated future', () => {
  it('has everybody where the moves put them', () => {
    playback.seek(0, 0);
    expect(waitingAt(0)).toEqual([0, 1]);
    expect(playback.pile(0, underWay)).toEqual([2]);
    playback.seek(6, 0);
    expect(waitingAt(0)).toEqual([1, 3]);
    playback.seek(10, 0);
    expect(playback.whereIs(0)).toEqual({ step: 2, doing: gone });
    expect(playback.leftAt(2)).toBe(1);
    expect(playback.pile(1, underWay)).toEqual([2]);
  });

  it('goes back as well as forward', () => {
    playback.seek(10, 0);
    playback.seek(0, 0);
    expect(waitingAt(0)).toEqual([0, 1]);
    expect(playback.leftAt(2)).toBe(0);
  });

  it('leaves no hole where somebody leaves a pile', () => {
    playback.seek(5, 0);
    expect(playback.pile(0, waiting)).toHaveLength(3);
    playback.seek(6, 0);
    expect(playback.pile(0, waiting)).toEqual([3, 1]);
  });

  it('knows who has waited longest of those whose clock runs', () => {
    playback.seek(0, 0);
    expect(playback.longestWaiting()).toBe(0);
    playback.seek(6, 0);
    // 0 is being seen, 2 was seen before the start.
    expect(playback.longestWaiting()).toBe(1);
  });

  it('counts the wait of somebody who comes back from the day they came back', () => {
    playback.seek(12, 0);
    expect(playback.longestWaiting()).toBe(1);
  });
});

describe('somebody on the way', () => {
  const spotOf = (step: number) => ({ x: step * 100, y: 0 });

  it('walks from where they were to where they are', () => {
    playback.placeOn(spotOf, () => null, 2);
    playback.seek(8, 2);
    expect(playback.pointOf(2, 2)).toEqual({ x: 50, y: 0 });
    expect(playback.isOnTheWay(2, 2)).toBe(true);
    playback.seek(9, 2);
    expect(playback.pointOf(2, 2)).toEqual({ x: 100, y: 0 });
    expect(playback.isOnTheWay(2, 2)).toBe(false);
  });

  it('is nowhere before being referred and after having left', () => {
    playback.placeOn(spotOf, () => null, 1);
    playback.seek(4, 1);
    expect(playback.pointOf(3, 1)).toBeNull();
    playback.seek(11.5, 1);
    expect(playback.pointOf(0, 1)).toBeNull();
  });

  it('comes in from where people are referred', () => {
    playback.placeOn(spotOf, () => ({ x: -100, y: 0 }), 2);
    playback.seek(6, 2);
    expect(playback.pointOf(3, 2)).toEqual({ x: -50, y: 0 });
  });

  it('is found once, however often they moved', () => {
    playback.placeOn(spotOf, () => null, 100);
    playback.seek(10, 100);
    const found: number[] = [];
    playback.eachOnTheWay(100, (person) => found.push(person));
    expect(found.toSorted()).toEqual([0, 2]);
  });
});

it('knows the largest that each pile gets', () => {
  expect(largestPiles(replay)).toEqual([
    { waiting: 3, underWay: 2 },
    { waiting: 0, underWay: 1 },
    { waiting: 0, underWay: 0 },
  ]);
});
