import { useRuns } from '@/document/runs';
import { listWords } from '@/shared/charts/words';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';
import type { OptionOutcome } from './data/outcomes';

interface FreshnessNoticeProps {
  outcomes: readonly OptionOutcome[];
  onRun: () => void;
}

/** Says when what is shown is not of the document as it stands, or when an option has nothing to show yet. */
export function FreshnessNotice({ outcomes, onRun }: FreshnessNoticeProps) {
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  const changed = outcomes.filter(({ state }) => state === 'outOfDate');
  const missing = outcomes.filter(({ state }) => state === 'none');
  if (isRunning || (changed.length === 0 && missing.length === 0)) return null;
  const all = changed.length === outcomes.length;
  return (
    <Notice
      tone={changed.length > 0 ? 'warning' : 'information'}
      title={changed.length > 0 ? changedWords(all ? [] : changed) : `${namesOf(missing)}: not simulated yet`}
      actions={
        <Button size="small" onPress={onRun}>
          {changed.length > 0 ? 'Run again' : 'Run'}
        </Button>
      }
    >
      {changed.length > 0 && missing.length > 0 && `${namesOf(missing)}: not simulated yet.`}
    </Notice>
  );
}

const namesOf = (outcomes: readonly OptionOutcome[]) => listWords(outcomes.map(({ name }) => name));

function changedWords(some: readonly OptionOutcome[]): string {
  return some.length === 0
    ? 'Out of date: the service has changed since this run'
    : `Out of date: the service has changed since ${namesOf(some)} ${some.length === 1 ? 'was' : 'were'} simulated`;
}
