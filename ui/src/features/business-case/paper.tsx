import { type ReactNode, useMemo } from 'react';
import type { CaseBlock, CaseSectionView, CaseView } from '@/ipc/bindings';
import { Block } from './blocks';
import { useDraft } from './case-view';
import { Line } from './line';
import styles from './paper.module.css';
import { SectionFrame } from './section-frame';

interface Part {
  key: string;
  section: CaseSectionView | null;
  blocks: readonly CaseBlock[];
}

/** The blocks of a case, cut where sections begin and end that may be written anew. */
export function partsOf({ blocks, sections }: Pick<CaseView, 'blocks' | 'sections'>): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const section of sections) {
    if (section.from > at) parts.push({ key: `blocks-${at}`, section: null, blocks: blocks.slice(at, section.from) });
    parts.push({ key: section.id, section, blocks: blocks.slice(section.from, section.to) });
    at = section.to;
  }
  if (at < blocks.length) parts.push({ key: `blocks-${at}`, section: null, blocks: blocks.slice(at) });
  return parts;
}

/** The paper as it will be printed, written on in place. */
export function Paper({ view, isStale }: { view: CaseView; isStale: boolean }) {
  const parts = useMemo(() => partsOf(view), [view]);
  const draft = useDraft();
  return (
    // Paper is white in any light: the page's own dark colours stay outside.
    <article className={styles.paper} data-theme="light" data-stale={isStale || undefined} aria-label={view.kind}>
      <header className={styles.front}>
        <p className={styles.kind}>{view.kind}</p>
        <h2 className={styles.title}>{view.title}</h2>
        {view.front.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of the front stay where they are
          <p key={at}>
            <Line spans={line} />
          </p>
        ))}
      </header>
      {parts.map(({ key, section, blocks }) =>
        section ? (
          <SectionFrame
            key={key}
            section={section}
            placeholders={view.placeholders}
            draft={draft?.sectionId === section.id ? draft : undefined}
          >
            <Blocks blocks={blocks} />
          </SectionFrame>
        ) : (
          <Blocks key={key} blocks={blocks} />
        ),
      )}
      <footer className={styles.stamp}>{view.stamp}</footer>
    </article>
  );
}

function Blocks({ blocks }: { blocks: readonly CaseBlock[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names of their own
  return blocks.map((block, at) => <Block key={at} block={block} />);
}
