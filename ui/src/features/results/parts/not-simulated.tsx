import { startRun, useRuns } from '@/document/runs';
import { useSettings } from '@/document/settings';
import { Button } from '@/shared/components/button';
import { Notice } from '@/shared/components/notice';
import { formatCount } from '@/shared/format';
import type { OptionOutcome } from '../data/outcomes';

interface NotSimulatedProps {
  missing: readonly OptionOutcome[];
  wanted: readonly OptionOutcome[];
  /** What they have to be simulated for: "compared". */
  before: string;
}

/** Options that have to be simulated first; where the base is not marked at the left, the general notice leaves it out. */
export function NotSimulated({ missing, wanted, before }: NotSimulatedProps) {
  const settings = useSettings((chosen) => chosen.settings);
  const isRunning = useRuns(({ underWay }) => underWay !== null);
  if (isRunning || !settings) return null;
  const ids = wanted.map(({ id }) => id);
  const run = () => void startRun(ids, { replications: settings.replications, seed: settings.seed });
  return (
    <Notice
      title={`To be simulated before they are ${before}: ${missing.map(({ name }) => name).join(', ')}`}
      actions={
        <Button size="small" onPress={run}>
          {wanted.length === 1 ? 'Run it' : `Run ${formatCount(wanted.length, 'option')} together`}
        </Button>
      }
    >
      Options are {before} as the service stands now, all on the same futures.
    </Notice>
  );
}
