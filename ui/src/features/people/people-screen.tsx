import { UsersRound } from 'lucide-react';
import { EmptyState } from '@/shared/components/empty-state';

export function PeopleScreen() {
  return (
    <EmptyState title="This screen is on its way" icon={<UsersRound />}>
      The project is open and safe.
    </EmptyState>
  );
}
