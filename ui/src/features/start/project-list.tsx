import { Copy, EllipsisVertical, FolderOpen, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/shared/components/button';
import { ConfirmDialog } from '@/shared/components/confirm-dialog';
import { Disclosure } from '@/shared/components/disclosure';
import { IconButton } from '@/shared/components/icon-button';
import { Menu } from '@/shared/components/menu';
import { formatSince } from '@/shared/format/dates';
import cards from './cards.module.css';
import styles from './project-list.module.css';
import { Section } from './section';
import { originOf, type ProjectEntry, type StartRequests } from './start-data';
import type { Busy } from './use-busy';

export interface ProjectListProps {
  projects: readonly ProjectEntry[];
  deleted: readonly ProjectEntry[];
  requests: StartRequests;
  busy: Busy;
  now: Date;
}

/** This person's projects, and those that can be had back. */
export function ProjectList({ projects, deleted, requests, busy, now }: ProjectListProps) {
  const [toDelete, setToDelete] = useState<ProjectEntry | null>(null);
  const remove = () => {
    if (toDelete) busy.doing(toDelete.id, () => requests.deleteProject(toDelete.id));
    setToDelete(null);
  };
  return (
    <Section title="Your projects" words="The one changed last comes first.">
      {projects.length === 0 && <p className={cards.quiet}>None left. Begin one below, or have a deleted one back.</p>}
      <ul className={cards.grid}>
        {projects.map((project) => (
          <li key={project.id}>
            <ProjectCard
              project={project}
              requests={requests}
              busy={busy}
              now={now}
              onDelete={() => setToDelete(project)}
            />
          </li>
        ))}
      </ul>
      {deleted.length > 0 && (
        <Disclosure title="Deleted projects" summary={`${deleted.length} can be had back`}>
          <ul className={styles.deleted}>
            {deleted.map((project) => (
              <li key={project.id} className={styles.gone}>
                <span>{project.name}</span>
                <span className={cards.quiet}>changed {formatSince(new Date(project.changedAt), now)}</span>
                <Button
                  size="small"
                  aria-label={`Have it back: ${project.name}`}
                  onPress={() => busy.doing(project.id, () => requests.restoreProject(project.id))}
                >
                  Have it back
                </Button>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <ConfirmDialog
        title={`Delete ${toDelete?.name ?? 'this project'}?`}
        isOpen={toDelete !== null}
        confirmLabel="Delete"
        tone="danger"
        onConfirm={remove}
        onCancel={() => setToDelete(null)}
      >
        It leaves the list. You can have it back from “Deleted projects” on this screen.
      </ConfirmDialog>
    </Section>
  );
}

interface ProjectCardProps {
  project: ProjectEntry;
  requests: StartRequests;
  busy: Busy;
  now: Date;
  onDelete: () => void;
}

function ProjectCard({ project: { id, name, source, changedAt }, requests, busy, now, onDelete }: ProjectCardProps) {
  const origin = originOf(source);
  const open = () => busy.doing(id, () => requests.openProject(id));
  return (
    <div className={styles.card}>
      {/* The whole card opens; its menu lies over it. */}
      <button type="button" className={styles.open} onClick={open}>
        <span className={styles.name}>{name}</span>
        <span className={cards.quiet}>
          {busy.busyWith === id ? 'Opening…' : `changed ${formatSince(new Date(changedAt), now)}`}
          {origin && ` · ${origin}`}
        </span>
      </button>
      <Menu
        label={`What to do with ${name}`}
        placement="bottom end"
        trigger={<IconButton size="small" label={`More for ${name}`} icon={<EllipsisVertical />} />}
        choices={[
          { id: 'open', label: 'Open', icon: <FolderOpen />, onAction: open },
          {
            id: 'duplicate',
            label: 'Make a copy',
            icon: <Copy />,
            onAction: () => busy.doing(id, () => requests.duplicateProject(id)),
          },
          null,
          { id: 'delete', label: 'Delete…', icon: <Trash2 />, tone: 'danger', onAction: onDelete },
        ]}
      />
    </div>
  );
}
