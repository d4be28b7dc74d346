import { useEffect, useMemo, useState } from 'react';
import { useDocument } from '@/document/document';
import { useRuns } from '@/document/runs';
import { goToPeople } from '@/document/wanted-place';
import type { Project, RoleTurnover } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Panel } from '@/shared/components/panel';
import { Progress } from '@/shared/components/progress';
import { Select } from '@/shared/components/select';
import { formatNumber } from '@/shared/format';
import { showError } from '@/shared/notices/notices';
import { type OptionOutcome, outcomesOf } from '../data/outcomes';
import { NotSimulated } from '../parts/not-simulated';
import { askAbout, useAskedOption, useWeek } from '../results-view';
import styles from './vacancies.module.css';
import { useShownAnswer, VacanciesCourses, VacanciesFigures } from './vacancies-answer';
import { type VacanciesQuestion, vacancyQuestions } from './vacancies-question';
import { vacantWords } from './vacancies-words';

/** What vacancies and turnover do to the wait: an option held against itself with every post filled and nobody leaving. */
export function VacanciesPanel({ project }: { project: Project }) {
  const option = useAsked(project);
  const roles = useTurnover(option?.id ?? null);
  const shown = useShownAnswer(project, option);
  if (!option) return null;
  const choose = (
    <Select
      label="In the option"
      hideLabel
      value={option.id}
      options={project.options.map(({ id, name }) => ({ id, label: name }))}
      onChange={askAbout}
    />
  );
  const isVacant = roles !== null && roles.length > 0;
  return (
    <>
      <Panel
        title="What vacancies and turnover do to the wait"
        subtitle="An option as it is, held against itself with every post filled and nobody leaving, in the same simulated futures."
        actions={choose}
      >
        {roles?.length === 0 && <NothingVacant project={project} option={option} />}
        {isVacant && (
          <div className={styles.asking}>
            <TurnoverTable roles={roles} />
            <Asking {...{ project, option }} />
            {shown && <VacanciesCourses {...{ project, shown }} />}
          </div>
        )}
      </Panel>
      {isVacant && shown && <VacanciesFigures shown={shown.comparison} />}
    </>
  );
}

/** The option asked about, with its latest run. */
function useAsked(project: Project): OptionOutcome | null {
  const views = useRuns((runs) => runs.views);
  const id = useAskedOption();
  // The same object while nothing changes, so that no chart is drawn again for nothing.
  return useMemo(
    () => outcomesOf(project.options, [], views).find((one) => one.id === id) ?? null,
    [project.options, views, id],
  );
}

/** The roles of an option of which posts are vacant or people leave, as the document stands; none until they are known. */
function useTurnover(optionId: string | null): readonly RoleTurnover[] | null {
  const projectId = useDocument((document) => document.id);
  const version = useDocument((document) => document.version);
  const saving = useDocument((document) => document.saving);
  const [found, setFound] = useState<{ of: string; roles: readonly RoleTurnover[] } | null>(null);
  const of = `${projectId} ${optionId}`;
  useEffect(() => {
    // The program is asked once it has what is on the screen.
    if (projectId === null || optionId === null || saving !== 'saved') return;
    let isWanted = version >= 0;
    client()
      .vacanciesRoles(projectId, optionId)
      .then((roles) => isWanted && setFound({ of: `${projectId} ${optionId}`, roles }), showError);
    return () => {
      isWanted = false;
    };
  }, [projectId, optionId, version, saving]);
  return found?.of === of ? found.roles : null;
}

/** Where no post is vacant: says so, and leads to where that is put in. */
function NothingVacant({ project, option }: { project: Project; option: OptionOutcome }) {
  const mixId = project.options.find(({ id }) => id === option.id)?.mix;
  const posts = project.mixes.find(({ id }) => id === mixId)?.posts ?? [];
  const role = project.roles.find(({ id }) => posts.some((one) => one.role === id)) ?? project.roles[0];
  return (
    <div className={styles.nothing}>
      <p>
        Under {option.name} every post is filled from the start and nobody leaves: there is nothing to hold it against.
        If some posts are vacant, or people leave, put that in for their role: what it costs in weeks of waiting can
        then be seen here.
      </p>
      {role && (
        <Button size="small" onPress={() => goToPeople(`roles/${role.id}/turnover`)}>
          Put in vacancies and leavers
        </Button>
      )}
    </div>
  );
}

/** The question and how far it is; none asked before the option has been simulated as it stands. */
function Asking({ project, option }: { project: Project; option: OptionOutcome }) {
  const projectId = useDocument((document) => document.id);
  const week = useWeek(project.horizonWeeks + project.warmUpWeeks);
  const { answered, asked, isUnderWay } = vacancyQuestions.use();
  if (projectId === null) return null;
  if (option.state !== 'current') {
    return (
      <NotSimulated missing={[option]} wanted={[option]} before="held against themselves with every post filled" />
    );
  }
  const question: VacanciesQuestion = { projectId, optionId: option.id, week, runKey: option.run?.key ?? '' };
  const isAnswered = answered !== null && isSame(answered.request, question);
  return <Ask {...{ question, isAnswered }} isUnderWay={isUnderWay && asked?.optionId === option.id} />;
}

const isSame = (one: VacanciesQuestion, other: VacanciesQuestion): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Asks, shows how far it is, and stops. */
function Ask(props: { question: VacanciesQuestion; isAnswered: boolean; isUnderWay: boolean }) {
  const { question, isAnswered, isUnderWay } = props;
  const { progress, isStopping, ending } = vacancyQuestions.use();
  if (isUnderWay) {
    return (
      <Progress
        label={isStopping ? 'Stopping' : `Simulating the same futures: ${progress?.optionName ?? 'every post filled'}`}
        share={progress ? progress.finished / Math.max(progress.needed, 1) : null}
        words={progress ? `${formatNumber(progress.finished, 0)} of ${formatNumber(progress.needed, 0)}` : ''}
        onCancel={vacancyQuestions.stop}
      />
    );
  }
  if (isAnswered) return null;
  return (
    <div className={styles.ask}>
      <Button variant="primary" onPress={() => void vacancyQuestions.ask(question)}>
        Hold it against every post filled
      </Button>
      <span className={styles.quiet}>
        {ending === 'stopped' ? 'Stopped before there was an answer.' : `At the end of week ${question.week}.`}
      </span>
    </div>
  );
}

/** The roles of which posts are vacant, or people leave. */
function TurnoverTable({ roles }: { roles: readonly RoleTurnover[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a room that scrolls must be reachable without a pointer
    <section className={styles.room} aria-label="Roles with vacancies or turnover" tabIndex={0}>
      <table className={styles.table}>
        <caption className={styles.quiet}>{vacantWords(roles)}.</caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Posts (WTE)</th>
            <th scope="col">Vacant at the start</th>
            <th scope="col">Leave each year</th>
          </tr>
        </thead>
        <tbody>
          {roles.map(({ role, name, wte, vacantPercent, vacantWte, leaversPercentPerYear }) => (
            <tr key={role}>
              <th scope="row">{name}</th>
              <td>{formatNumber(wte, 2)}</td>
              <td>
                {formatNumber(vacantPercent, 1)}% <span className={styles.quiet}>{formatNumber(vacantWte, 2)} WTE</span>
              </td>
              <td>{formatNumber(leaversPercentPerYear, 1)}%</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
