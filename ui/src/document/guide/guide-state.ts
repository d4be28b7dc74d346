import { create } from 'zustand';
import type { Guide, Project } from '@/ipc/bindings';
import { useNavigation } from '@/shared/navigation/navigation';
import { edit, useDocument } from '../document';
import { select } from '../selection';
import { putSettings, useSettings } from '../settings';
import { goToPlace } from '../wanted-place';

/** How the guide is shown in this sitting. Whether it was put away is kept for each project. */
interface GuideView {
  /** Whether it stands beside screens other than the pathway. */
  isBeside: boolean;
  /** Whether fields of the pathway as a whole were asked for while it is open: it makes room for them. */
  isCovered: boolean;
  /** Place of the input that was gone to last. */
  followed: string | null;
}

const nothing: GuideView = { isBeside: false, isCovered: false, followed: null };

export const useGuideView = create<GuideView>(() => nothing);

useDocument.subscribe((now, before) => {
  if (now.id !== before.id) useGuideView.setState(nothing);
});

/** As many projects as are remembered; chosen: more than anybody works on. */
const mostRemembered = 500;

/** The guide of the open document. */
export const useGuide = (): Guide | null => useDocument(guideOf);

const guideOf = ({ project }: { project: Project | null }): Guide | null => project?.guide ?? null;

/** Whether there is a guide that was not put away: it is shown until somebody does. */
export function useIsGuideOpen(): boolean {
  const id = useDocument((document) => document.id);
  const hasGuide = useDocument((document) => guideOf(document) !== null);
  const putAway = useSettings(({ settings }) => settings?.guidesPutAway ?? null);
  return id !== null && hasGuide && putAway !== null && !putAway.includes(id);
}

/** Shows the guide: in place of the fields on the pathway, beside any other screen. */
export function openGuide(): void {
  remember(false);
  select({});
  const isBeside = useNavigation.getState().screen !== 'pathway';
  useGuideView.setState({ isCovered: false, ...(isBeside ? { isBeside } : {}) });
}

/** Puts the guide of this project away until it is asked for. */
export function putGuideAway(): void {
  remember(true);
  useGuideView.setState(nothing);
}

function remember(isPutAway: boolean): void {
  const { id } = useDocument.getState();
  const { settings } = useSettings.getState();
  if (id === null || !settings || settings.guidesPutAway.includes(id) === isPutAway) return;
  const others = settings.guidesPutAway.filter((one) => one !== id);
  void putSettings({ guidesPutAway: isPutAway ? [...others, id].slice(-mostRemembered) : others });
}

/** Goes to the field of a line of the checklist; on other screens than the pathway the guide comes along. */
export function follow(figure: string): void {
  goToPlace(figure);
  const isBeside = useNavigation.getState().screen !== 'pathway';
  useGuideView.setState({ followed: figure, ...(isBeside ? { isBeside } : {}) });
}

/** Ticks or unticks a line of the checklist by hand, as one edit. */
export function tick(at: number, done: boolean): void {
  const words = useDocument.getState().project?.guide?.replace[at]?.words.replace(/\.$/, '');
  if (words === undefined) return;
  edit(done ? `Tick off “${words}”` : `Untick “${words}”`, ({ guide }) => {
    const line = guide?.replace[at];
    if (line) line.done = done;
  });
}

/** How much of the checklist is done: `2 of 6 made mine`. */
export function progressWords({ replace }: Guide): string {
  return `${replace.filter(({ done }) => done).length} of ${replace.length} made mine`;
}
