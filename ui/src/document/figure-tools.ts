import { client } from '@/ipc/client';
import type { ChartFileKind } from '@/shared/charts/figure/chart-figure';
import { showError } from '@/shared/notices/notices';

/** The program's clipboard and disk behind the buttons of a chart. */
export const figureTools = {
  onCopyImage: async (png: Uint8Array): Promise<void> => {
    await client().imageCopy(Array.from(png));
  },
  onSave: async (kind: ChartFileKind, name: string, bytes: Uint8Array): Promise<boolean> =>
    (await client().fileSave(name, kind, Array.from(bytes))) !== null,
  onProblem: showError,
};
