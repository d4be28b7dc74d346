import { PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { useDocument } from '@/document/document';
import type { CaseSectionView, PlaceholderChoice } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Tag } from '@/shared/components/tag';
import { takeUsualWords } from './case-edits';
import { type Draft, putDraft } from './case-view';
import { sectionName } from './case-words';
import { SectionEditor } from './section-editor';
import styles from './section-frame.module.css';

interface SectionFrameProps {
  section: CaseSectionView;
  placeholders: readonly PlaceholderChoice[];
  /** What is being written here, while somebody does. */
  draft: Draft | undefined;
  children: ReactNode;
}

/** A section with the button that lets one write it, or the field in which one does. */
export function SectionFrame({ section, placeholders, draft, children }: SectionFrameProps) {
  const { id, isOwn, usual } = section;
  const own = useDocument(({ project }) => project?.businessCase.texts[id]);
  const name = sectionName(id);
  const write = isOwn ? 'Write on' : 'Write';
  if (draft) return <SectionEditor section={section} placeholders={placeholders} draft={draft} />;
  return (
    <section className={styles.frame} aria-label={name} data-own={isOwn || undefined}>
      <div className={styles.tools}>
        {isOwn && <Tag tone="accent">Your words</Tag>}
        <Button
          size="small"
          variant="quiet"
          icon={<PencilLine />}
          aria-label={`${write} “${name}”`}
          onPress={() => putDraft({ sectionId: id, text: own ?? usual })}
        >
          {write}
        </Button>
        {isOwn && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Usual words of “${name}”`}
            onPress={() => takeUsualWords(id)}
          >
            Usual words
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}
