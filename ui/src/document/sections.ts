import type { Project, Section } from '@/ipc/bindings';

const lists = ['tiers', 'groups', 'calendars', 'roles', 'mixes', 'options', 'targets', 'actuals'] as const;
const details = ['name', 'description', 'startDate', 'horizonWeeks', 'warmUpWeeks'] as const;

/**
 * The sections in which two versions of a document differ. Versions share what did not change, so that comparing
 * references is enough.
 */
export function changedSections(before: Project, after: Project): Section[] {
  const sections: Section[] = [];
  if (details.some((field) => before[field] !== after[field])) {
    const { name, description, startDate, horizonWeeks, warmUpWeeks } = after;
    sections.push({ kind: 'details', value: { name, description, startDate, horizonWeeks, warmUpWeeks } });
  }
  for (const list of lists) {
    if (before[list] !== after[list]) sections.push({ kind: list, value: after[list] } as Section);
  }
  if (before.guide !== after.guide) sections.push({ kind: 'guide', value: after.guide ?? null });
  if (before.businessCase !== after.businessCase) {
    sections.push({ kind: 'businessCase', value: after.businessCase });
  }
  if (before.economics !== after.economics) sections.push({ kind: 'economics', value: after.economics });
  for (const design of after.designs) {
    if (!before.designs.includes(design)) sections.push({ kind: 'design', value: design });
  }
  for (const { id } of before.designs) {
    if (!after.designs.some((design) => design.id === id)) sections.push({ kind: 'designRemoved', value: id });
  }
  return sections;
}
