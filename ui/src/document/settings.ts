import { create } from 'zustand';
import type { Settings } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** What this person chose on this machine. It belongs to no document, and no undo touches it. */
interface Chosen {
  /** None until the program has said. */
  settings: Settings | null;
}

export const useSettings = create<Chosen>(() => ({ settings: null }));

/** Keeps what this person chose; what is shown does not wait for the disk. */
export async function putSettings(changed: Partial<Settings>): Promise<void> {
  const { settings: before } = useSettings.getState();
  if (!before) return;
  const settings = { ...before, ...changed };
  useSettings.setState({ settings });
  await client().settingsPut(settings);
}
