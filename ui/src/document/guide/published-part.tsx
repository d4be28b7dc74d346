import type { Beside, Guide, OutcomeKinship, Project, PublishedOutcome } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Progress } from '@/shared/components/progress';
import { Tag } from '@/shared/components/tag';
import { formatNumber } from '@/shared/format/numbers';
import { useDocument } from '../document';
import { figureOf } from '../estimate';
import { sourceWords } from '../fields/evidence-words';
import { useSettings } from '../settings';
import styles from './guide.module.css';
import { guideQuestions, isStale } from './guide-question';
import { amount, kinships, liesWords, simulatedWords } from './guide-words';

/** What was published, and beside it what the simulation gives, when somebody asks. */
export function PublishedPart({ guide: { published } }: { guide: Guide }) {
  const project = useDocument((document) => document.project);
  const { answer, answered, isUnderWay } = guideQuestions.use();
  if (!project || published.length === 0) return null;
  const stale = answered !== null && isStale(answered.request, project);
  return (
    <section className={styles.part} aria-label="Published, and simulated">
      <h3>Published, and simulated</h3>
      <ul className={styles.outcomes}>
        {published.map((outcome) => (
          <Outcome key={outcome.id} outcome={outcome} beside={answer?.outcomes.find(({ id }) => id === outcome.id)} />
        ))}
      </ul>
      {isUnderWay ? <UnderWay /> : <Ask project={project} isAgain={answer !== null} />}
      {answer && (
        <p className={styles.hint} role="status">
          {stale
            ? 'The document has changed since: simulate again.'
            : `The middle of ${formatNumber(answer.replications, 0)} simulated futures, and the range of 9 in 10 of them.`}
        </p>
      )}
      <Kinships published={published} />
    </section>
  );
}

function Ask({ project, isAgain }: { project: Project; isAgain: boolean }) {
  const projectId = useDocument((document) => document.id);
  const settings = useSettings((chosen) => chosen.settings);
  const ending = guideQuestions.use((state) => state.ending);
  if (projectId === null || !settings || !project.guide?.published.some(({ measured }) => measured)) return null;
  const { replications, seed } = settings;
  return (
    <div className={styles.ask}>
      <Button size="small" onPress={() => void guideQuestions.ask({ projectId, replications, seed, of: project })}>
        {isAgain ? 'Simulate again' : 'Simulate and compare'}
      </Button>
      {ending === 'stopped' && <span className={styles.hint}>Stopped before there was an answer.</span>}
    </div>
  );
}

function UnderWay() {
  const { isStopping, progress } = guideQuestions.use();
  const words = progress && `${formatNumber(progress.done, 0)} of ${formatNumber(progress.of, 0)} futures`;
  return (
    <Progress
      label={isStopping ? 'Stopping' : `Simulating ${progress?.optionName ?? 'the options'}`}
      share={progress ? progress.done / Math.max(progress.of, 1) : null}
      {...(words ? { words } : {})}
      onCancel={guideQuestions.stop}
    />
  );
}

function Outcome({ outcome, beside }: { outcome: PublishedOutcome; beside: Beside | undefined }) {
  const { evidence } = figureOf(outcome.value);
  const lies = beside && liesWords(beside);
  return (
    <li className={styles.outcome}>
      <div className={styles.outcomeHead}>
        <h4>{outcome.name}</h4>
        <Tag>{kinships[outcome.kind].label}</Tag>
      </div>
      <dl className={styles.pair}>
        <div>
          <dt>Published</dt>
          <dd>
            {beside?.simulated && <strong>{amount(beside.published, beside.unit)}</strong>} “{outcome.said}”
          </dd>
        </div>
        {beside && (
          <div>
            <dt>Simulated</dt>
            <dd>
              {beside.simulated ? <strong>{simulatedWords(beside)}</strong> : simulatedWords(beside)}
              {beside.option && `, ${beside.option}`}
            </dd>
          </div>
        )}
      </dl>
      {lies && <p className={styles.lies}>{lies}</p>}
      {outcome.note && <p className={styles.note}>{outcome.note}</p>}
      {evidence && <p className={styles.hint}>{sourceWords(evidence)}</p>}
    </li>
  );
}

/** What the kinds of outcomes say of the model, for those that are there. */
function Kinships({ published }: { published: readonly PublishedOutcome[] }) {
  const kinds = (Object.keys(kinships) as OutcomeKinship[]).filter((kind) =>
    published.some((outcome) => outcome.kind === kind),
  );
  return (
    <dl className={styles.kinships}>
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{kinships[kind].label}</dt>
          <dd>{kinships[kind].words}</dd>
        </div>
      ))}
    </dl>
  );
}
