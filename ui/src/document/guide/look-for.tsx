import { BookOpen, X } from 'lucide-react';
import { Button } from '@/shared/components/button';
import { IconButton } from '@/shared/components/icon-button';
import { Panel } from '@/shared/components/panel';
import styles from './guide.module.css';
import { openGuide, putGuideAway, useGuide, useGuideView, useIsGuideOpen } from './guide-state';

/** Beside results: what the guide says to look for in them, until the guide is put away or stands there itself. */
export function LookFor() {
  const guide = useGuide();
  const isOpen = useIsGuideOpen();
  const isBeside = useGuideView((view) => view.isBeside);
  if (!guide || !isOpen || isBeside || guide.lookFor.length === 0) return null;
  return (
    <Panel
      title="What to look for"
      actions={<IconButton size="small" label="Put the guide away" icon={<X />} onPress={putGuideAway} />}
    >
      <ul className={styles.sayings}>
        {guide.lookFor.map((saying) => (
          <li key={saying}>{saying}</li>
        ))}
      </ul>
      <div className={styles.whole}>
        <Button size="small" icon={<BookOpen />} onPress={openGuide}>
          The whole guide
        </Button>
      </div>
    </Panel>
  );
}
