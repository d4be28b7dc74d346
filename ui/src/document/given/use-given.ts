import { useEffect, useState } from 'react';
import type { GivenList } from '@/ipc/bindings';
import { showError } from '@/shared/notices/notices';

/**
 * Something being read: pasted, or a file. It stays in this window's memory until the dialog closes, and goes nowhere
 * but to the reader.
 */
export interface Reading<Found> {
  /** What was pasted; empty while a file is read instead. */
  pasted: string;
  /** Name of the file that was chosen; none where something was pasted. */
  fileName: string | null;
  /** What was found; none while there is nothing to read, or it is not read yet. */
  found: Found | null;
  isReading: boolean;
  paste: (text: string) => void;
  choose: (file: File) => void;
  clear: () => void;
}

/** Rest after a change before it is read [ms]. */
const restMs = 250;

interface Source {
  given: GivenList | null;
  fileName: string | null;
}

const nothing: Source = { given: null, fileName: null };

/**
 * Reads whatever is given, again whenever it or what is asked of it changes.
 *
 * @param read asks the program; another function asks another question
 */
export function useGiven<Found>(read: (given: GivenList) => Promise<Found>): Reading<Found> {
  const [source, setSource] = useState(nothing);
  const [answer, setAnswer] = useState<{ given: GivenList; found: Found | null } | null>(null);
  const { given, fileName } = source;

  useEffect(() => {
    if (!given) return;
    let isWanted = true;
    const failed = (error: unknown) => {
      if (!isWanted) return;
      setAnswer({ given, found: null });
      showError(error);
    };
    const timer = setTimeout(() => {
      read(given).then((found) => isWanted && setAnswer({ given, found }), failed);
    }, restMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [given, read]);

  const isAnswered = answer?.given === given;
  return {
    pasted: given?.kind === 'text' ? given.text : '',
    fileName,
    // While another question is asked of the same list, what was found stays in sight.
    found: isAnswered ? (answer?.found ?? null) : null,
    isReading: given !== null && !isAnswered,
    paste: (text) => setSource({ given: text.trim() === '' ? null : { kind: 'text', text }, fileName: null }),
    choose: (file) => {
      inBase64(file).then((base64) => setSource({ given: { kind: 'file', base64 }, fileName: file.name }), showError);
    },
    clear: () => setSource(nothing),
  };
}

/** The same reading, which forgets what was chosen about how it is read when something else is given. */
export function afresh<Found>(reading: Reading<Found>, forget: () => void): Reading<Found> {
  const first =
    <Given extends unknown[]>(give: (...given: Given) => void) =>
    (...given: Given) => {
      forget();
      give(...given);
    };
  return { ...reading, paste: first(reading.paste), choose: first(reading.choose), clear: first(reading.clear) };
}

/** The bytes of a file as text: the browser does it aside, so that the window stays quick. */
function inBase64(file: File): Promise<string> {
  return new Promise((answer, fail) => {
    const reader = new FileReader();
    reader.onload = () => answer(String(reader.result).replace(/^data:[^,]*,/, ''));
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
}
