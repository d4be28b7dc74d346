import { useState } from 'react';

/**
 * Does one thing at a time. `busyWith` names what is under way, so that its button can say so and the others wait.
 * What goes wrong is the asker's to show; here it only ends the waiting.
 */
export function useBusy() {
  const [busyWith, setBusyWith] = useState<string | null>(null);

  const doing = async (name: string, work: () => Promise<unknown>) => {
    if (busyWith !== null) return;
    setBusyWith(name);
    try {
      await work();
    } finally {
      setBusyWith(null);
    }
  };

  return { busyWith, doing: (name: string, work: () => Promise<unknown>) => void doing(name, work) };
}

export type Busy = ReturnType<typeof useBusy>;
