import { UserRoundSearch } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useDocument } from '@/document/document';
import { useSettings } from '@/document/settings';
import type { PostsChoices, Project } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { EmptyState } from '@/shared/components/empty-state';
import { Panel } from '@/shared/components/panel';
import { Select } from '@/shared/components/select';
import { goTo } from '@/shared/navigation/navigation';
import { showError } from '@/shared/notices/notices';
import { AskingRoom } from '../parts/asking-room';
import { askAbout, useAskedOption } from '../results-view';
import { AnswerView } from './answer-view';
import { AskButton } from './ask-button';
import { GoalsEditor } from './goals-editor';
import { draftKey, firstDraft, type PostsDraft, putDraft, usePostsDrafts } from './posts-draft';
import { postsQuestions } from './posts-question';
import styles from './posts-tab.module.css';
import { SurenessFields } from './sureness-fields';
import { VaryList } from './vary-list';

/** The cheapest mix of posts, places or groups that meets a target. */
export function PostsTab() {
  const project = useDocument((document) => document.project);
  const projectId = useDocument((document) => document.id);
  const optionId = useAskedOption();
  const choices = useChoices(projectId, optionId);
  if (!project || projectId === null) return null;
  const option = project.options.find(({ id }) => id === optionId);
  if (!option || (choices !== null && choices.choices.length === 0)) return <NothingToVary />;
  const question = (
    <>
      <Panel title="How many posts?" subtitle="Finds the cheapest mix that meets a target.">
        <Select
          label="In the option"
          value={option.id}
          options={project.options.map(({ id, name }) => ({ id, label: name }))}
          onChange={askAbout}
        />
      </Panel>
      {choices && <Question {...{ project, choices }} key={option.id} projectId={projectId} optionId={option.id} />}
    </>
  );
  return (
    <AskingRoom question={question}>{choices && <Answer {...{ project, choices }} optionId={option.id} />}</AskingRoom>
  );
}

/** What may vary in an option, as the document stands. */
function useChoices(projectId: string | null, optionId: string | null): PostsChoices | null {
  const version = useDocument((document) => document.version);
  const saving = useDocument((document) => document.saving);
  const [found, setFound] = useState<{ key: string; choices: PostsChoices } | null>(null);
  const key = projectId === null || optionId === null ? null : draftKey(projectId, optionId);
  useEffect(() => {
    // The program is asked once it has what is on the screen.
    if (projectId === null || optionId === null || saving !== 'saved') return;
    let isWanted = version >= 0;
    client()
      .postsChoices(projectId, optionId)
      .then((choices) => isWanted && setFound({ key: draftKey(projectId, optionId), choices }), showError);
    return () => {
      isWanted = false;
    };
  }, [projectId, optionId, version, saving]);
  return found?.key === key ? found.choices : null;
}

interface QuestionProps {
  project: Project;
  choices: PostsChoices;
  projectId: string;
  optionId: string;
}

function Question({ project, choices, projectId, optionId }: QuestionProps) {
  const key = draftKey(projectId, optionId);
  const lastWeek = project.horizonWeeks + project.warmUpWeeks;
  const kept = usePostsDrafts(({ drafts }) => drafts[key]);
  const draft = kept ?? firstDraft(choices, lastWeek);
  const seed = useSettings(({ settings }) => settings?.seed ?? '1');
  const put = (part: Partial<PostsDraft>) => putDraft(key, { ...draft, ...part });
  return (
    <>
      <GoalsEditor {...{ draft, lastWeek, put }} targets={choices.goals} />
      <VaryList {...{ draft, put }} choices={choices.choices} />
      <Panel>
        <div className={styles.form}>
          <SurenessFields draft={draft} put={put} />
          <AskButton draft={draft} choices={choices.choices} of={{ projectId, optionId, seed }} />
        </div>
      </Panel>
    </>
  );
}

function Answer({ project, choices, optionId }: { project: Project; choices: PostsChoices; optionId: string }) {
  const { answer, answered, seconds } = postsQuestions.use();
  const version = useDocument((document) => document.version);
  if (!answer || !answered) return <NotAskedYet />;
  const isOfThis = answered.request.optionId === optionId;
  return (
    <AnswerView
      project={project}
      choices={choices.choices}
      reply={answer}
      request={answered.request}
      seconds={seconds}
      isStale={!isOfThis || answered.version !== version}
    />
  );
}

function NotAskedYet() {
  const isUnderWay = postsQuestions.use((state) => state.isUnderWay);
  if (isUnderWay)
    return <p className={styles.waiting}>The answer appears here. Stop keeps what has been found by then.</p>;
  return (
    <EmptyState title="How many posts would it take?" icon={<UserRoundSearch />}>
      <p>
        Say what should be reached, by when and how surely; tick what may vary and between which limits. Pathloom then
        looks for the cheapest mix: hopeless ones are given up after a few simulated futures, close ones get hundreds,
        and how likely the answer meets the target is measured on futures that had no part in the search.
      </p>
    </EmptyState>
  );
}

function NothingToVary() {
  return (
    <EmptyState
      title="There is nothing that could vary yet"
      icon={<UserRoundSearch />}
      actions={<Button onPress={() => goTo('people')}>Add roles</Button>}
    >
      Here the cheapest number of posts, places or groups is found that meets a target. This service has no roles, no
      places and no groups.
    </EmptyState>
  );
}
