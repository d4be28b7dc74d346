import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import type { Estimate, Project, Travel } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { Sentence } from '@/shared/components/sentence';
import { Part, Parts, Remark } from '../parts/section-page';
import styles from './money.module.css';
import { editEconomics } from './money-edits';
import { stepChoices } from './occasions';

/** Journeys of staff: what they cost and what they emit. */
export function TravelPanel({ project }: { project: Project }) {
  const { travel } = project.economics;
  const steps = stepChoices(project, ({ kind }) => kind === 'contacts');
  return (
    <Panel
      headingLevel={3}
      title="Staff travel"
      subtitle="Miles are counted contact by contact, missed ones too; every option then shows its footprint."
    >
      <div className={styles.stack}>
        <MileSentence travel={travel} />
        <Parts>
          <MilesOf
            title="Miles for each contact, all staff together"
            list="milesPerContact"
            of={steps.map(({ id, label }) => ({ id, name: label }))}
            miles={travel.milesPerContact}
            nothing="No step with contacts is drawn."
          />
          <MilesOf
            title="Miles of one whole post a week, besides those"
            list="milesPerWtePerWeek"
            of={project.roles}
            miles={travel.milesPerWtePerWeek}
            nothing="No roles yet."
          />
        </Parts>
      </div>
    </Panel>
  );
}

function MileSentence({ travel }: { travel: Travel }) {
  const figure = (field: 'pencePerMile' | 'kgCo2ePerMile', label: string) => ({
    label,
    value: travel[field],
    at: `travel/${field}`,
    min: 0,
    onChange: (value: Estimate, done: string) =>
      editEconomics(done, (economics) => {
        economics.travel[field] = value;
      }),
    onClear: (done: string) =>
      editEconomics(done, (economics) => {
        economics.travel[field] = null;
      }),
  });
  return (
    <div>
      <Sentence>
        A mile costs <FigureField {...figure('pencePerMile', 'Cost of a mile')} unit="p" decimals={1} /> and emits{' '}
        <FigureField {...figure('kgCo2ePerMile', 'Emissions of a mile')} unit=" kg CO2e" decimals={5} step={0.01} />
      </Sentence>
      <FigureNotes
        figures={[
          { label: 'Cost of a mile', value: travel.pencePerMile, unit: 'p' },
          { label: 'Emissions', value: travel.kgCo2ePerMile, unit: ' kg CO2e' },
        ]}
      />
    </div>
  );
}

/** With miles of what is no longer there, so that they can be taken out. */
function withStrays(of: MilesOfProps['of'], miles: MilesOfProps['miles']): MilesOfProps['of'] {
  const strays = Object.keys(miles).filter((id) => !of.some((one) => one.id === id));
  return [...of, ...strays.map((id) => ({ id, name: `${id}, which is not there any more` }))];
}

interface MilesOfProps {
  title: string;
  list: 'milesPerContact' | 'milesPerWtePerWeek';
  /** What has miles of its own: steps, or roles. */
  of: readonly { id: string; name: string }[];
  miles: Readonly<Partial<Record<string, Estimate>>>;
  nothing: string;
}

function MilesOf({ title, list, of, miles, nothing }: MilesOfProps) {
  const rows = withStrays(of, miles);
  if (rows.length === 0) {
    return (
      <Part title={title}>
        <Remark>{nothing}</Remark>
      </Part>
    );
  }
  return (
    <Part title={title}>
      <ul className={styles.prices}>
        {rows.map(({ id, name }) => (
          <li key={id} className={styles.price}>
            <span>{name}</span>
            <FigureField
              label={`${title}, ${name}`}
              value={miles[id] ?? null}
              at={`travel/${list}/${id}`}
              unit=" miles"
              min={0}
              onChange={(value) =>
                editEconomics(`Change the miles of ${name}`, ({ travel }) => {
                  travel[list][id] = value;
                })
              }
              onClear={() =>
                editEconomics(`Remove the miles of ${name}`, ({ travel }) => {
                  delete travel[list][id];
                })
              }
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
