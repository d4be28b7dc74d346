import { type ComponentType, Suspense, useEffect, useRef } from 'react';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import field from '@/shared/components/field.module.css';
import { goTo, type ScreenId } from '@/shared/navigation/navigation';
import { ErrorBoundary } from './error-boundary';
import styles from './screen-area.module.css';
import { type Screen, screenOf } from './screens';

/** What draws each screen; lazily loaded, so that the first one is there soonest. */
export type ScreenViews = Record<ScreenId, ComponentType>;

/** The open screen. Going to another one moves the keyboard to its heading, which a screen reader then reads. */
export function ScreenArea({ open, views, hasProject }: { open: ScreenId; views: ScreenViews; hasProject: boolean }) {
  const screen = screenOf(open);
  const View = views[open];
  const heading = useFocusOnChange(open);
  return (
    <main className={styles.area} id="screen">
      <h1 ref={heading} tabIndex={-1} className={field.unseen}>
        {screen.label}
      </h1>
      <ErrorBoundary resetKey={open} onLeave={() => goTo('start')}>
        <Suspense fallback={<p className={styles.waiting}>Opening {screen.label}…</p>}>
          {screen.needsProject && !hasProject ? <NoProject screen={screen} /> : <View />}
        </Suspense>
      </ErrorBoundary>
    </main>
  );
}

function useFocusOnChange(open: ScreenId) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(open);
  useEffect(() => {
    // On opening the window nothing was asked for, so the keyboard stays where it begins.
    if (last.current !== open) heading.current?.focus();
    last.current = open;
  }, [open]);
  return heading;
}

function NoProject({ screen: { label, purpose, Picture } }: { screen: Screen }) {
  return (
    <EmptyState
      title={`${label}: no project is open`}
      icon={<Picture />}
      actions={
        <Button variant="primary" onPress={() => goTo('start')}>
          Choose a project on Start
        </Button>
      }
    >
      {purpose}
    </EmptyState>
  );
}
