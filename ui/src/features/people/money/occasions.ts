import type { EffectKind, Occasion, Project, Step, Work } from '@/ipc/bindings';
import type { SelectOption } from '@/shared/components/select';
import { listed } from '../parts/listed';

/** What an effect is, as people say it. */
export const effectKinds: Readonly<Record<EffectKind, { label: string; description: string }>> = {
  cashReleasing: { label: 'Benefit: cash-releasing', description: 'Leaves money in a budget' },
  timeReleasing: { label: 'Benefit: time-releasing', description: 'Frees time or room; no budget is smaller for it' },
  health: { label: 'Benefit: health', description: 'Quality-adjusted life years' },
  cost: { label: 'Cost to somebody', description: 'Waiting, delay, work for another service' },
};

/** Kinds of step that an occasion can be counted at. */
type Fits = (work: Work) => boolean;
const isWorkedAt: Fits = ({ kind }) => kind === 'contacts' || kind === 'group' || kind === 'places';
const isPlaces: Fits = ({ kind }) => kind === 'places';
const isOutcome: Fits = ({ kind }) => kind === 'outcome';

interface OccasionWords {
  /** After "for each". */
  label: string;
  /** Where it is counted; without it, among everybody or the people of one group. */
  fits?: Fits;
  /** Why it cannot be chosen where no step fits. */
  missing?: string;
}

const noStep = 'No step with contacts, groups or places is drawn';
const noPlaces = 'No step with places is drawn';

/** What an effect can be counted for. */
export const occasionWords: Readonly<Record<Occasion['kind'], OccasionWords>> = {
  completed: { label: 'person completed' },
  seen: { label: 'person first seen' },
  weekWaited: { label: 'week that somebody waits' },
  visit: { label: 'person who starts at', fits: isWorkedAt, missing: noStep },
  weekQueued: { label: 'week that somebody waits for', fits: isWorkedAt, missing: noStep },
  outcome: { label: 'person who leaves by', fits: isOutcome, missing: 'No outcome is drawn' },
  dayInPlace: { label: 'day that a place is occupied at', fits: isPlaces, missing: noPlaces },
  dayDelayed: { label: 'day that somebody ready to leave is kept at', fits: isPlaces, missing: noPlaces },
};

/** Steps of one id are one step, whichever designs they are drawn in. */
export function stepChoices(project: Project, fits: Fits): SelectOption<string>[] {
  const found = new Map<string, { step: Step; designs: string[] }>();
  for (const design of project.designs) {
    for (const step of design.steps) {
      if (!fits(step.work)) continue;
      const known = found.get(step.id);
      if (known) known.designs.push(design.name);
      else found.set(step.id, { step, designs: [design.name] });
    }
  }
  return [...found.values()].map(({ step, designs }) => ({
    id: step.id,
    label: step.name || 'Step without a name',
    ...(designs.length < project.designs.length ? { description: `Only in ${listed(designs)}` } : {}),
  }));
}

/** The occasions to choose from; those that no step fits cannot be chosen, and say why. */
export function occasionChoices(project: Project): SelectOption<Occasion['kind']>[] {
  return Object.entries(occasionWords).map(([kind, { label, fits, missing }]) => {
    const isDisabled = fits !== undefined && stepChoices(project, fits).length === 0;
    return {
      id: kind as Occasion['kind'],
      label,
      isDisabled,
      ...(isDisabled && missing ? { description: missing } : {}),
    };
  });
}

/** An occasion of another kind: of the same group or step where it can be, else of everybody or the first step. */
export function occasionOf(kind: Occasion['kind'], before: Occasion, project: Project): Occasion {
  const { fits } = occasionWords[kind];
  if (!fits) return { kind, group: 'group' in before ? before.group : null } as Occasion;
  const steps = stepChoices(project, fits);
  const same = 'step' in before ? steps.find(({ id }) => id === before.step) : undefined;
  return { kind, step: (same ?? steps[0])?.id ?? '' } as Occasion;
}
