import { useCallback, useMemo, useState } from 'react';
import { figureTools } from '@/document/figure-tools';
import { GivenEntry } from '@/document/given/given-entry';
import { DayOrderChoice, SheetChoice } from '@/document/given/sheet-choice';
import { afresh, useGiven } from '@/document/given/use-given';
import type { ActivityRecord, ActivityRequest, GivenList, HistoryFit, HistoryReply } from '@/ipc/bindings';
import { client } from '@/ipc/client';
import { BandChart } from '@/shared/charts/band-chart/band-chart';
import { ChartFigure } from '@/shared/charts/figure/chart-figure';
import { Button } from '@/shared/components/button';
import { Checkbox } from '@/shared/components/checkbox';
import { Dialog } from '@/shared/components/dialog';
import { Notice } from '@/shared/components/notice';
import { formatCount, formatDay } from '@/shared/format';
import styles from '../imports/imports.module.css';
import { ListFound } from '../imports/list-found';
import { Remark } from '../parts/section-page';
import { type FitPart, fitTable, fittedBands, partsOf } from './fitted';

interface FitDialogProps {
  startDate: string;
  onClose: () => void;
  onAccept: (fit: HistoryFit, parts: readonly FitPart[]) => void;
}

const partLabels: Record<FitPart, string> = {
  rate: 'Referrals a week',
  growth: 'Growth a year',
  season: 'The months of the year',
  spread: 'Busy and quiet weeks',
};

/** What the person chose about how a record is read; nothing chosen: as the record itself suggests. */
const unchosen: Pick<ActivityRequest, 'sheet' | 'dayOrder'> = { sheet: null, dayOrder: null };

/** Estimates demand from a record of past referrals, shows how well it fits, and hands over what is to be taken. */
export function FitDialog({ startDate, onClose, onAccept }: FitDialogProps) {
  const [choices, setChoices] = useState(unchosen);
  const read = useCallback(
    (given: GivenList) => client().historyFit(given, { startDate, ...choices }),
    [startDate, choices],
  );
  const reading = afresh(useGiven(read), () => setChoices(unchosen));
  const { found } = reading;
  const [left, setLeft] = useState<{ of: HistoryReply | null; parts: readonly FitPart[] }>({ of: null, parts: [] });
  const fit = found?.fit ?? null;
  const offered = fit ? partsOf(fit) : [];
  const leftOut = left.of === found ? left.parts : [];
  const taken = offered.filter((part) => !leftOut.includes(part));
  const turn = (part: FitPart, isTaken: boolean) =>
    setLeft({ of: found, parts: isTaken ? leftOut.filter((one) => one !== part) : [...leftOut, part] });
  const footer = (
    <>
      <Button onPress={onClose}>Cancel</Button>
      <Button variant="primary" isDisabled={taken.length === 0} onPress={() => fit && onAccept(fit, taken)}>
        Use {taken.length === 1 ? 'this estimate' : 'these estimates'}
      </Button>
    </>
  );
  return (
    <Dialog isOpen title="Estimate demand from a record" width="wide" onClose={onClose} footer={footer}>
      <Remark>
        Weekly or monthly counts of referrals, or one referral to a line; two years or more tell growth from season.
        Rates are worked out for the start of the simulation, {formatDay(startDate)}.
      </Remark>
      <GivenEntry
        reading={reading}
        label="Paste the record: a day or month and a number on each line, or a list of referral dates"
        placeholder={'06/01/2025\t23\n13/01/2025\t19\n…'}
        privacy="Only days and counts are read. Names, NHS numbers, dates of birth and postcodes are never stored."
      />
      {reading.isReading && <Remark>Reading…</Remark>}
      {found && (
        <div className={styles.choices}>
          <SheetChoice
            sheets={found.record.sheets}
            sheet={found.record.sheet}
            onChange={(sheet) => setChoices({ ...unchosen, sheet })}
          />
          <DayOrderChoice
            dayOrder={found.record.dayOrder}
            isSure={found.record.isDayOrderSure}
            onChange={(dayOrder) => setChoices((before) => ({ ...before, dayOrder }))}
          />
        </div>
      )}
      {found && <RecordRead record={found.record} />}
      {found?.problem && (
        <Notice tone="warning" title="Nothing can be estimated from this record">
          {found.problem}.
        </Notice>
      )}
      {fit && <FitShown fit={fit} />}
      {fit && (
        <fieldset className={styles.taken}>
          <legend>What to use</legend>
          {offered.map((part) => (
            <Checkbox key={part} isSelected={taken.includes(part)} onChange={(isTaken) => turn(part, isTaken)}>
              {partLabels[part]}
            </Checkbox>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}

/** What was read, before anything is made of it. */
function RecordRead({ record }: { record: ActivityRecord }) {
  if (record.kind === 'referrals') {
    return <ListFound list={record} />;
  }
  const what =
    record.step === 'month' ? formatCount(record.periods.length, 'month') : formatCount(record.periods.length, 'week');
  return (
    <div className={styles.found}>
      <p className={styles.sum} role="status">
        {what} {record.periods.length === 1 ? 'was' : 'were'} read
        {record.refused.length > 0 && `; ${formatCount(record.refused.length, 'line was', 'lines were')} not`}.
      </p>
      <ul className={styles.notes}>
        {record.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {record.refused.map(({ line, why }) => (
          <li key={line}>
            Line {line}: {why}.
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The record and the estimate, drawn together, with what was found in words. */
function FitShown({ fit }: { fit: HistoryFit }) {
  const { series, actual } = useMemo(() => fittedBands(fit.course), [fit]);
  return (
    <div className={styles.found}>
      <ChartFigure
        headingLevel={3}
        title={fit.findings[0] ?? ''}
        subtitle="Referrals a week: counted, expected by the estimate, and where half and 9 in 10 of such weeks or months lie"
        source={fit.method}
        hidesSource
        table={() => fitTable(fit.course)}
        fileName="referrals-estimated"
        {...figureTools}
      >
        <BandChart
          measure="Referrals a week"
          series={[series]}
          startDate={fit.course[0]?.from ?? ''}
          unit="people"
          actual={actual}
          height={190}
        />
      </ChartFigure>
      <ul className={styles.findings}>
        {fit.findings.slice(1).map((finding) => (
          <li key={finding}>{finding}</li>
        ))}
      </ul>
      <p className={styles.notes}>{fit.method}</p>
    </div>
  );
}
