import { type KeyboardEvent, useRef, useState } from 'react';

/** What a field needs to hold text while it is typed and hand it over once. */
export interface CommittedText {
  text: string;
  /** True while the field holds something that was not handed over. */
  isDraft: boolean;
  setText: (text: string) => void;
  /** Gives up what was typed. */
  restore: () => void;
  /** Hands over now, without waiting for Enter. */
  handOver: (text?: string) => void;
  onBlur: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** `false` refuses the text; a promise keeps it in sight until the document has it. */
export type Commit = (text: string) => unknown;

/**
 * Text that is handed over on Enter and on leaving the field, never letter by letter: one change of mind is one edit
 * of the document. Escape puts back what was there. Text that was refused stays, so that it can be put right.
 *
 * While nothing is being typed the field follows `value`, also when an undo changes it under the cursor.
 */
export function useCommittedText(value: string, commit: Commit): CommittedText {
  const [draft, setDraft] = useState<string | null>(null);
  // Enter followed by leaving the field must not hand the same text over twice.
  const underWay = useRef<string | null>(null);

  const restore = () => setDraft(null);

  const handOver = async (text = draft) => {
    if (text === null || text === underWay.current) return;
    if (text === value) return restore();
    const taken = commit(text);
    if (taken === false) return;
    underWay.current = text;
    try {
      await taken;
    } finally {
      underWay.current = null;
      setDraft((current) => (current === text ? null : current));
    }
  };

  return {
    text: draft ?? value,
    isDraft: draft !== null,
    setText: setDraft,
    restore,
    handOver: (text) => void handOver(text),
    onBlur: () => void handOver(),
    onKeyDown: (event) => {
      if (event.key === 'Enter' && !(event.target instanceof HTMLTextAreaElement)) {
        void handOver();
      } else if (event.key === 'Escape' && draft !== null) {
        // The first Escape gives up the typing; the next belongs to whatever holds the field.
        event.stopPropagation();
        restore();
      }
    },
  };
}
