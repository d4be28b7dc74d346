import { useCallback, useState } from 'react';
import { GivenEntry } from '@/document/given/given-entry';
import { afresh, useGiven } from '@/document/given/use-given';
import type { Design, GivenList, NationalFigures, NationalWorkbook, Project } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { Button } from '@/shared/components/button';
import { Dialog } from '@/shared/components/dialog';
import { Disclosure } from '@/shared/components/disclosure';
import { formatCount } from '@/shared/format';
import importStyles from '../../imports/imports.module.css';
import { Remark } from '../../parts/section-page';
import { NationalChoices } from './national-choices';
import { NationalFigure } from './national-figure';
import { type BandedList, hasFigures, listOf } from './national-shares';
import { allLines, type NationalAge, organisationName, workbookWords } from './national-words';
import { StartFromList } from './start-from-list';
import { useOwnLists } from './use-own-lists';

interface NationalDialogProps {
  project: Project;
  design: Design;
  optionId: string;
  onClose: () => void;
}

/**
 * This service's list beside the national figures. The workbook is read while the dialog is open and kept nowhere; nothing
 * changes the model but taking a list over.
 */
export function NationalDialog({ project, design, optionId, onClose }: NationalDialogProps) {
  const [organisation, setOrganisation] = useState<number | null>(null);
  const [age, setAge] = useState<NationalAge>('children');
  const [line, setLine] = useState(allLines);
  const read = useCallback((given: GivenList) => client().nationalRead(given, organisation), [organisation]);
  const reading = afresh(useGiven(read), () => {
    setOrganisation(null);
    setLine(allLines);
  });
  const workbook = reading.found;
  const own = useOwnLists(design, optionId);
  const listFrom = (figures: NationalFigures | null): BandedList | null => {
    const services = figures?.[age];
    const counts = line === allLines ? services?.all : services?.lines.find(({ name }) => name === line)?.counts;
    if (!figures || !counts) return null;
    const { number, name } = figures.organisation;
    const list = listOf(String(number), organisationName(name), counts);
    return hasFigures(list) ? list : null;
  };
  const theirs = listFrom(workbook?.chosen ?? null);
  const lists = [theirs, listFrom(workbook?.england ?? null)].filter((list) => list !== null);
  const footer = <Button onPress={onClose}>Close</Button>;
  return (
    <Dialog isOpen title="This list beside the national figures" width="wide" onClose={onClose} footer={footer}>
      <Remark>
        The Community Health Services waiting lists, which NHS England publishes every month as an Excel workbook. Save
        it from the NHS England website, then choose it here: nothing is fetched from the network.
      </Remark>
      <GivenEntry
        reading={reading}
        label="Choose the workbook below, or paste one of its tables with its headings"
        placeholder={'Organisation type\tCode\tName\t(CYP) Therapy interventions: Occupational therapy\n…'}
        privacy="The workbook holds nothing about any person, and it is kept nowhere."
      />
      {reading.isReading && <Remark>Reading…</Remark>}
      {workbook && <WorkbookRead workbook={workbook} />}
      {workbook && (
        <NationalChoices
          workbook={workbook}
          age={age}
          line={line}
          onOrganisation={setOrganisation}
          onAge={(next) => {
            setAge(next);
            setLine(allLines);
          }}
          onLine={setLine}
        />
      )}
      {workbook && <NationalFigure own={own} lists={lists} month={workbook.month} />}
      {workbook && theirs && (
        <StartFromList {...{ project, design }} list={theirs} month={workbook.month} onTaken={onClose} />
      )}
    </Dialog>
  );
}

/** What was read, and what was not understood. */
function WorkbookRead({ workbook }: { workbook: NationalWorkbook }) {
  const { notes, problems, problemCount } = workbook;
  return (
    <div className={importStyles.found}>
      <p className={importStyles.sum} role="status">
        {workbookWords(workbook)}
      </p>
      {notes.length > 0 && (
        <ul className={importStyles.notes}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {problems.length > 0 && (
        <Disclosure title={formatCount(problemCount, 'thing was not understood', 'things were not understood')}>
          <ul className={importStyles.notes}>
            {problems.map(({ sheet, row, why }) => (
              <li key={`${sheet} ${row} ${why}`}>
                {[sheet && `Sheet “${sheet}”`, row !== null && `row ${row}`].filter(Boolean).join(', ') || 'The text'}:{' '}
                {why}.
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
