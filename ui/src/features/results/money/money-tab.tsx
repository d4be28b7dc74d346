import { Coins } from 'lucide-react';
import { useMemo } from 'react';
import { useDocument } from '@/document/document';
import { goToPeople } from '@/document/wanted-place';
import type { Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Notice } from '@/shared/components/notice';
import { Select } from '@/shared/components/select';
import { formatCount } from '@/shared/format';
import { chooseBase } from '../compare/compare-view';
import { notSimulated } from '../compare/use-comparison';
import { Again } from '../parts/again';
import { NotSimulated } from '../parts/not-simulated';
import { AccountPanel } from './account-panel';
import { AgainstPanel } from './against-panel';
import styles from './money.module.css';
import { appraisals } from './money-questions';
import { chooseYears, useYears } from './money-view';
import { RulesPanel } from './rules-panel';
import type { Shown } from './shown';
import { SummaryPanel } from './summary-panel';
import { type Appraised, useAppraisal } from './use-appraisal';
import { WorthFigure } from './worth-figure';

/** What the options cost, what they are worth, and what would change that. */
export function MoneyTab() {
  const project = useDocument((document) => document.project);
  const years = useYears(project?.horizonWeeks ?? 0);
  const appraised = useAppraisal(years);
  if (!project) return null;
  return (
    <div className={styles.money}>
      <Controls {...{ project, appraised, years }} />
      <NothingPriced project={project} />
      <Body appraised={appraised} />
    </div>
  );
}

interface ControlsProps {
  project: Project;
  appraised: Appraised;
  years: number | null;
}

const allYears = 'all';

/** All that is simulated: `1 year`, `all 5 years`, `all 130 weeks`. */
function allWords(weeks: number): string {
  if (weeks % 52 !== 0) return `all ${weeks} weeks`;
  return weeks === 52 ? '1 year' : `all ${formatCount(weeks / 52, 'year')}`;
}

/** Against which option, and over how many years. */
function Controls({ project, appraised, years }: ControlsProps) {
  const weeks = project.horizonWeeks;
  const whole = Math.floor(weeks / 52);
  const shorter = Array.from({ length: weeks % 52 === 0 ? Math.max(0, whole - 1) : whole }, (_, at) => at + 1);
  const spans = [
    ...shorter.map((count) => ({ id: String(count), label: formatCount(count, 'year') })),
    { id: allYears, label: allWords(weeks) },
  ];
  const options = project.options.map(({ id, name }) => ({ id, label: name }));
  return (
    <div className={styles.controls}>
      <Select label="Held against" value={appraised.baseId} options={options} onChange={chooseBase} />
      <Select
        label="Over"
        value={years === null ? allYears : String(years)}
        options={spans}
        onChange={(id) => chooseYears(id === allYears ? null : Number(id))}
      />
      <p className={styles.how}>
        Added up in every simulated future by itself, so that differences between options are much surer than their
        totals. {whole < 2 && 'For more years, let the service look further ahead on the Pathway screen and run again.'}
      </p>
    </div>
  );
}

/** A panel asks what it is worth: says where that is said, as long as nobody has. */
function NothingPriced({ project: { economics } }: { project: Project }) {
  if (economics.effects.length > 0 || economics.costs.length > 0) return null;
  return (
    <Notice
      title="No benefits or other costs are described yet"
      actions={
        <Button size="small" onPress={() => goToPeople('economics/effects')}>
          Add benefits and other costs
        </Button>
      }
    >
      Unless its outcomes save money or give health, an option that costs more can only look worse. Say what its care
      leads to: appointments avoided, bed days, what a week’s wait costs, health. It counts at once, without another
      run.
    </Notice>
  );
}

function Body({ appraised }: { appraised: Appraised }) {
  const { answer, options, isStale, isUnderWay, wanted } = appraised;
  const progress = appraisals.use((state) => state.progress);
  const missing = notSimulated(wanted);
  const shown = useMemo((): Shown | null => {
    const base = answer && options[answer.report.base];
    return answer && base ? { answer, options, base, isStale } : null;
  }, [answer, options, isStale]);
  return (
    <>
      {missing.length > 0 && <NotSimulated missing={missing} wanted={wanted} before="appraised" />}
      {isUnderWay && progress !== null && <Again progress={progress} onCancel={appraisals.stop} />}
      {shown ? <Parts shown={shown} /> : missing.length === 0 && <Waiting {...appraised} />}
    </>
  );
}

function Parts({ shown }: { shown: Shown }) {
  return (
    <>
      {shown.options.length > 1 && <WorthFigure shown={shown} />}
      <SummaryPanel shown={shown} />
      <AgainstPanel shown={shown} />
      <AccountPanel shown={shown} />
      <RulesPanel shown={shown} />
    </>
  );
}

/** Before the first appraisal is there: a moment, unless somebody stopped it or it cannot be made. */
function Waiting({ ending, askAgain }: Pick<Appraised, 'ending' | 'askAgain'>) {
  if (!askAgain) {
    return <p className={styles.waiting}>Adding up what the options cost…</p>;
  }
  return (
    <EmptyState
      title={ending === 'stopped' ? 'The appraisal was stopped' : 'The appraisal could not be made'}
      icon={<Coins />}
      actions={
        <Button variant="primary" onPress={askAgain}>
          Add up again
        </Button>
      }
    >
      Nothing is lost: the same futures are simulated again where the program no longer holds them.
    </EmptyState>
  );
}
