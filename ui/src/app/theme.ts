import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Theme } from '@/ipc/bindings';

const darkQuery = '(prefers-color-scheme: dark)';

function subscribeToSystem(onChange: () => void): () => void {
  const query = globalThis.matchMedia(darkQuery);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

function isSystemDark(): boolean {
  return globalThis.matchMedia(darkQuery).matches;
}

/** Dresses the page light or dark, follows the machine where that was chosen, and prints light. */
export function useTheme(choice: Theme): void {
  const systemDark = useSyncExternalStore(subscribeToSystem, isSystemDark);
  const theme = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice;

  // Before the first paint, so that a dark window does not begin with a flash of light.
  useLayoutEffect(() => {
    const dress = (worn: 'light' | 'dark') => {
      document.documentElement.dataset.theme = worn;
    };
    const beforePrint = () => dress('light');
    const afterPrint = () => dress(theme);
    dress(theme);
    globalThis.addEventListener('beforeprint', beforePrint);
    globalThis.addEventListener('afterprint', afterPrint);
    return () => {
      globalThis.removeEventListener('beforeprint', beforePrint);
      globalThis.removeEventListener('afterprint', afterPrint);
    };
  }, [theme]);
}
