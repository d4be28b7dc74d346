import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '@/shared/components/button';
import { formatSince } from '@/shared/format/dates';
import styles from './saved-words.module.css';
import type { SavedState } from './session';

/** How often "saved 2 minutes ago" is written anew. */
const refreshMilliseconds = 20_000;

/** Whether the last change is safe, in words. */
export function SavedWords({ saved }: { saved: SavedState }) {
  const now = useNow(saved);
  if (saved.kind === 'failed') {
    return (
      <span className={styles.failed} role="alert">
        <CircleAlert className={styles.picture} aria-hidden="true" />
        Last change not saved
        <Button size="small" onPress={saved.retry}>
          Try again
        </Button>
      </span>
    );
  }
  return (
    <span className={styles.words}>{saved.kind === 'saving' ? 'Saving…' : `Saved ${formatSince(saved.at, now)}`}</span>
  );
}

function useNow(saved: SavedState): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    // A new save is "just now" at once, not at the next turn of the clock.
    if (saved.kind === 'saved') setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), refreshMilliseconds);
    return () => clearInterval(timer);
  }, [saved]);
  return now;
}
