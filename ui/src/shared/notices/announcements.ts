import { create } from 'zustand';

/** What a screen reader is to say next. `count` grows so that the same words can be said twice. */
interface Announcement {
  words: string;
  count: number;
}

export const useAnnouncement = create<Announcement>(() => ({ words: '', count: 0 }));

/** Has a screen reader say what the eye sees change: "Run finished", "Results out of date". */
export function announce(words: string): void {
  useAnnouncement.setState(({ count }) => ({ words, count: count + 1 }));
}
