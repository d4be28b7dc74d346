import field from '@/shared/components/field.module.css';
import { useAnnouncement } from '@/shared/notices/announcements';

/** Words for screen readers alone. Two regions take turns, so that the same words said twice are heard twice. */
export function Announcer() {
  const { words, count } = useAnnouncement();
  return (
    <div className={field.unseen} aria-live="polite">
      <p>{count % 2 === 0 ? words : ''}</p>
      <p>{count % 2 === 1 ? words : ''}</p>
    </div>
  );
}
