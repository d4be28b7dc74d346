import type { Shown } from '@/document/shown';
export function DemandSection({ shown }: { shown: Shown }) {
  return <p>{shown.project.name}</p>;
}
