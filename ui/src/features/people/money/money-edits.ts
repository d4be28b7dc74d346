import type { Draft } from 'immer';
import { edit } from '@/document/document';
import { newId, starter } from '@/document/starters';
import type { Economics, Effect, OtherCost, Project, ServiceOption } from '@/ipc/bindings';

/** Changes what the document says about money, as one edit. */
export function editEconomics(label: string, change: (economics: Draft<Economics>) => void): void {
  edit(label, (draft) => change(draft.economics));
}

/** Changes one cost; `label` says what was done, and the cost is named after it. */
export function editCost(cost: OtherCost, label: string, change: (cost: Draft<OtherCost>) => void): void {
  editEconomics(`${label}, ${cost.name || 'cost without a name'}`, ({ costs }) => {
    const found = costs.find(({ id }) => id === cost.id);
    if (found) change(found);
  });
}

/** Changes one effect; `label` says what was done, and the effect is named after it. */
export function editEffect(effect: Effect, label: string, change: (effect: Draft<Effect>) => void): void {
  editEconomics(`${label}, ${effect.name || 'effect without a name'}`, ({ effects }) => {
    const found = effects.find(({ id }) => id === effect.id);
    if (found) change(found);
  });
}

/** Adds a cost after the others; its id. */
export function addCost({ economics }: Draft<Project>): string {
  const id = newId('cost', idsOf(economics.costs));
  economics.costs.push({ ...starter('otherCost'), id });
  return id;
}

/** Adds an effect after the others; its id. */
export function addEffect({ economics }: Draft<Project>): string {
  const id = newId('effect', idsOf(economics.effects));
  economics.effects.push({ ...starter('effect'), id });
  return id;
}

/** Adds a copy after a cost or an effect; its id. */
export function duplicateIn(draft: Draft<Project>, list: 'costs' | 'effects', id: string): string | null {
  const elements: Draft<(OtherCost | Effect)[]> = draft.economics[list];
  const at = elements.findIndex((element) => element.id === id);
  const element = elements[at];
  if (!element) return null;
  const copy = { ...element, id: newId(id, idsOf(elements)), name: `${element.name} (copy)` };
  elements.splice(at + 1, 0, copy);
  return copy.id;
}

/** Takes out a cost or an effect, with the figures that options change in it. */
export function removeFrom(draft: Draft<Project>, list: 'costs' | 'effects', gone: string): void {
  const { economics } = draft;
  if (list === 'costs') economics.costs = economics.costs.filter(({ id }) => id !== gone);
  else economics.effects = economics.effects.filter(({ id }) => id !== gone);
  const start = `economics/${list}/${gone}/`;
  for (const option of draft.options) {
    if (option.changes.some(({ figure }) => figure.startsWith(start))) {
      option.changes = option.changes.filter(({ figure }) => !figure.startsWith(start));
    }
  }
}

/** Whether an option has a cost: one that names no options belongs to all of them. */
export const hasCost = ({ options }: OtherCost, optionId: string): boolean =>
  options.length === 0 || options.includes(optionId);

/** The ids to keep once an option has a cost, or has it no more. All of them are written as none: new options have it too. */
export function optionsWith(
  cost: OtherCost,
  all: readonly ServiceOption[],
  optionId: string,
  hasIt: boolean,
): string[] {
  const kept = all.map(({ id }) => id).filter((id) => (id === optionId ? hasIt : hasCost(cost, id)));
  return kept.length === all.length ? [] : kept;
}

/** What money says of an option that goes: a cost of that option alone goes with it, and is not left to all the others. */
export function forgetOption(economics: Draft<Economics>, optionId: string): void {
  economics.costs = economics.costs.filter(({ options }) => options.length !== 1 || options[0] !== optionId);
  for (const cost of economics.costs) cost.options = cost.options.filter((id) => id !== optionId);
}

const idsOf = (elements: readonly { id: string }[]) => elements.map(({ id }) => id);
