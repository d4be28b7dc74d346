import { create } from 'zustand';
import type { ServiceOption } from '@/ipc/bindings';
import { useDocument } from './document';

/**
 * Which options are simulated and compared: all of them until some are left out. It belongs to this sitting, for each
 * project apart: it is neither saved nor undone.
 */
interface Choice {
  /** Ids of options left out, by id of the project. */
  leftOut: Readonly<Record<string, readonly string[]>>;
}

export const useChoice = create<Choice>(() => ({ leftOut: {} }));

const none: readonly string[] = [];

/** Ids of the options of the open project that are left out. */
export function useLeftOut(): readonly string[] {
  const id = useDocument((document) => document.id);
  return useChoice(({ leftOut }) => (id === null ? none : (leftOut[id] ?? none)));
}

/** Takes an option into the comparison, or leaves it out. */
export function chooseOption(optionId: string, isChosen: boolean): void {
  const { id } = useDocument.getState();
  if (id === null) return;
  useChoice.setState(({ leftOut }) => {
    const others = (leftOut[id] ?? none).filter((other) => other !== optionId);
    return { leftOut: { ...leftOut, [id]: isChosen ? others : [...others, optionId] } };
  });
}

/** The options that are not left out, in the order of the document. */
export function chosenOf(options: readonly ServiceOption[], leftOut: readonly string[]): ServiceOption[] {
  return options.filter(({ id }) => !leftOut.includes(id));
}

/** Ids of the chosen options of the open project. */
export function chosenOptionIds(): string[] {
  const { id, project } = useDocument.getState();
  if (id === null || !project) return [];
  return chosenOf(project.options, useChoice.getState().leftOut[id] ?? none).map((option) => option.id);
}
