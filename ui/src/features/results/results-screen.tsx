import { ChartLine } from 'lucide-react';
import { EmptyState } from '@/shared/components/empty-state';

export function ResultsScreen() {
  return (
    <EmptyState title="This screen is on its way" icon={<ChartLine />}>
      The project is open and safe.
    </EmptyState>
  );
}
