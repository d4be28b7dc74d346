import type { Shown } from '@/document/shown';
export function GroupsSection({ shown }: { shown: Shown }) {
  return <p>{shown.project.name}</p>;
}
