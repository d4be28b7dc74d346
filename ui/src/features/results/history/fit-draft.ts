import { create } from 'zustand';
import type { FitChoice, UnknownRequest } from '@/ipc/bindings';

/** Most figures that are fitted at once: one line of list sizes tells no more apart. As in the program. */
export const mostUnknown = 6;

/** Fewest figures of a history that begins before the simulation, its first one included. As in the program. */
export const fewestFigures = 5;

/** Futures to learn from; as in the terminal. */
const usualFutures = 4_000;

/** A question as it is being put. It belongs to this sitting. */
export interface FitDraft {
  unknown: readonly UnknownRequest[];
  futures: number;
}

const firstDraft: FitDraft = { unknown: [], futures: usualFutures };

/** Questions by what they are about: the project, the option and what was counted. */
export const useFitDrafts = create<{ drafts: Readonly<Record<string, FitDraft>> }>(() => ({ drafts: {} }));

export function useFitDraft(about: string): [FitDraft, (part: Partial<FitDraft>) => void] {
  const draft = useFitDrafts(({ drafts }) => drafts[about]) ?? firstDraft;
  const put = (part: Partial<FitDraft>) =>
    useFitDrafts.setState(({ drafts }) => ({ drafts: { ...drafts, [about]: { ...draft, ...part } } }));
  return [draft, put];
}

/** Why a fit cannot be asked for yet; none when it can. */
export function whyNot(
  unknown: readonly UnknownRequest[],
  choices: readonly FitChoice[],
  figures: number,
): string | null {
  if (figures < fewestFigures) return `Fitting takes ${fewestFigures} counted figures or more.`;
  if (unknown.length === 0) return 'Choose a figure that is not known first.';
  const wrong = unknown.find(({ low, high }) => low >= high);
  const name = choices.find(({ place }) => place === wrong?.place)?.words;
  return wrong ? `${name}: the lowest must be below the highest.` : null;
}

/** Where a figure belongs, so that it is found among many. */
const sections: readonly { id: string; name: string; has: (place: string) => boolean }[] = [
  { id: 'posts', name: 'Posts', has: (place) => place.startsWith('mix/') },
  {
    id: 'referrals',
    name: 'Referrals',
    has: (place) => /\/work\/(perWeek|growthPercentPerYear|changes\/)/.test(place),
  },
  { id: 'steps', name: 'Steps and ways on', has: (place) => place.startsWith('design/') },
  { id: 'staff', name: 'Staff and working patterns', has: () => true },
];

/** Choices by where they belong; each is in the first that has it. */
export function sectionsOf(choices: readonly FitChoice[]): { id: string; name: string; choices: FitChoice[] }[] {
  const sectionOf = ({ place }: FitChoice) => sections.find(({ has }) => has(place))?.id;
  return sections
    .map(({ id, name }) => ({ id, name, choices: choices.filter((choice) => sectionOf(choice) === id) }))
    .filter((section) => section.choices.length > 0);
}
