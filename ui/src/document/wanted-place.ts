import { create } from 'zustand';
import type { Project, ServiceOption } from '@/ipc/bindings';
import { goTo } from '@/shared/navigation/navigation';
import { showOption, useDocument } from './document';
import { documentPlace } from './figure-place';
import { select } from './selection';

/** A field that the keyboard should go to as soon as its screen shows it, as its place in the document. */
export const useWantedPlace = create<{ path: string | null }>(() => ({ path: null }));

/** Opens the screen on people and demand at a part of the document, or at a field of it. */
export function goToPeople(path: string): void {
  useWantedPlace.setState({ path });
  goTo('people');
}

/** Opens the screen where a figure of an option is entered, at its field. */
export function goToFigure(optionId: string, place: string): void {
  const option = useDocument.getState().project?.options.find(({ id }) => id === optionId);
  if (!option) return;
  showOption(optionId);
  const path = documentPlace(option, place);
  if (!goToDrawn(path)) goToPeople(path);
}

/** Opens the screen where a part of the document is entered, at its field or at its first one. */
export function goToPlace(path: string): void {
  const { project, optionId } = useDocument.getState();
  if (!project) return;
  const [list, owner] = path.split('/');
  const isOwned = ({ design, mix }: ServiceOption) => owner === (list === 'designs' ? design : mix);
  const owners = list === 'designs' || list === 'mixes' ? project.options.filter(isOwned) : [];
  const [first] = owners;
  if (first && !owners.some(({ id }) => id === optionId)) showOption(first.id);
  // Lists that wait are imported there.
  const isStart = /\/steps\/[^/]+\/work\/start(\/|$)/.test(path);
  if (isStart || !(goToShares(project, path) || goToDrawn(path))) goToPeople(path);
}

/** Selects the step or the link that a place belongs to on the pathway; whether it belongs to one. */
function goToDrawn(path: string): boolean {
  const [list, , parts, id] = path.split('/');
  if (list !== 'designs' || (parts !== 'steps' && parts !== 'links') || !id) return false;
  select({ [parts]: [id], field: path });
  goTo('pathway');
  return true;
}

/** All links of a design are entered step by step: goes to the shares of the step where most ways part, if it has any. */
function goToShares(project: Project, path: string): boolean {
  const [, designId, parts, id] = path.split('/');
  const design = project.designs.find((one) => one.id === designId);
  if (parts !== 'links' || id || !design) return false;
  const shares = design.links.filter(({ cause }) => cause.kind === 'completed');
  const waysFrom = (step: string) => shares.filter(({ from }) => from === step).length;
  const [most] = shares.toSorted((one, other) => waysFrom(other.from) - waysFrom(one.from));
  if (!most) return false;
  select({ steps: [most.from], field: `designs/${design.id}/links/${most.id}/cause/percent` });
  goTo('pathway');
  return true;
}
