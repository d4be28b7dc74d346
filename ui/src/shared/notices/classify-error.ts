import type { IpcError } from '@/ipc/bindings';
import type { NoticeTone } from '../components/notice';

/** What a person is told of an error: what happened, and what to do next. */
export interface ErrorWords {
  /** `silent` for what they asked for themselves, as a stopped run is. */
  tone: NoticeTone | 'silent';
  title: string;
  detail?: string;
}

type WordsOf = { [Code in IpcError['code']]: (error: Extract<IpcError, { code: Code }>) => ErrorWords };

const wordsOf: WordsOf = {
  notFound: ({ what }) => ({
    tone: 'warning',
    title: `${sentence(what)} is not there any more`,
    detail: 'It may have been deleted. Deleted projects can be had back from Start.',
  }),
  conflict: () => ({
    tone: 'warning',
    title: 'This project was changed elsewhere in the meantime',
    detail: 'It is shown as it is now. Your last change was not made: look, and make it again if it is still wanted.',
  }),
  invalidModel: ({ message }) => ({
    tone: 'warning',
    title: 'This option cannot be simulated as it stands',
    detail: sentence(message),
  }),
  unreadable: ({ message, hint }) => ({
    tone: 'warning',
    title: 'This could not be read',
    detail: joined(message, hint),
  }),
  tooNew: ({ found, supported }) => ({
    tone: 'warning',
    title: 'This was written by a newer version of Pathloom',
    detail: `Its format is ${found} and this version reads up to ${supported}. Nothing was changed. Update Pathloom to open it.`,
  }),
  tooLarge: ({ message, hint }) => ({
    tone: 'warning',
    title: 'This is more than Pathloom can hold',
    detail: joined(message, hint),
  }),
  storage: ({ message, hint }) => ({
    tone: 'failure',
    title: 'The disk could not be read or written',
    detail: joined(message, hint),
  }),
  internal: ({ message }) => defect(message),
};

/** Puts an error in words by its code, never by its text. What has no code is a defect of Pathloom. */
export function classifyError(error: unknown): ErrorWords {
  if (error instanceof DOMException && error.name === 'AbortError') return { tone: 'silent', title: 'Stopped' };
  if (isCoded(error)) return (wordsOf[error.code] as (error: IpcError) => ErrorWords)(error);
  return defect(error instanceof Error ? error.message : String(error));
}

function defect(message: string): ErrorWords {
  return {
    tone: 'failure',
    title: 'Something went wrong inside Pathloom',
    detail: `${sentence(message)}. Everything saved is still there.`,
  };
}

function isCoded(error: unknown): error is IpcError {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && Object.hasOwn(wordsOf, code);
}

/** Messages come without a capital and a full stop. */
function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1).replace(/\.$/, '');
}

function joined(message: string, hint: string | null): string {
  return [message, hint]
    .filter((part): part is string => Boolean(part))
    .map((part) => `${sentence(part)}.`)
    .join(' ');
}
