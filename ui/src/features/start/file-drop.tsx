import { type DragEvent, type ReactNode, useState } from 'react';
import { classNames } from '@/shared/components/class-names';
import styles from './file-drop.module.css';

/** A place onto which a file can be dropped; "Open a file…" does the same for the keyboard. */
export function FileDrop({ onFile, children }: { onFile: (file: File) => void; children: ReactNode }) {
  const [isOver, setIsOver] = useState(false);

  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onDragLeave = (event: DragEvent) => {
    // Going from one part of the place to another is not leaving it.
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsOver(false);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only files are taken here; the button offers the same
    <div
      className={classNames(styles.place, isOver && styles.over)}
      onDragOver={onDragOver}
      onDragLeave={onDragLeave}
      onDrop={onDrop}
    >
      {children}
      {isOver && <p className={styles.words}>Drop the file to open it</p>}
    </div>
  );
}
