import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Design, Project, UniversalOffer } from '@/ipc/bindings';
import { Checkbox } from '@/shared/components/checkbox';
import { Sentence } from '@/shared/components/sentence';
import styles from './panel.module.css';
import { figuresOf, type PartProps } from './part';

interface OfferProps extends PartProps<UniversalOffer> {
  project: Project;
  design: Design;
}

/** Work for a whole population, and the demand it prevents. */
export function OfferFields({ part: work, at, put, project, design }: OfferProps) {
  const { figure } = figuresOf<UniversalOffer>({ part: work, at, put });
  return (
    <>
      <p className={styles.hint}>Staff hours a week that it takes, before any contact. Empty: none.</p>
      <ul className={styles.lines}>
        {project.roles.map(({ id, name }) => (
          <li key={id} className={styles.row}>
            <span className={styles.grow}>{name}</span>
            <FigureField
              label={`Hours of ${name}`}
              value={work.hoursPerWeek[id] ?? null}
              at={`${at}/hoursPerWeek/${id}`}
              unit=" h"
              min={0}
              onChange={(value, label) =>
                put({ ...work, hoursPerWeek: { ...work.hoursPerWeek, [id]: value } }, label, `${at}/hoursPerWeek/${id}`)
              }
              onClear={(label) => {
                const hoursPerWeek = Object.fromEntries(
                  Object.entries(work.hoursPerWeek).filter(([role]) => role !== id),
                );
                put({ ...work, hoursPerWeek }, label, `${at}/hoursPerWeek/${id}`);
              }}
            />
          </li>
        ))}
      </ul>
      <Reached part={work} at={at} put={put} design={design} />
      <Sentence
        note={
          <FigureNotes
            figures={[
              { label: 'Reached', value: work.reachPercent, unit: '%' },
              { label: 'Prevented', value: work.preventsPercent, unit: '%' },
            ]}
          />
        }
      >
        It reaches <FigureField {...figure('reachPercent', 'Reached')} unit="%" min={0} max={100} /> of them and
        prevents <FigureField {...figure('preventsPercent', 'Prevented')} unit="%" min={0} max={100} /> of that demand,
        once it is established after{' '}
        <FigureField {...figure('rampWeeks', 'Weeks until it is established')} unit=" weeks" min={0} />
      </Sentence>
      <Sentence note={<FigureNotes figures={[{ label: 'Calls', value: work.callsPerWeek, unit: ' a week' }]} />}>
        It answers <FigureField {...figure('callsPerWeek', 'Calls')} unit=" calls a week" min={0} />, in the hours above
      </Sentence>
    </>
  );
}

function Reached({ part: work, at, put, design }: PartProps<UniversalOffer> & { design: Design }) {
  const place = `${at}/reaches`;
  const path = usePlace(place);
  const problem = useProblemAt(place);
  const referrals = design.steps.filter((step) => step.work.kind === 'referrals');
  return (
    <fieldset className={styles.set} data-place={path}>
      <legend>It speaks to the people who would come by</legend>
      {referrals.map(({ id, name }) => (
        <Checkbox
          key={id}
          isSelected={work.reaches.includes(id)}
          onChange={(reaches) =>
            put(
              { ...work, reaches: reaches ? [...work.reaches, id] : work.reaches.filter((one) => one !== id) },
              `Change whom it reaches`,
              place,
            )
          }
        >
          {name}
        </Checkbox>
      ))}
      {problem && <p className={styles.problem}>{problem}</p>}
    </fieldset>
  );
}
