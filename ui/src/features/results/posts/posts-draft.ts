import { create } from 'zustand';
import type { Choice, Goal, GoalRequest, GoalSide, PostsChoices, PostsRequest, VaryRequest } from '@/ipc/bindings';
import { goalFigure, goalFigures } from './goal-figures';

/** A target as it is being put. */
export interface DraftGoal {
  figure: string;
  side: GoalSide;
  line: number;
  week: number;
  percent: number;
}

/** Limits as they are being put. */
export interface Limits {
  low: number;
  high: number;
  step: number;
}

/** A question as it is being put. It belongs to this sitting. */
export interface PostsDraft {
  goals: readonly DraftGoal[];
  /** Places of what may vary. */
  ticked: readonly string[];
  /** Limits that somebody has changed, by place. */
  limits: Readonly<Record<string, Limits>>;
  confidencePercent: number;
  withinPoints: number;
}

interface Drafts {
  /** Questions by project and option. */
  drafts: Readonly<Record<string, PostsDraft>>;
}

export const usePostsDrafts = create<Drafts>(() => ({ drafts: {} }));

export const draftKey = (projectId: string, optionId: string): string => `${projectId}/${optionId}`;

export function putDraft(key: string, draft: PostsDraft): void {
  usePostsDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [key]: draft } }));
}

/** Chance that the answer is right, and points of probability that make no difference; as in the terminal. */
const usual = { confidencePercent: 95, withinPoints: 3 };

/** A question to begin from: the document's target for waits, and the role with the most posts. */
export function firstDraft({ choices, goals }: PostsChoices, lastWeek: number): PostsDraft {
  const targets = goals.flatMap(draftGoal);
  const first = targets.find(({ figure }) => figure === 'longestWait') ?? targets[0];
  const posts = choices.filter(({ kind }) => kind === 'posts').toSorted((one, other) => other.now - one.now);
  return {
    goals: [first ?? newGoal('longestWait', lastWeek)],
    ticked: posts.slice(0, 1).map(({ place }) => place),
    limits: {},
    ...usual,
  };
}

/** A target of the document as one of a question; none for what is not offered here. */
export function draftGoal({ figure, limit, probability }: Goal): DraftGoal[] {
  if (figure.kind !== 'weekly' || typeof figure.measure !== 'string') return [];
  const known = goalFigure(figure.measure);
  if (!known) return [];
  const percent = Math.round(probability * 1000) / 10;
  return [{ figure: known.id, side: known.side, line: limit.line, week: figure.week, percent }];
}

/** A new target about a figure. */
export function newGoal(figure: string, lastWeek: number): DraftGoal {
  const { id, side, line } = goalFigure(figure) ?? goalFigures[0] ?? { id: 'longestWait', side: 'atMost', line: 52 };
  return { figure: id, side, line, week: lastWeek, percent: 90 };
}

export const limitsOf = ({ limits }: PostsDraft, choice: Choice): Limits => limits[choice.place] ?? choice;

/** Mixes there are within the limits of what is ticked. */
export function mixesOf(draft: PostsDraft, choices: readonly Choice[]): number {
  const ticked = choices.filter(({ place }) => draft.ticked.includes(place));
  return ticked.reduce((product, choice) => {
    const { low, high, step } = limitsOf(draft, choice);
    return product * Math.max(0, Math.floor((high - low) / step + 1e-9) + 1);
  }, 1);
}

/** Why a question cannot be asked yet; none when it can. */
export function whyNot(draft: PostsDraft, choices: readonly Choice[]): string | null {
  const ticked = choices.filter(({ place }) => draft.ticked.includes(place));
  if (draft.goals.length === 0) return 'Add a target first.';
  if (ticked.length === 0) return 'Tick what may vary first.';
  const wrong = ticked.find((choice) => {
    const { low, high } = limitsOf(draft, choice);
    return low > high;
  });
  return wrong ? `${wrong.name}: the lowest must not be above the highest.` : null;
}

/** The question as the program takes it. */
export function requestOf(
  draft: PostsDraft,
  choices: readonly Choice[],
  of: { projectId: string; optionId: string; seed: string },
): PostsRequest {
  const { confidencePercent, withinPoints } = draft;
  const goals = draft.goals.map(({ percent, ...goal }): GoalRequest => ({ ...goal, probabilityPercent: percent }));
  const vary = choices
    .filter(({ place }) => draft.ticked.includes(place))
    .map((choice): VaryRequest => {
      const { low, high, step } = limitsOf(draft, choice);
      return { place: choice.place, low, high, step };
    });
  return { ...of, goals, vary, confidencePercent, withinPoints };
}
