import { create } from 'zustand';

/** The screens of the rail, in its order. */
export const screenIds = ['start', 'pathway', 'people', 'results', 'case'] as const;

export type ScreenId = (typeof screenIds)[number];

interface Navigation {
  screen: ScreenId;
}

/** Which screen is open. It belongs to this sitting: it is neither saved with a project nor undone. */
export const useNavigation = create<Navigation>(() => ({ screen: 'start' }));

export function goTo(screen: ScreenId): void {
  useNavigation.setState({ screen });
}
