import { useEffect, useState } from 'react';
import type { ReferralDates } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { showError } from '@/shared/notices/notices';

/** A list being read. Its text stays in this window's memory until the dialog closes, and goes nowhere else. */
export interface ReadingOfDates {
  /** What was pasted; empty while a file is read instead. */
  pasted: string;
  /** Name of the file that was chosen; none where the list was pasted. */
  fileName: string | null;
  /** What was found; none while there is nothing to read, or it is not read yet. */
  found: ReferralDates | null;
  isReading: boolean;
  paste: (text: string) => void;
  choose: (file: File) => void;
  clear: () => void;
}

/** Rest after a change of the text before it is read [ms]. */
const restMs = 250;

export function useReferralDates(startDate: string): ReadingOfDates {
  const [source, setSource] = useState<{ text: string; fileName: string | null }>({ text: '', fileName: null });
  const [read, setRead] = useState<{ text: string; found: ReferralDates } | null>(null);
  const { text, fileName } = source;

  useEffect(() => {
    if (text.trim() === '') return;
    let isWanted = true;
    const timer = setTimeout(() => {
      client()
        .referralDatesRead(text, startDate)
        .then((found) => isWanted && setRead({ text, found }), showError);
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, startDate]);

  const found = read?.text === text ? read.found : null;
  return {
    pasted: fileName === null ? text : '',
    fileName,
    found,
    isReading: text.trim() !== '' && found === null,
    paste: (pasted) => setSource({ text: pasted, fileName: null }),
    choose: (file) => {
      file.text().then((whole) => setSource({ text: whole, fileName: file.name }), showError);
    },
    clear: () => setSource({ text: '', fileName: null }),
  };
}
