import type { Shown } from '@/document/shown';
export function WaitingSection({ shown }: { shown: Shown }) {
  return <p>{shown.project.name}</p>;
}
