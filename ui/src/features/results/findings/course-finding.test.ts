import { describe, expect, it } from 'vitest';
import { weeklyMeasures } from '@/document/measures';
import { courseFinding } from './course-finding';
import type { Course } from './words';

const { longestWait, openReferrals, waitingList } = weeklyMeasures;

function course(name: string, start: number | null, [p5, median, p95]: [number, number, number]): Course {
  return { name, isBase: name === 'Do nothing', start, end: { median, p5, p95 } };
}

const context = { measure: longestWait, when: 'January 2027', futures: 300, isOnlyOption: false };

// What `pathloom run example:birmingham --replications 300` gave at week 52 (engine 0.1.0, seed 1).
const nothing = course('Do nothing', 161, [202, 207, 210]);
const tiered = course('Tiered redesign', 161, [63, 72, 83]);
const staffOnly = course('Staff only', 161, [42, 44, 46]);
const half = course('Half the workshops', 161, [54, 61, 67]);

describe('the finding of a chart of courses', () => {
  it('holds the best option against the base', () => {
    expect(courseFinding([nothing, tiered, staffOnly, half], context)).toBe(
      'With Staff only, the longest wait falls to 44 weeks by January 2027; with Do nothing, it rises to 207 weeks',
    );
  });

  it('says which other band overlaps that of the best', () => {
    expect(courseFinding([nothing, tiered, half], context)).toBe(
      'With Half the workshops, the longest wait falls to 61 weeks by January 2027, its band overlapping that of Tiered redesign; with Do nothing, it rises to 207 weeks',
    );
  });

  it('claims nothing where the bands overlap that of the base', () => {
    const alike = course('More calls', 161, [190, 200, 205]);
    expect(courseFinding([nothing, alike], context)).toBe(
      'The bands of Do nothing and More calls overlap: with Do nothing, the longest wait rises to 207 weeks by January 2027',
    );
    expect(courseFinding([nothing, alike, { ...alike, name: 'Fewer calls' }], context)).toBe(
      'No option shown ends clearly below Do nothing: with Do nothing, the longest wait rises to 207 weeks by January 2027',
    );
  });

  it('tells the furthest above the base where none is below it', () => {
    const worse = course('Fewer posts', 161, [230, 240, 250]);
    expect(courseFinding([nothing, worse], context)).toBe(
      'With Do nothing, the longest wait rises to 207 weeks by January 2027; with Fewer posts, it rises to 240 weeks',
    );
  });

  it('compares the options shown where the base is not among them', () => {
    expect(courseFinding([tiered, staffOnly], context)).toBe(
      'With Staff only, the longest wait falls to 44 weeks by January 2027, the lowest of the options shown',
    );
    // Wide enough to reach the best, though its median is the highest.
    const unsure = course('Unsure', 161, [40, 90, 160]);
    expect(courseFinding([tiered, staffOnly, unsure], context)).toBe(
      'The bands of Staff only and Unsure overlap: the longest wait ends between 40 and 160 weeks in January 2027',
    );
  });

  it('tells one option from where it began', () => {
    expect(courseFinding([tiered], context)).toBe(
      'With Tiered redesign, the longest wait falls from 161 to 72 weeks by January 2027',
    );
    expect(courseFinding([tiered], { ...context, isOnlyOption: true })).toBe(
      'The longest wait falls from 161 to 72 weeks by January 2027',
    );
  });

  it('claims a direction only where the band lies on one side of the start', () => {
    const unsure = course('Do nothing', 161, [150, 158, 165]);
    expect(courseFinding([unsure], { ...context, isOnlyOption: true })).toBe(
      'The longest wait is still near 158 weeks in January 2027',
    );
    const nobody = course('Do nothing', 0, [0, 0, 0]);
    expect(courseFinding([nobody], { ...context, isOnlyOption: true })).toBe(
      'The longest wait is still 0 weeks in January 2027',
    );
  });

  it('speaks of people without a unit, and of plurals in the plural', () => {
    const lists = [course('Do nothing', 1512, [1910, 1967, 2026]), course('Tiered redesign', 1512, [417, 453, 504])];
    expect(courseFinding(lists, { ...context, measure: waitingList })).toBe(
      'With Tiered redesign, the waiting list falls to 453 by January 2027; with Do nothing, it rises to 1,967',
    );
    expect(courseFinding(lists, { ...context, measure: openReferrals })).toBe(
      'With Tiered redesign, open referrals fall to 453 by January 2027; with Do nothing, they rise to 1,967',
    );
  });

  it('finds nothing in too few simulated futures, nor where nothing was measured', () => {
    expect(courseFinding([nothing, tiered], { ...context, futures: 2 })).toBe(
      'Longest wait: 2 simulated futures are too few to tell change from chance',
    );
    const none: Course = { name: 'A', isBase: true, start: null, end: { median: null, p5: null, p95: null } };
    expect(courseFinding([none], context)).toBe('Longest wait: nothing was there to measure');
  });
});
