import { BookmarkPlus } from 'lucide-react';
import { edit, showOption, useDocument } from '@/document/document';
import { keepAsOption } from '@/document/keep-option';
import type { Choice, Mix, PostsOutcome, PostsReply, PostsRequest, Project } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Disclosure } from '@/shared/components/disclosure';
import { formatCount } from '@/shared/format';
import { goTo } from '@/shared/navigation/navigation';
import { notify } from '@/shared/notices/notices';
import { secondsWords } from '../data/run-words';
import { StaleAnswer } from '../parts/stale-answer';
import { FrontierFigure } from './frontier-figure';
import { postsQuestions } from './posts-question';
import styles from './posts-tab.module.css';
import {
  againstNow,
  answerTitle,
  effortWords,
  goalsWords,
  keptName,
  metWords,
  mixWords,
  promiseWords,
  yearlyWords,
} from './posts-words';

interface AnswerViewProps {
  project: Project;
  choices: readonly Choice[];
  reply: PostsReply;
  request: PostsRequest;
  /** Time the search took; none when it was stopped. */
  seconds: number | null;
  /** Whether the service or the option has changed since. */
  isStale: boolean;
}

/** What was found: the answer first, what is promised of it, what is nearly as good, and what shorter waits cost. */
export function AnswerView({ project, choices, reply, request, seconds, isStale }: AnswerViewProps) {
  const { answer } = reply;
  const option = project.options.find(({ id }) => id === request.optionId);
  const optionName = option?.name ?? '';
  const source = sourceWords(project, reply, seconds);
  return (
    <>
      {isStale && <StaleAnswer questions={postsQuestions} request={request} isThere={option !== undefined} />}
      <article className={styles.answer} aria-live="polite">
        <p className={styles.asked}>
          {optionName}: {goalsWords(request)}
        </p>
        <h2 className={styles.title}>{answerTitle(reply, choices)}</h2>
        <OutcomeWords {...{ reply, request, choices }} />
        <KeepButton {...{ project, choices, request, optionName }} outcome={answer.outcome} />
        {answer.remarks.map((remark) => (
          <p key={remark} className={styles.remark}>
            {remark}.
          </p>
        ))}
      </article>
      <NearTies mixes={answer.nearTies} choices={choices} />
      {answer.frontier.length > 1 && <FrontierFigure {...{ reply, request, choices, optionName, source, isStale }} />}
      <p className={styles.source}>{source}</p>
    </>
  );
}

interface OutcomeProps {
  reply: PostsReply;
  request: PostsRequest;
  choices: readonly Choice[];
}

function OutcomeWords({ reply, request, choices }: OutcomeProps) {
  const { answer, poundsPerYearNow } = reply;
  const { outcome } = answer;
  if (outcome.kind === 'found') {
    return (
      <>
        <p>{againstNow(outcome.mix, poundsPerYearNow)}</p>
        <p>{promiseWords(request)}</p>
        <Disclosure title="How it was found" summary={effortWords(answer.effort)}>
          <p>{answer.guarantee}</p>
          <p>{answer.words}</p>
        </Disclosure>
      </>
    );
  }
  if (outcome.kind === 'impossible') {
    return (
      <>
        <p>
          Even with {mixWords(outcome.most, choices)} ({yearlyWords(outcome.most.costPoundsPerYear)}){' '}
          {request.goals.length === 1 ? 'the target is met' : 'all targets are met together'} in{' '}
          {metWords(outcome.most.met)}.
        </p>
        <p className={styles.bottleneck}>{outcome.bottleneck}</p>
        <p className={styles.line}>{effortWords(answer.effort)}</p>
      </>
    );
  }
  return (
    <p>
      {outcome.best === null
        ? 'Nothing is lost: ask again, with fewer things ticked or wider steps, and it takes less time.'
        : `It meets the targets (${metWords(outcome.best.met)} of those simulated so far); there may be a cheaper one.`}{' '}
      {effortWords(answer.effort)}
    </p>
  );
}

/** The mix of an outcome that is worth keeping. */
function mixToKeep(outcome: PostsOutcome): Mix | null {
  if (outcome.kind === 'found') return outcome.mix;
  return outcome.kind === 'stopped' ? outcome.best : null;
}

interface KeepProps {
  project: Project;
  choices: readonly Choice[];
  request: PostsRequest;
  optionName: string;
  outcome: PostsOutcome;
}

function KeepButton({ project, choices, request, optionName, outcome }: KeepProps) {
  const mix = mixToKeep(outcome);
  if (!mix || !project.options.some(({ id }) => id === request.optionId)) return null;
  return (
    <p>
      <Button icon={<BookmarkPlus />} onPress={() => keep(request.optionId, mix, keptName(optionName, mix, choices))}>
        Keep this as an option
      </Button>
    </p>
  );
}

/** Adds the mix as an option with a staffing of its own: one step of undo. */
function keep(optionId: string, mix: Mix, name: string): void {
  let id: string | null = null;
  edit(`Keep “${name}” as an option`, (draft) => {
    id = keepAsOption(draft, optionId, [...mix.figures, ...mix.follows], name);
  });
  if (id === null) return;
  const kept = useDocument.getState().project?.options.find((option) => option.id === id);
  notify({
    tone: 'success',
    title: `Kept as the option ${kept?.name ?? name}`,
    detail: 'Run it to see its waits, its staff and its costs beside the others.',
    action: { label: 'Show its staffing', run: () => showStaffing(id) },
  });
}

function showStaffing(optionId: string | null): void {
  if (optionId !== null) showOption(optionId);
  goTo('people');
}

/** Mixes that cost about as much. */
function NearTies({ mixes, choices }: { mixes: readonly Mix[]; choices: readonly Choice[] }) {
  if (mixes.length === 0) return null;
  return (
    <section className={styles.card} aria-label="Nearly as good">
      <h3>Mixes a step away that cost about as much or less</h3>
      <ul className={styles.ties}>
        {mixes.map((mix) => (
          <li key={mix.words}>
            {mixWords(mix, choices)}: {yearlyWords(mix.costPoundsPerYear)}, all met in {metWords(mix.met)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the answer can be traced to. */
function sourceWords({ name }: Project, { seed, engineVersion, revision, answer }: PostsReply, seconds: number | null) {
  const took = seconds === null ? '' : `, ${secondsWords(seconds)}`;
  return `${name}, revision ${revision} · seed ${seed}, ${formatCount(answer.effort.replications, 'simulated future')}${took} · Pathloom engine ${engineVersion}`;
}
