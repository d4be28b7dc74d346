import type { Design, Project, ServiceOption, StaffingMix } from '@/ipc/bindings';
import { useDocument } from './document';

/** The shown option with its design and its staffing. */
export interface Shown {
  project: Project;
  option: ServiceOption;
  design: Design;
  mix: StaffingMix | null;
}

/** The shown option of a document; none when nothing is open, or the option names a design that is not there. */
export function shownOf(project: Project | null, optionId: string | null): Shown | null {
  const option = project?.options.find(({ id }) => id === optionId) ?? project?.options[0];
  const design = project?.designs.find(({ id }) => id === option?.design);
  if (!project || !option || !design) return null;
  return { project, option, design, mix: project.mixes.find(({ id }) => id === option.mix) ?? null };
}

export function useShown(): Shown | null {
  const project = useDocument((document) => document.project);
  const optionId = useDocument((document) => document.optionId);
  return shownOf(project, optionId);
}
