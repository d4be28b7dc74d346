import type { Choice, ChoiceKind } from '@/ipc/bindings';
import { Checkbox } from '@/shared/components/checkbox';
import { Disclosure } from '@/shared/components/disclosure';
import { NumberField } from '@/shared/components/number-field';
import { Panel } from '@/shared/components/panel';
import { formatCount } from '@/shared/format';
import { type Limits, limitsOf, mixesOf, type PostsDraft } from './posts-draft';
import styles from './posts-tab.module.css';
import { amountWords, yearlyWords } from './posts-words';

interface VaryListProps {
  draft: PostsDraft;
  choices: readonly Choice[];
  put: (part: Partial<PostsDraft>) => void;
}

interface Section {
  kind: ChoiceKind;
  title: string;
  /** Written after a value: ` WTE`. */
  unit: string;
  decimals: number;
}

const sections: readonly Section[] = [
  { kind: 'posts', title: 'Posts', unit: ' WTE', decimals: 2 },
  { kind: 'places', title: 'Places', unit: ' places', decimals: 0 },
  { kind: 'seats', title: 'Seats in groups', unit: ' seats', decimals: 0 },
  { kind: 'weeksBetweenStarts', title: 'How often groups start', unit: ' weeks', decimals: 3 },
  { kind: 'share', title: 'Who goes where', unit: '%', decimals: 1 },
];

/** What may vary, and between which limits. */
export function VaryList({ draft, choices, put }: VaryListProps) {
  const mixes = mixesOf(draft, choices);
  const subtitle =
    draft.ticked.length === 0 ? 'Tick at least one.' : `${formatCount(mixes, 'mix', 'mixes')} within these limits.`;
  return (
    <Panel title="What may vary" subtitle={subtitle}>
      {sections.map((section) => {
        const of = choices.filter(({ kind }) => kind === section.kind);
        if (of.length === 0) return null;
        const list = <ChoiceList {...{ section, draft, put }} choices={of} />;
        const ticked = of.filter(({ place }) => draft.ticked.includes(place)).length;
        if (section.kind === 'posts') return <div key={section.kind}>{list}</div>;
        return (
          <Disclosure
            key={section.kind}
            title={section.title}
            summary={ticked > 0 ? `${ticked} ticked` : `${of.length}`}
          >
            {list}
          </Disclosure>
        );
      })}
    </Panel>
  );
}

function ChoiceList({ section, draft, choices, put }: VaryListProps & { section: Section }) {
  const tick = (place: string, isTicked: boolean) => {
    const others = draft.ticked.filter((one) => one !== place);
    put({ ticked: isTicked ? [...others, place] : others });
  };
  return (
    <ul className={styles.choices} aria-label={section.title}>
      {choices.map((choice) => {
        const isTicked = draft.ticked.includes(choice.place);
        return (
          <li key={choice.place} className={styles.choice}>
            <Checkbox isSelected={isTicked} onChange={(chosen) => tick(choice.place, chosen)}>
              <span>
                {choice.name} <span className={styles.now}>now {amountWords(choice, choice.now)}</span>
              </span>
            </Checkbox>
            {isTicked && (
              <LimitFields
                {...{ choice, section }}
                limits={limitsOf(draft, choice)}
                onChange={(limits) => put({ limits: { ...draft.limits, [choice.place]: limits } })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}

interface LimitFieldsProps {
  choice: Choice;
  section: Section;
  limits: Limits;
  onChange: (limits: Limits) => void;
}

function LimitFields({ choice, section, limits, onChange }: LimitFieldsProps) {
  const { name, poundsPerYear } = choice;
  const { unit, decimals } = section;
  const field = (what: keyof Limits, label: string, least: number) => (
    <NumberField
      label={`${name}: ${label}`}
      layout="inline"
      value={limits[what]}
      min={least}
      {...(choice.kind === 'share' ? { max: 100 } : {})}
      step={limits.step}
      decimals={decimals}
      onCommit={(value) => onChange({ ...limits, [what]: value })}
    />
  );
  return (
    <div className={styles.limits}>
      from {field('low', 'lowest', 0)} to {field('high', 'highest', 0)}
      {unit} in steps of {field('step', 'step', 10 ** -decimals)}
      {poundsPerYear > 0 && (
        <span className={styles.now}>
          {' '}
          ({yearlyWords(poundsPerYear)} for 1{unit.replace(/s$/, '')})
        </span>
      )}
    </div>
  );
}
