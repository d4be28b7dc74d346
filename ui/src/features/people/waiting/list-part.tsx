import { useState } from 'react';
import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import { starter } from '@/document/starters';
import type { Estimate, ListAges, ListSummary, Project, StartingList } from '@/ipc/bindings';
import { Button } from '@/shared/components/button';
import { Segmented, type SegmentedOption } from '@/shared/components/segmented';
import { Sentence } from '@/shared/components/sentence';
import { formatCount, formatPeople } from '@/shared/format';
import { newGroups, type TakenList, takenAges } from '../imports/group-choice';
import { Part, Remark } from '../parts/section-page';
import { ImportDialog } from './import-dialog';
import { ListPicture } from './list-picture';
import type { ChangeStart } from './start-panel';
import { formOf, type ListForm, type StartableStep, setList } from './starting';
import { useStartingPicture } from './use-starting-picture';
import styles from './waiting.module.css';

const forms: readonly SegmentedOption<ListForm>[] = [
  { id: 'none', label: 'Nobody' },
  { id: 'summary', label: 'Number, mean and longest' },
  { id: 'ages', label: 'Referral dates' },
];

interface ListPartProps {
  step: StartableStep;
  project: Project;
  change: ChangeStart;
}

/** The people waiting for a step now, in the form in which they are known. */
export function ListPart({ step, project, change }: ListPartProps) {
  const [isImporting, setIsImporting] = useState(false);
  const list = step.work.start?.waiting ?? null;
  const picture = useStartingPicture(list);
  const put = (waiting: StartingList | null, label: string) => change(label, (draft) => setList(draft, waiting));
  const take = (taken: TakenList) => {
    setIsImporting(false);
    const made = taken.groups ? newGroups(taken.list, taken.groups) : [];
    const also = made.length > 0 ? ` and ${formatCount(made.length, 'new client group')}` : '';
    const label = `Take over ${formatPeople(taken.list.accepted.length)}${also}`;
    // Several designs may share the step: the client groups are made once, and their lists are the same.
    let ages: ListAges | null = null;
    change(label, (draft, whole) => {
      ages ??= takenAges(whole, taken);
      setList(draft, { kind: 'ages', ...ages });
    });
  };
  const choose = (form: ListForm) => {
    if (form === 'none') put(null, 'Nobody waits');
    else if (form === 'summary') put(asSummary(list, picture), 'Say who waits');
    else setIsImporting(true);
  };
  return (
    <Part title="Waiting now">
      <div className={styles.forms}>
        <Segmented
          label="How the waiting list is known"
          value={formOf(step.work.start)}
          options={forms}
          onChange={choose}
        />
      </div>
      {!list && (
        <Remark>Nobody waits for {step.name} at the start. Say how it is known who does, to enter them.</Remark>
      )}
      {list?.kind === 'summary' && <SummarySentence list={list} put={put} />}
      {list?.kind === 'ages' && <ImportedSentence list={list} onAgain={() => setIsImporting(true)} />}
      {list && picture && <ListPicture picture={picture} />}
      {isImporting && (
        <ImportDialog
          stepName={step.name}
          startDate={project.startDate}
          groups={project.groups}
          onClose={() => setIsImporting(false)}
          onAccept={take}
        />
      )}
    </Part>
  );
}

/** A list by three numbers: those of the imported one where there was one. */
function asSummary(list: StartingList | null, picture: ReturnType<typeof useStartingPicture>): StartingList {
  const begun = starter('startingList');
  if (!list || !picture || picture.meanWeeks === null || picture.longestWeeks === null) return begun;
  const rounded = (weeks: number) => Math.round(weeks * 10) / 10;
  return {
    kind: 'summary',
    number: picture.people,
    meanWeeks: rounded(picture.meanWeeks),
    longestWeeks: rounded(picture.longestWeeks),
  };
}

interface SummarySentenceProps {
  list: ListSummary;
  put: (waiting: StartingList, label: string) => void;
}

function SummarySentence({ list, put }: SummarySentenceProps) {
  const field = (name: keyof ListSummary) => (value: Estimate, label: string) =>
    put({ ...list, kind: 'summary', [name]: value }, label);
  const at = 'work/start/waiting';
  return (
    <>
      <Sentence>
        <FigureField
          label="People waiting"
          value={list.number}
          at={`${at}/number`}
          min={0}
          onChange={field('number')}
        />{' '}
        people wait: on average{' '}
        <FigureField
          label="Mean wait so far"
          value={list.meanWeeks}
          at={`${at}/meanWeeks`}
          unit=" weeks"
          min={0}
          onChange={field('meanWeeks')}
        />{' '}
        so far, the longest{' '}
        <FigureField
          label="Longest wait so far"
          value={list.longestWeeks}
          at={`${at}/longestWeeks`}
          unit=" weeks"
          min={0}
          onChange={field('longestWeeks')}
        />
        .
      </Sentence>
      <FigureNotes
        figures={[
          { label: 'Number', value: list.number },
          { label: 'Mean', value: list.meanWeeks, unit: ' weeks' },
          { label: 'Longest', value: list.longestWeeks, unit: ' weeks' },
        ]}
      />
    </>
  );
}

function ImportedSentence({ list, onAgain }: { list: ListAges; onAgain: () => void }) {
  const at = 'work/start/waiting';
  const [path, problem] = [usePlace(at), useProblemAt(at)];
  return (
    <div className={styles.imported} data-place={path}>
      <p>
        {formatPeople(list.weeks.length)}, each with their weeks waited
        {list.groups.length > 0 && ' and their client group'}. Nothing else about them is kept.
      </p>
      <Button size="small" onPress={onAgain}>
        Read another list
      </Button>
      {problem && <p className={styles.problem}>{problem}</p>}
    </div>
  );
}
