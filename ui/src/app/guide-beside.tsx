import { lazy, Suspense, useMemo } from 'react';
import { openGuide, useGuide, useGuideView, useIsGuideOpen } from '@/document/guide/guide-state';
import { type Action, useActions } from '@/shared/actions/actions';
import { goTo, type ScreenId } from '@/shared/navigation/navigation';
import styles from './guide-beside.module.css';

/** Fetched when it is first shown. */
const GuidePanel = lazy(async () => ({ default: (await import('@/document/guide/guide-panel')).GuidePanel }));

/** The guide beside a screen, once it was asked for there. The pathway has a place of its own for it. */
export function GuideBeside({ open }: { open: ScreenId }) {
  const isOpen = useIsGuideOpen();
  const isBeside = useGuideView((view) => view.isBeside);
  const hasGuide = useGuide() !== null;
  useActions(useMemo(() => actions(hasGuide, open), [hasGuide, open]));
  if (!isOpen || !isBeside || open === 'pathway' || open === 'start') return null;
  return (
    <aside className={styles.beside} aria-label="Guide">
      <Suspense>
        <GuidePanel />
      </Suspense>
    </aside>
  );
}

const actions = (enabled: boolean, open: ScreenId): Action[] => [
  {
    id: 'guide.open',
    label: 'Guide to this project',
    section: 'Go to',
    searchWords: 'help checklist make it mine published outcome left out',
    enabled,
    run: () => {
      if (open === 'start') goTo('pathway');
      openGuide();
    },
  },
];
