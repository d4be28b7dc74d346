import { create } from 'zustand';
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
  const [list, , parts, id = ''] = path.split('/');
  if (list === 'designs' && (parts === 'steps' || parts === 'links')) {
    select({ [parts]: [id], field: path });
    goTo('pathway');
    return;
  }
  goToPeople(path);
}
