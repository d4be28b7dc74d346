import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useActions } from '@/shared/actions/actions';
import { useShortcuts } from '@/shared/actions/use-shortcuts';
import { useNavigation } from '@/shared/navigation/navigation';
import { frameActions } from './actions';
import { Announcer } from './announcer';
import styles from './app.module.css';
import { FigureBank } from './figure-bank';
import { GuideBeside } from './guide-beside';
import { NoticeArea } from './notice-area';
import { Rail } from './rail';
import { ScreenArea, type ScreenViews } from './screen-area';
import { screenOf } from './screens';
import type { Session } from './session';
import { SkipLinks } from './skip-links';
import { useTheme } from './theme';
import { TopBar } from './top-bar';

/** Fetched when it is first asked for, so that the window is there before it. */
const CommandList = lazy(async () => ({ default: (await import('./command-list')).CommandList }));

/** The window: its frame, and within it the open screen. */
export function App({ session, views }: { session: Session; views: ScreenViews }) {
  const open = useNavigation(({ screen }) => screen);
  const [isFinding, setIsFinding] = useState(false);
  const find = () => setIsFinding(true);

  useTheme(session.theme);
  useShortcuts();
  useActions(useMemo(() => frameActions(session, () => setIsFinding(true)), [session]));

  const label = screenOf(open).label;
  const projectName = session.project?.name;
  useEffect(() => {
    document.title = [label, projectName, 'Pathloom'].filter(Boolean).join(' – ');
  }, [label, projectName]);

  return (
    <I18nProvider locale="en-GB">
      <div className={styles.window}>
        <SkipLinks screenLabel={label} />
        <TopBar session={session} onFind={find} />
        <Rail />
        <ScreenArea open={open} views={views} hasProject={session.project !== null} />
        <GuideBeside open={open} />
      </div>
      <FigureBank />
      <NoticeArea />
      <Announcer />
      <Suspense>{isFinding && <CommandList onClose={() => setIsFinding(false)} />}</Suspense>
    </I18nProvider>
  );
}
