import type { Draft } from 'immer';
import type { Design, Estimate, SkilledRole, Step } from '@/ipc/bindings';

/** One member of staff that a step needs: a row of the skills grid. */
export interface SkillRow {
  /** Of the row: the step and which of its members of staff. */
  id: string;
  stepId: string;
  stepName: string;
  tier: string | null;
  /** Which member of staff, from 0. */
  need: number;
  /** `Second member of staff`, where a step needs several at once; empty where it needs one. */
  needWords: string;
  /** Who will do, the preferred one first. */
  anyOf: readonly SkilledRole[];
}

const ordinals = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];

/** The rows of the skills grid: every member of staff that contacts and groups of a design need. */
export function skillRows(design: Design): SkillRow[] {
  return design.steps.flatMap((step) => {
    const needs = staffOf(step);
    return needs.map(({ anyOf }, need) => ({
      id: `${step.id}/${need}`,
      stepId: step.id,
      stepName: step.name,
      tier: step.tier,
      need,
      needWords: needs.length > 1 ? `${ordinals[need] ?? `${need + 1}th`} member of staff` : '',
      anyOf,
    }));
  });
}

function staffOf({ work }: Step): readonly { anyOf: SkilledRole[] }[] {
  return work.kind === 'contacts' || work.kind === 'group' ? work.staff : [];
}

/** The steps of a design that could have staff and name nobody. */
export function stepsWithoutStaff(design: Design): Step[] {
  return design.steps.filter(
    (step) => (step.work.kind === 'contacts' || step.work.kind === 'group') && step.work.staff.length === 0,
  );
}

/** The roles of one need, to be changed. */
function anyOfIn(step: Draft<Step>, need: number): Draft<SkilledRole>[] | null {
  const { work } = step;
  if (work.kind !== 'contacts' && work.kind !== 'group') return null;
  return work.staff[need]?.anyOf ?? null;
}

/** Says that a role can do the work, as the last choice, or that it can no longer. */
export function toggleRole(step: Draft<Step>, need: number, roleId: string): void {
  const anyOf = anyOfIn(step, need);
  if (!anyOf) return;
  const at = anyOf.findIndex(({ role }) => role === roleId);
  if (at >= 0) anyOf.splice(at, 1);
  else anyOf.push({ role: roleId, timePercent: 100 });
}

/** Makes a role the nth choice, from 1, adding it where it was not one yet. */
export function preferRole(step: Draft<Step>, need: number, roleId: string, choice: number): void {
  const anyOf = anyOfIn(step, need);
  if (!anyOf) return;
  const at = anyOf.findIndex(({ role }) => role === roleId);
  const [skilled] = at >= 0 ? anyOf.splice(at, 1) : [{ role: roleId, timePercent: 100 }];
  if (skilled) anyOf.splice(Math.min(choice - 1, anyOf.length), 0, skilled);
}

/** Says how long a role takes, relative to the times of the step [%]. */
export function setTime(step: Draft<Step>, need: number, roleId: string, percent: Estimate): void {
  const skilled = anyOfIn(step, need)?.find(({ role }) => role === roleId);
  if (skilled) skilled.timePercent = percent;
}

/** Gives a step its first member of staff. */
export function addNeed({ work }: Draft<Step>, roleId: string): void {
  const anyOf = [{ role: roleId, timePercent: 100 }];
  if (work.kind === 'contacts') work.staff.push({ anyOf });
  else if (work.kind === 'group') work.staff.push({ anyOf, hoursPerSession: 2 });
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(place: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${place}${ending[ordinalRules.select(place)]}`;
}

const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' });
