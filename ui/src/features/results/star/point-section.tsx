import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import type { PointOfView, TaggedChange, WhatDiffers } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { formatCount } from '@/shared/format';
import { announce } from '@/shared/notices/announcements';
import styles from './star.module.css';
import { removeTag, starPoints, tagDifferences } from './star-edits';
import type { Edited } from './star-panel';
import { changeLines } from './star-words';

/** As many as are read at a glance; the rest is folded away. */
const atOnce = 4;

interface PointSectionProps {
  view: PointOfView;
  optionId: string;
  onEdit: (edited: Edited) => void;
}

/** One point of the Star: the changes tagged under it, and the differences that seem to belong there. */
export function PointSection({ view, optionId, onEdit }: PointSectionProps) {
  const { point, words, tagged, proposed } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  // A button that did its work is gone: the keyboard goes on from the heading of its point.
  const done = (said: string) => {
    heading.current?.focus();
    announce(said);
  };
  const tag = (places: readonly WhatDiffers[]) => {
    tagDifferences(
      optionId,
      point,
      places.map(({ place }) => place),
    );
    done(`Tagged under ${words}`);
  };
  const remove = ({ at, ...change }: TaggedChange) => {
    removeTag(optionId, at, { point, words: change.words, places: change.places.map(({ place }) => place) });
    done(`Tag removed under ${words}`);
  };
  return (
    <section className={styles.point} aria-label={words}>
      <h3 ref={heading} tabIndex={-1}>
        {words}
      </h3>
      <p className={styles.meaning}>{starPoints.find(({ id }) => id === point)?.description}</p>
      <ul className={styles.changes}>
        {tagged.map((change) => (
          <TaggedLine
            key={change.at}
            change={change}
            onEdit={() => onEdit({ point, change })}
            onRemove={() => remove(change)}
          />
        ))}
      </ul>
      <Proposals {...{ words, proposed, tag }} />
      <Button
        size="small"
        variant="quiet"
        icon={<Plus />}
        aria-label={`Add a change under ${words}`}
        onPress={() => onEdit({ point, change: null })}
      >
        Add a change
      </Button>
    </section>
  );
}

interface TaggedLineProps {
  change: TaggedChange;
  onEdit: () => void;
  onRemove: () => void;
}

function TaggedLine({ change, onEdit, onRemove }: TaggedLineProps) {
  const lines = changeLines(change);
  const [first = ''] = lines;
  const isInWords = change.words.trim() !== '';
  const below = isInWords ? change.differs.map(({ words }) => words) : lines.slice(1);
  const isLost = isInWords && change.places.length > 0 && change.differs.length === 0;
  return (
    <li className={styles.change}>
      <div className={styles.said}>
        <p>{first}</p>
        <Folded lines={below} />
        {isLost && <p className={styles.quiet}>The two options do not differ at its places any more.</p>}
      </div>
      <IconButton size="small" label={`Edit: ${first}`} icon={<Pencil />} onPress={onEdit} />
      <IconButton size="small" label={`Remove: ${first}`} icon={<Trash2 />} onPress={onRemove} />
    </li>
  );
}

/** Lines of which the first few are in sight. */
function Folded({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  if (lines.length <= atOnce) return <Lines lines={lines} />;
  return (
    <>
      <Lines lines={lines.slice(0, atOnce)} />
      <details className={styles.more}>
        <summary>{formatCount(lines.length - atOnce, 'more difference')}</summary>
        <Lines lines={lines.slice(atOnce)} />
      </details>
    </>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul className={styles.differs}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two fields may differ in the same words
        <li key={`${at} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

interface ProposalsProps {
  /** Name of the point. */
  words: string;
  proposed: readonly WhatDiffers[];
  tag: (places: readonly WhatDiffers[]) => void;
}

/** Differences that no tag covers, each accepted with one press, or all of them as one change. */
function Proposals({ words, proposed, tag }: ProposalsProps) {
  if (proposed.length === 0) return null;
  const lines = (some: readonly WhatDiffers[]) => (
    <ul className={styles.proposals}>
      {some.map((one) => (
        <li key={one.place} className={styles.proposal}>
          <span className={styles.said}>{one.words}</span>
          <Button size="small" aria-label={`Accept under ${words}: ${one.words}`} onPress={() => tag([one])}>
            Accept
          </Button>
        </li>
      ))}
    </ul>
  );
  const rest = proposed.slice(atOnce);
  return (
    <div className={styles.open}>
      <div className={styles.openHead}>
        <p className={styles.quiet}>Not tagged, and seems to belong here:</p>
        {proposed.length > 1 && (
          <Button
            size="small"
            variant="quiet"
            aria-label={`Accept all ${proposed.length} as one change under ${words}`}
            onPress={() => tag(proposed)}
          >
            Accept all {proposed.length} as one change
          </Button>
        )}
      </div>
      {lines(proposed.slice(0, atOnce))}
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{formatCount(rest.length, 'more difference')} not tagged</summary>
          {lines(rest)}
        </details>
      )}
    </div>
  );
}
