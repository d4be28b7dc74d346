import { Layers } from 'lucide-react';
import { edit } from '@/document/document';
import { PlaceOf, useProblemAt } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import { starter } from '@/document/starters';
import { Button } from '@/shared/components/button';
import { NumberField } from '@/shared/components/number-field';
import { TextField } from '@/shared/components/text-field';
import { dayOfWeek, formatDay, formatDayWithWeekday } from '@/shared/format/dates';
import { editDesign } from '../pathway-commands';
import { ChangedByOption } from './changed-by-option';
import { readDay } from './day-entry';
import styles from './panel.module.css';
import { TargetList } from './target-list';

/** The pathway as a whole: what it is called, how far ahead to look, and what would be good enough. */
export function DesignPanel({ shown: { project, design, option } }: { shown: Shown }) {
  return (
    <>
      <header className={styles.head}>
        <span className={styles.kind}>Pathway of {option.name}</span>
      </header>
      <PlaceOf path={`designs/${design.id}`}>
        <div className={styles.stack}>
          <TextField
            label="Name of the pathway"
            value={design.name}
            maxLength={300}
            onCommit={(name) =>
              name.trim() !== '' &&
              editDesign(`Rename the pathway to ${name.trim()}`, (draft) => {
                draft.name = name.trim();
              })
            }
          />
          <TextField
            label="What it changes, and why"
            lines={3}
            value={design.description}
            onCommit={(description) =>
              editDesign('Change the description of the pathway', (draft) => {
                draft.description = description;
              })
            }
          />
        </div>
      </PlaceOf>
      <TimeFields project={project} />
      <TargetList targets={project.targets} startDate={project.startDate} />
      {project.tiers.length === 0 && <AddTiers />}
      <ChangedByOption option={option} place="design/" />
      <p className={styles.hint}>Select a step or a link to see and change what happens there.</p>
    </>
  );
}

function TimeFields({ project: { startDate, horizonWeeks, warmUpWeeks } }: Pick<Shown, 'project'>) {
  const startProblem = useProblemAt('startDate');
  const horizonProblem = useProblemAt('horizonWeeks');
  const end = dayOfWeek(startDate, horizonWeeks);
  const setStart = (text: string) => {
    const day = readDay(text);
    if (!day) return false;
    edit(`Start on ${formatDay(day)}`, (draft) => {
      draft.startDate = day;
    });
    return true;
  };
  return (
    <section className={styles.stack} aria-labelledby="time-simulated">
      <h3 id="time-simulated">Time simulated</h3>
      <div data-place="startDate">
        <TextField
          label="Starts on"
          value={formatDay(startDate)}
          description={`${formatDayWithWeekday(startDate)}. Weeks begin on Mondays.`}
          error={startProblem}
          onCommit={setStart}
        />
      </div>
      <div className={styles.two}>
        <div data-place="horizonWeeks">
          <NumberField
            label="Looks ahead"
            value={horizonWeeks}
            unit=" weeks"
            decimals={0}
            min={1}
            error={horizonProblem}
            description={end ? `To ${formatDay(end)}` : undefined}
            onCommit={(weeks) =>
              edit(
                `Look ${weeks} weeks ahead`,
                (draft) => {
                  draft.horizonWeeks = weeks;
                },
                'horizonWeeks',
              )
            }
          />
        </div>
        <NumberField
          label="Warm-up, not counted"
          value={warmUpWeeks}
          unit=" weeks"
          decimals={0}
          min={0}
          onCommit={(weeks) =>
            edit(
              `Leave ${weeks} weeks of warm-up out`,
              (draft) => {
                draft.warmUpWeeks = weeks;
              },
              'warmUpWeeks',
            )
          }
        />
      </div>
    </section>
  );
}

function AddTiers() {
  const add = () =>
    edit('Add three tiers', (draft) => {
      draft.tiers = starter('tiers');
    });
  return (
    <section className={styles.stack} aria-labelledby="tiers">
      <h3 id="tiers">Tiers</h3>
      <p className={styles.hint}>
        A tiered service has a lane for each: universal, targeted, and individualised or specialist.
      </p>
      <div>
        <Button size="small" icon={<Layers />} onPress={add}>
          Add three tiers
        </Button>
      </div>
    </section>
  );
}
