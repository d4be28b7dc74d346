import { useEffect, useRef } from 'react';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';
import { dismiss, type ShownNotice, useNotices } from '@/shared/notices/notices';
import styles from './notice-area.module.css';

/** How long good news stays. What asks for something stays until it is dismissed. */
const goodNewsMilliseconds = 10_000;

/** Where notices appear, over the lower right of the window. */
export function NoticeArea() {
  const shown = useNotices((state) => state.shown);
  return (
    <section className={styles.area} aria-label="Notices">
      {shown.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </section>
  );
}

function OneNotice({ notice }: { notice: ShownNotice }) {
  const { id, tone, title, detail, action } = notice;
  const isUrgent = tone === 'failure' || tone === 'warning';
  const room = useLeaveAfter(id, isUrgent ? null : goodNewsMilliseconds);
  const act = () => {
    action?.run();
    dismiss(id);
  };
  return (
    <div ref={room} className={styles.notice} role={isUrgent ? 'alert' : 'status'}>
      <Notice
        tone={tone}
        title={title}
        onDismiss={() => dismiss(id)}
        actions={
          action && (
            <Button size="small" onPress={act}>
              {action.label}
            </Button>
          )
        }
      >
        {detail}
      </Notice>
    </div>
  );
}

/** Dismisses a notice after a while, but never one that is being read: under the pointer, or with the focus. */
function useLeaveAfter(id: number, milliseconds: number | null) {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (milliseconds === null) return;
    const timer = setInterval(() => {
      if (!room.current?.matches(':hover, :focus-within')) dismiss(id);
    }, milliseconds);
    return () => clearInterval(timer);
  }, [id, milliseconds]);
  return room;
}
