import { useAssessment } from '@/document/assessment';
import type { LoadUnit, StepFlow, StepLoad } from '@/ipc/bindings';
import { formatPercent, formatSensible } from '@/shared/format/numbers';
import { formatPeople, formatWeeks } from '@/shared/format/quantities';
import { flowOf, loadState } from '../words/loads';
import styles from './panel.module.css';

const units: Record<LoadUnit, { needed: string; available: string; unit: string }> = {
  hoursPerWeek: { needed: 'Hours needed', available: 'Hours free for it', unit: 'a week' },
  seatsPerWeek: { needed: 'Seats needed', available: 'Seats offered', unit: 'a week' },
  places: { needed: 'Places needed', available: 'Places there are', unit: 'places' },
  newPeoplePerWeek: { needed: 'New people', available: 'New people allowed', unit: 'a week' },
  caseload: { needed: 'People under way', available: 'Caseload allowed', unit: 'people' },
};

/** The step in the long run, as it is drawn: what comes, what it needs, what there is, and what that means. */
export function AsDrawn({ stepId }: { stepId: string }) {
  const flow = useAssessment(({ assessment }) => flowOf(assessment?.flows, stepId));
  const noFlows = useAssessment(({ assessment }) => assessment?.noFlows ?? null);
  if (!flow) {
    return noFlows ? (
      <p className={styles.hint}>Loads are shown once the pathway can be simulated: {noFlows}.</p>
    ) : null;
  }
  const { load, peoplePerWeek } = flow;
  const words = load && units[load.unit];
  return (
    <section className={styles.drawn} aria-labelledby="as-drawn">
      <h3 id="as-drawn">This step, as drawn</h3>
      <table className={styles.figures}>
        <tbody>
          <Line label="People arriving" value={formatSensible(peoplePerWeek)} unit="a week" />
          {load && words && (
            <>
              <Line label={words.needed} value={formatSensible(load.needed)} unit={words.unit} />
              <Line label={words.available} value={formatSensible(load.available)} unit={words.unit} />
              <tr>
                <th scope="row">Load</th>
                <td className={styles.load} data-load={loadState(load)}>
                  {load.loadPercent === null ? 'nobody to do it' : formatPercent(load.loadPercent / 100)}
                </td>
              </tr>
            </>
          )}
        </tbody>
      </table>
      {load && <p className={styles.meaning}>{meaning(load, flow)}</p>}
    </section>
  );
}

function Line({ label, value, unit }: { label: string; value: string; unit: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>
        <strong>{value}</strong> {unit}
      </td>
    </tr>
  );
}

const nouns: Record<LoadUnit, string> = {
  hoursPerWeek: 'hours a week',
  seatsPerWeek: 'seats a week',
  places: 'places',
  newPeoplePerWeek: 'new people a week',
  caseload: 'people at once',
};

/** What the load means for the list, in a sentence or two. */
export function meaning(load: StepLoad, flow: StepFlow): string {
  const { needed, available, growsPeoplePerWeek, loadPercent, unit } = load;
  if (loadPercent === null) return 'There is work here and nobody to do it: the list only grows.';
  if (loadState(load) === 'over') {
    const short = `Needs ${formatSensible(needed - available)} ${nouns[unit]} more than it has`;
    if (growsPeoplePerWeek === null)
      return `${short}. The list grows at an earlier step, so fewer people come here than could.`;
    return `${short}, so its list grows by about ${formatSensible(growsPeoplePerWeek)} people a week.`;
  }
  const copes =
    loadState(load) === 'tight'
      ? 'It keeps up, but with little to spare: small delays will show as waits.'
      : 'It keeps up with what comes, with room to spare.';
  return [copes, waitWords(flow), listWords(flow)].filter(Boolean).join(' ');
}

function waitWords({ wait }: StepFlow): string {
  if (wait.kind !== 'mean') return '';
  const { meanWeeks } = wait;
  const long = meanWeeks < 1 ? `${formatSensible(meanWeeks * 7)} days` : `${formatSensible(meanWeeks)} weeks`;
  return `In the long run people wait about ${long}.`;
}

function listWords({ listAtStartPeople, weeksToTargetList, targetListPeople }: StepFlow): string {
  if (weeksToTargetList === null || targetListPeople === null) return '';
  const goal = `the ${formatPeople(targetListPeople)} at which 92% wait no longer than 18 weeks`;
  return `Its list of ${formatPeople(listAtStartPeople)} takes about ${formatWeeks(weeksToTargetList)} to come down to ${goal}.`;
}
