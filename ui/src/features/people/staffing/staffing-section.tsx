import type { Shown } from '@/document/shown';
export function StaffingSection({ shown }: { shown: Shown }) {
  return <p>{shown.project.name}</p>;
}
