import type { LibraryNotice, ProjectCard, ServiceModel, ShelfCard, Source } from '@/ipc/bindings';

/** What Start shows: plain data, as the library and the shelf give it. */

/** A project of this person's. */
export type ProjectEntry = Pick<ProjectCard, 'id' | 'name' | 'source' | 'changedAt'>;

/** A template or a worked example. */
export type ShelfEntry = Omit<ShelfCard, 'kind'>;

/** What Start asks for. Each answers when it is done, so that nothing is asked for twice. */
export interface StartRequests {
  openProject: (id: string) => Promise<unknown>;
  duplicateProject: (id: string) => Promise<unknown>;
  deleteProject: (id: string) => Promise<unknown>;
  restoreProject: (id: string) => Promise<unknown>;
  /** Opens a worked example, at its results (simulating it) or at its pathway. */
  openExample: (id: string, at: 'results' | 'pathway') => Promise<unknown>;
  startFromTemplate: (id: string) => Promise<unknown>;
  startEmpty: (name: string) => Promise<unknown>;
  openFile: (file: File) => Promise<unknown>;
}

export interface StartProps {
  /** The one changed last first. */
  projects: readonly ProjectEntry[];
  /** Deleted projects, which can be had back. */
  deleted: readonly ProjectEntry[];
  templates: readonly ShelfEntry[];
  /** The first is the one a newcomer is shown. */
  examples: readonly ShelfEntry[];
  notice: LibraryNotice | null;
  requests: StartRequests;
  /** The time by which "2 hours ago" is told. */
  now: Date;
}

export const serviceModelNames: Record<ServiceModel, string> = {
  tieredChildren: 'Children’s services in tiers',
  intermediateCare: 'Intermediate care',
  primaryCare: 'Primary care',
  mentalHealth: 'Mental health in general practice',
  vocationalRehabilitation: 'Vocational rehabilitation',
  proactiveCare: 'Proactive care',
  secureSetting: 'Secure setting',
};

/** Where a project began, in a word or two; `null` where that tells nothing. */
export function originOf(source: Source): string | null {
  switch (source.kind) {
    case 'blank':
      return null;
    case 'template':
      return 'from a template';
    case 'example':
      return 'worked example';
    case 'file':
      return `from ${source.name}`;
    case 'copy':
      return `copy of ${source.of}`;
    case 'rescued':
      return 'recovered';
  }
}

/**
 * The sentences of a description that say what the service is. The last ones of the shelf's files speak to a reader of
 * the file, about the files beside it.
 */
export function firstSentences(description: string, count: number): string {
  return description
    .split(/(?<=[.?!])\s+/)
    .slice(0, count)
    .join(' ');
}
