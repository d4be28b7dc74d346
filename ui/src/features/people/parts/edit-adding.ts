import type { Draft } from 'immer';
import { edit } from '@/document/document';
import type { Project } from '@/ipc/bindings';

/** Makes an edit that adds an element; its id, or none where nothing could be added. */
export function editAdding(label: string, add: (draft: Draft<Project>) => string | null): string | null {
  let id: string | null = null;
  edit(label, (draft) => {
    id = add(draft);
  });
  return id;
}
