import { Workflow } from 'lucide-react';
import { EmptyState } from '@/shared/components/empty-state';

export function PathwayScreen() {
  return (
    <EmptyState title="This screen is on its way" icon={<Workflow />}>
      The project is open and safe.
    </EmptyState>
  );
}
