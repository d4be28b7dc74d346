import { useEffect } from 'react';
import { create } from 'zustand';

/** The moment of a simulated future that is watched. */
interface ReplayClock {
  /** Days from the start. */
  day: number;
  lastDay: number;
  isPlaying: boolean;
}

export const useClock = create<ReplayClock>(() => ({ day: 0, lastDay: 0, isPlaying: false }));

/** The whole weeks that have passed; drawn anew only when another week begins. */
export const useClockWeek = () => useClock(({ day }) => Math.floor(day / 7 + 1e-9));

/** Begins another future at its start. */
export function setClock(lastDay: number): void {
  useClock.setState({ day: 0, lastDay, isPlaying: false });
}

export function goToWeek(week: number): void {
  useClock.setState(({ lastDay }) => ({ day: Math.min(Math.max(week, 0) * 7, lastDay), isPlaying: false }));
}

/** Plays on, or pauses; at the end it begins again. */
export function togglePlaying(): void {
  useClock.setState(({ day, lastDay, isPlaying }) =>
    isPlaying ? { isPlaying: false } : { isPlaying: true, day: day >= lastDay ? 0 : day },
  );
}

export const isMotionReduced = () => globalThis.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Shortest time that a week is shown where motion is reduced [ms]; chosen: time to read the counts. */
const shortestWeekMs = 500;

/** Longest step of a frame [ms]: after the window was hidden, the time in between is not caught up. */
const longestFrameMs = 100;

/** Lets time pass while the clock plays. */
export function useTicking(weeksPerSecond: number): void {
  const isPlaying = useClock((clock) => clock.isPlaying);
  useEffect(() => {
    if (!isPlaying) return;
    return isMotionReduced() ? stepByWeeks(weeksPerSecond) : runSmoothly(weeksPerSecond);
  }, [isPlaying, weeksPerSecond]);
}

function passTo(day: number): void {
  const { lastDay } = useClock.getState();
  useClock.setState(day >= lastDay ? { day: lastDay, isPlaying: false } : { day });
}

function runSmoothly(weeksPerSecond: number): () => void {
  let before: number | null = null;
  let frame = requestAnimationFrame(function tick(now) {
    const passedMs = Math.min(now - (before ?? now), longestFrameMs);
    before = now;
    passTo(useClock.getState().day + (passedMs / 1000) * weeksPerSecond * 7);
    frame = requestAnimationFrame(tick);
  });
  return () => cancelAnimationFrame(frame);
}

function stepByWeeks(weeksPerSecond: number): () => void {
  const everyMs = Math.max(1000 / weeksPerSecond, shortestWeekMs);
  const timer = setInterval(() => passTo((Math.floor(useClock.getState().day / 7 + 1e-9) + 1) * 7), everyMs);
  return () => clearInterval(timer);
}

/** How long after a move somebody is seen on the way [s]; chosen: long enough to follow with the eye. */
const walkSeconds = 0.6;

/** The same in simulated days at a speed; none where motion is reduced. */
export function walkDaysAt(weeksPerSecond: number): number {
  return isMotionReduced() ? 0 : walkSeconds * weeksPerSecond * 7;
}
