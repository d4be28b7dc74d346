import type { Unit } from '@/shared/charts/chart-data';

/**
 * What the simulation's measures are called and how they are counted, in the words of the screens. The counting itself
 * is that of `models/simulation/src/outcomes.rs`: a *snapshot* counts the people still waiting at the end of a week, an
 * *experience* follows people until their wait ends, and the two are never mixed.
 */
export interface MeasureWords {
  /** As a heading has it. */
  name: string;
  /** Within a sentence, with its article. */
  inSentence: string;
  /** Whether the words within a sentence are plural: open referrals *fall*. */
  isPlural: boolean;
  unit: Unit;
  /** How it is counted, in a sentence or two. */
  help: string;
}

const words = (name: string, inSentence: string, unit: Unit, help: string): MeasureWords => ({
  name,
  inSentence,
  isPlural: name.endsWith('s') && !inSentence.startsWith('the '),
  unit,
  help,
});

/** Measures at the end of each week, by their names in the results. */
export const weeklyMeasures = {
  waitingList: words(
    'Waiting list',
    'the waiting list',
    'people',
    'People whose waiting clock is running at the end of the week: referred, and not yet seen. At a step, the people in its queue.',
  ),
  openReferrals: words(
    'Open referrals',
    'open referrals',
    'people',
    'Everybody referred who has not reached an outcome at the end of the week: waiting, being seen or between steps.',
  ),
  longestWait: words(
    'Longest wait',
    'the longest wait',
    'weeks',
    'The wait so far of whoever has waited longest and is still waiting at the end of the week.',
  ),
  percentile92: words(
    'Wait that 92% are within',
    'the wait that 92% are within',
    'weeks',
    'Of the people still waiting at the end of the week, 92 in 100 have waited no longer than this so far.',
  ),
  within18Percent: words(
    'Waiting within 18 weeks',
    'the share waiting within 18 weeks',
    'percent',
    'Of the people still waiting at the end of the week, the share who have waited no longer than 18 weeks so far.',
  ),
  over18: words(
    'Over 18 weeks',
    'the number waiting over 18 weeks',
    'people',
    'People still waiting at the end of the week who have waited more than 18 weeks.',
  ),
  over52: words(
    'Over 52 weeks',
    'the number waiting over 52 weeks',
    'people',
    'People still waiting at the end of the week who have waited 365 days or more, as the national statistics count them.',
  ),
  underWay: words(
    'Under way',
    'the number under way',
    'people',
    'People at the step who are being seen, between contacts, in a group, in a place or in a delay at the end of the week.',
  ),
} as const satisfies Record<string, MeasureWords>;

/** Measures over the whole time simulated, warm-up left out, by their names in the results. */
export const horizonMeasures = {
  seen: words(
    'Seen',
    'the number seen',
    'people',
    'People whose waiting clock stopped: a first attended contact or session, or the start of a stay. At a step, first contacts, programmes or stays begun.',
  ),
  completed: words('Finished', 'the number who finished', 'people', 'People who finished at the step.'),
  removed: words(
    'Removed',
    'the number removed',
    'people',
    'People who came to an outcome that counts as a removal, before or after being seen. At a step, people who gave up or were taken off its list while waiting.',
  ),
  missed: words('Missed', 'the number of missed contacts', 'people', 'Contacts and sessions that people missed.'),
  waitMean: words(
    'Average wait',
    'the average wait',
    'weeks',
    'Average wait of those seen, from referral to being seen. At a step, the wait in its queue of those who started there. It follows people, so it is not the wait of those still on the list.',
  ),
  wait92: words(
    '92% seen within',
    'the wait that 92% are seen within',
    'weeks',
    'Of those seen, 92 in 100 waited no longer than this. At a step, the wait in its queue.',
  ),
  meanWaiting: words(
    'Waiting on average',
    'the average number waiting',
    'people',
    'People waiting, on average over time.',
  ),
  meanUnderWay: words(
    'Under way on average',
    'the average number under way',
    'people',
    'People being seen, between contacts, in a group, in a place or in a delay, on average over time.',
  ),
  costPerYear: words(
    'Cost a year',
    'the cost a year',
    'pounds',
    'Posts that are filled, places and outcomes, as a cost of one year.',
  ),
  hoursUsed: words(
    'Hours used',
    'the hours used',
    'hours',
    'Hours worked with and for people, missed contacts included.',
  ),
  hoursAvailable: words(
    'Hours there are',
    'the hours there are',
    'hours',
    'Patient-related hours of posts that are filled and not away.',
  ),
  utilisationPercent: words('Hours used', 'the share of hours used', 'percent', 'Hours used, of the hours there are.'),
  overtimeHours: words(
    'Overtime',
    'the overtime',
    'hours',
    'Hours worked after the end of the working day, to finish contacts that had begun.',
  ),
  meanWaitGap: words(
    'Gap between groups',
    'the gap between groups',
    'weeks',
    'Average wait of those seen: the longest of any client group less the shortest.',
  ),
} as const satisfies Record<string, MeasureWords>;

export type WeeklyMeasure = keyof typeof weeklyMeasures;
export type HorizonMeasure = keyof typeof horizonMeasures;
