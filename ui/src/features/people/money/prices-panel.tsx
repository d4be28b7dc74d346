import { FigureField, type FigureFormat } from '@/document/fields/figure-field';
import { PlaceOf } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import type { Role, Step } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { Part, Parts, Remark } from '../parts/section-page';
import { editStep, isOfKind, type StepOf } from '../parts/step-edits';
import { figureOfRole } from '../roles/role-fields';
import styles from './money.module.css';

/** The prices that stand with roles, places and outcomes, in one view. */
export function PricesPanel({ shown: { project, design } }: { shown: Shown }) {
  const places = design.steps.filter((step) => isOfKind(step, 'places'));
  const outcomes = design.steps.filter((step) => isOfKind(step, 'outcome'));
  return (
    <Panel
      headingLevel={3}
      title="Posts, places and outcomes"
      subtitle={`The prices of the roles, and of the places and outcomes of “${design.name}”. A change of these asks for another run; all others count at once.`}
    >
      <div className={styles.stack}>
        <Parts>
          <Part title="A whole post a year, with on-costs">
            {project.roles.length === 0 ? (
              <Remark>No roles yet.</Remark>
            ) : (
              <ul className={styles.prices}>
                {project.roles.map((role) => (
                  <RolePrice key={role.id} role={role} />
                ))}
              </ul>
            )}
          </Part>
          {places.length > 0 && (
            <Part title="An occupied place a day">
              <ul className={styles.prices}>
                {places.map((step) => (
                  <PlacePrice key={step.id} designId={design.id} step={step} />
                ))}
              </ul>
            </Part>
          )}
        </Parts>
        <Part title="Each person who leaves">
          <ul className={styles.prices}>
            {outcomes.map((step) => (
              <OutcomePrices key={step.id} designId={design.id} step={step} />
            ))}
          </ul>
        </Part>
      </div>
    </Panel>
  );
}

function RolePrice({ role }: { role: Role }) {
  const setCost = figureOfRole(role, 'costPoundsPerYear');
  return (
    <PlaceOf path={`roles/${role.id}`}>
      <li className={styles.price}>
        <span>{role.name || 'Role without a name'}</span>
        <span className={styles.fields}>
          <FigureField
            label={`Yearly cost of one post, ${role.name}`}
            value={role.costPoundsPerYear}
            at="costPoundsPerYear"
            prefix="£"
            min={0}
            step={500}
            onChange={(value, label) => setCost(value, label.replace(`, ${role.name}`, ''))}
          />
        </span>
      </li>
    </PlaceOf>
  );
}

function PlacePrice({ designId, step }: { designId: string; step: StepOf<'places'> }) {
  return (
    <PlaceOf path={`designs/${designId}/steps/${step.id}`}>
      <li className={styles.price}>
        <span>{step.name}</span>
        <FigureField
          label={`Cost of an occupied place a day, ${step.name}`}
          value={step.work.costPoundsPerDay}
          at="work/costPoundsPerDay"
          prefix="£"
          min={0}
          onChange={(value, label) =>
            editStep(label, [designId], step.id, ({ work }) => {
              if (work.kind === 'places') work.costPoundsPerDay = value;
            })
          }
        />
      </li>
    </PlaceOf>
  );
}

type OutcomeFigure = 'costPounds' | 'benefitPounds' | 'qualityAdjustedLifeYears';

const outcomeFigures: readonly (readonly [field: OutcomeFigure, label: string, format: FigureFormat])[] = [
  ['costPounds', 'costs', { prefix: '£', min: 0 }],
  ['benefitPounds', 'brings a benefit of', { prefix: '£' }],
  ['qualityAdjustedLifeYears', 'gains quality-adjusted life years:', { decimals: 4, step: 0.01 }],
];

function OutcomePrices({ designId, step }: { designId: string; step: StepOf<'outcome'> }) {
  return (
    <PlaceOf path={`designs/${designId}/steps/${step.id}`}>
      <li className={styles.price}>
        <span>{step.name}</span>
        <span className={styles.outcome}>
          {outcomeFigures.map(([field, words, format]) => (
            <span key={field} className={styles.figure}>
              {words}{' '}
              <FigureField
                {...format}
                label={`${nameOf(step)}, ${words}`}
                value={step.work[field]}
                at={`work/${field}`}
                onChange={(value, label) =>
                  editStep(label, [designId], step.id, ({ work }) => {
                    if (work.kind === 'outcome') work[field] = value;
                  })
                }
              />
            </span>
          ))}
        </span>
      </li>
    </PlaceOf>
  );
}

const nameOf = ({ name }: Step) => name || 'Outcome without a name';
