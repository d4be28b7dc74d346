import type { Shown } from '@/document/shown';
export function CalendarsSection({ shown }: { shown: Shown }) {
  return <p>{shown.project.name}</p>;
}
