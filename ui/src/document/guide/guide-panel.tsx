import { X } from 'lucide-react';
import { IconButton } from '@/shared/components/icon-button';
import { Checklist } from './checklist';
import styles from './guide.module.css';
import { putGuideAway, useGuide } from './guide-state';
import { PublishedPart } from './published-part';

/** What the document says to whoever opens it: what it is, what to look for, what to replace, and how far to trust it. */
export function GuidePanel() {
  const guide = useGuide();
  if (!guide) return null;
  return (
    <div className={styles.guide}>
      <header className={styles.head}>
        <h2>Guide</h2>
        <IconButton size="small" label="Put the guide away" icon={<X />} onPress={putGuideAway} />
      </header>
      <p className={styles.summary}>{guide.summary}</p>
      <Sayings title="What to look for" sayings={guide.lookFor} />
      <Checklist guide={guide} />
      <PublishedPart guide={guide} />
      <Sayings title="What is left out" sayings={guide.leftOut} />
    </div>
  );
}

function Sayings({ title, sayings }: { title: string; sayings: readonly string[] }) {
  if (sayings.length === 0) return null;
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.sayings}>
        {sayings.map((saying) => (
          <li key={saying}>{saying}</li>
        ))}
      </ul>
    </section>
  );
}
