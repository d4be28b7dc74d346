import type { GoalSide } from '@/ipc/bindings';
import type { Unit } from '@/shared/charts/chart-data';

/** A figure that a target may be about. */
export interface GoalFigure {
  /** Its name in the program. */
  id: string;
  label: string;
  /** Within a sentence: "the longest wait". */
  inSentence: string;
  unit: Unit;
  side: GoalSide;
  /** Whether it is read at the end of a week; otherwise over the whole time simulated. */
  isWeekly: boolean;
  /** A line to begin from. */
  line: number;
}

const weekly = (id: string, label: string, inSentence: string, unit: Unit, line: number): GoalFigure => ({
  ...{ id, label, inSentence, unit, line },
  side: id === 'within18Percent' ? 'atLeast' : 'atMost',
  isWeekly: true,
});

/** The figures that services are held to, the usual ones first. */
export const goalFigures: readonly GoalFigure[] = [
  weekly('longestWait', 'Longest wait', 'the longest wait', 'weeks', 52),
  weekly('waitingList', 'Waiting list', 'the waiting list', 'people', 500),
  weekly('openReferrals', 'Open referrals', 'open referrals', 'people', 500),
  weekly('over18', 'Waiting over 18 weeks', 'the number waiting over 18 weeks', 'people', 0),
  weekly('over52', 'Waiting over 52 weeks', 'the number waiting over 52 weeks', 'people', 0),
  weekly('over65', 'Waiting over 65 weeks', 'the number waiting over 65 weeks', 'people', 0),
  weekly('over78', 'Waiting over 78 weeks', 'the number waiting over 78 weeks', 'people', 0),
  weekly('over104', 'Waiting over 104 weeks', 'the number waiting over 104 weeks', 'people', 0),
  weekly('within18Percent', 'Waiting within 18 weeks', 'the share waiting within 18 weeks', 'percent', 92),
  weekly('percentile92', 'Wait that 92% are within', 'the wait that 92% are within', 'weeks', 18),
  {
    ...weekly('waitMean', 'Average wait of those seen', 'the average wait of those seen', 'weeks', 2),
    isWeekly: false,
  },
  {
    ...weekly('wait92', '92% seen within', 'the wait that 92% are seen within', 'weeks', 18),
    isWeekly: false,
  },
  { ...weekly('staffUse', 'Staff hours used', 'the share of staff hours used', 'percent', 85), isWeekly: false },
];

export const goalFigure = (id: string): GoalFigure | undefined => goalFigures.find((figure) => figure.id === id);
