import type { Draft } from 'immer';
import { newId } from '@/document/starters';
import type { Project } from '@/ipc/bindings';

/** A new option with a copy of a design of its own, staffed as the option it is copied from. Gives back its id. */
export function copyOption(project: Draft<Project>, optionId: string, name: string): string | null {
  const option = project.options.find(({ id }) => id === optionId);
  const design = project.designs.find(({ id }) => id === option?.design);
  if (!option || !design) return null;
  const designId = newId(
    name,
    project.designs.map(({ id }) => id),
  );
  const id = newId(
    name,
    project.options.map((one) => one.id),
  );
  project.designs.push({ ...plain(design), id: designId, name });
  project.options.push({ ...plain(option), id, name, design: designId });
  return id;
}

/** Calls an option something else, and its design too where that was called the same. */
export function renameOption(project: Draft<Project>, optionId: string, name: string): void {
  const option = project.options.find(({ id }) => id === optionId);
  if (!option) return;
  const design = project.designs.find(({ id }) => id === option.design);
  if (design && design.name === option.name) design.name = name;
  option.name = name;
}

/** Takes an option away, and its design when no other option uses it. */
export function removeOption(project: Draft<Project>, optionId: string): void {
  const option = project.options.find(({ id }) => id === optionId);
  if (!option) return;
  project.options = project.options.filter(({ id }) => id !== optionId);
  if (project.options.every(({ design }) => design !== option.design)) {
    project.designs = project.designs.filter(({ id }) => id !== option.design);
  }
}

/** A copy that shares nothing with the draft. */
const plain = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
