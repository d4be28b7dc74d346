import { create } from 'zustand';
import type { NoticeTone } from '../components/notice';
import { classifyError } from './classify-error';

/** Something to tell the person, wherever they are. */
export interface NoticeContent {
  tone: NoticeTone;
  title: string;
  detail?: string | undefined;
  /** One thing to do about it. */
  action?: { label: string; run: () => void };
}

export interface ShownNotice extends NoticeContent {
  id: number;
}

interface NoticesState {
  /** The latest last. */
  shown: readonly ShownNotice[];
}

/** As many as can be read at once; an older one makes room. */
const mostAtOnce = 3;

export const useNotices = create<NoticesState>(() => ({ shown: [] }));

let lastId = 0;

/** Tells the person something. The same words again replace the earlier ones. */
export function notify(content: NoticeContent): number {
  lastId += 1;
  const notice = { ...content, id: lastId };
  useNotices.setState(({ shown }) => {
    const others = shown.filter((other) => other.title !== content.title || other.detail !== content.detail);
    return { shown: [...others, notice].slice(-mostAtOnce) };
  });
  return notice.id;
}

export function dismiss(id: number): void {
  useNotices.setState(({ shown }) => ({ shown: shown.filter((notice) => notice.id !== id) }));
}

/** The one place where an error reaches the person. */
export function showError(error: unknown): void {
  const { tone, title, detail } = classifyError(error);
  if (tone !== 'silent') notify({ tone, title, detail });
}
