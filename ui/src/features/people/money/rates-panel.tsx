import { FigureField } from '@/document/fields/figure-field';
import { FigureNotes } from '@/document/fields/figure-notes';
import { usePlace, useProblemAt } from '@/document/fields/place';
import type { Economics, Estimate, OptimismBias } from '@/ipc/bindings';
import { Panel } from '@/shared/components/panel';
import { Sentence } from '@/shared/components/sentence';
import { TextField } from '@/shared/components/text-field';
import { Part, Parts, Remark } from '../parts/section-page';
import { set } from '../parts/set';
import styles from './money.module.css';
import { editEconomics } from './money-edits';

/** How amounts of different years and kinds are added up. */
export function RatesPanel({ economics }: { economics: Economics }) {
  return (
    <Panel headingLevel={3} title="How it is added up" subtitle="By the rules of the Treasury’s Green Book.">
      <Parts>
        <DiscountPart economics={economics} />
        <OptimismPart optimism={economics.optimismBias} />
      </Parts>
    </Panel>
  );
}

function DiscountPart({ economics }: { economics: Economics }) {
  const { discountPercent, healthDiscountPercent, poundsPerQualityAdjustedLifeYear: worth } = economics;
  const rate = (field: 'discountPercent' | 'healthDiscountPercent', label: string) => (
    <FigureField
      label={label}
      value={economics[field]}
      at={field}
      unit="%"
      min={0}
      max={100}
      decimals={2}
      step={0.5}
      onChange={(value, done) => editEconomics(done, set(field, value))}
    />
  );
  return (
    <Part title="Prices and years">
      <PriceYear value={economics.priceYear} />
      <Sentence>
        Money a year later counts {rate('discountPercent', 'Discount rate')} less, health{' '}
        {rate('healthDiscountPercent', 'Discount rate of health')} less
      </Sentence>
      <FigureNotes
        figures={[
          { label: 'Money', value: discountPercent, unit: '%' },
          { label: 'Health', value: healthDiscountPercent, unit: '%' },
        ]}
      />
      <Sentence>
        A quality-adjusted life year is worth{' '}
        <FigureField
          label="Worth of a quality-adjusted life year"
          value={worth}
          at="poundsPerQualityAdjustedLifeYear"
          prefix="£"
          min={0}
          step={1000}
          onChange={(value, done) => editEconomics(done, set('poundsPerQualityAdjustedLifeYear', value))}
          onClear={(done) => editEconomics(done, set('poundsPerQualityAdjustedLifeYear', null))}
        />
        {worth === null && <span className={styles.quiet}> (not said: counted, not valued)</span>}
      </Sentence>
      <FigureNotes figures={[{ label: 'Worth', value: worth, prefix: '£' }]} />
    </Part>
  );
}

function PriceYear({ value }: { value: string }) {
  const path = usePlace('priceYear');
  const problem = useProblemAt('priceYear');
  return (
    <div className={styles.year} data-place={path}>
      <TextField
        label="Price year"
        value={value}
        placeholder="2025/26"
        description="Whose prices all amounts are in. Nothing is converted."
        onCommit={(year) => editEconomics('Change the price year', set('priceYear', year.trim()))}
        error={problem}
      />
    </div>
  );
}

const biases: readonly (readonly [field: keyof OptimismBias, words: string])[] = [
  ['staffPercent', 'the cost of posts'],
  ['placesPercent', 'the cost of places'],
  ['oncePercent', 'other costs paid once'],
  ['yearlyPercent', 'other yearly costs'],
  ['travelPercent', 'the cost of travel'],
  ['perPersonPercent', 'the cost of each person who leaves'],
  ['benefitsPercent', 'benefits of every kind'],
];

/** How far such estimates have proved too hopeful. */
function OptimismPart({ optimism }: { optimism: OptimismBias }) {
  const put = (field: keyof OptimismBias, value: Estimate | null, done: string) =>
    editEconomics(done, ({ optimismBias }) => {
      optimismBias[field] = value;
    });
  return (
    <Part title="Optimism bias">
      <Remark>
        By how much present values raise stated costs and lower stated benefits, because such estimates tend to be too
        hopeful. Left empty: taken as stated.
      </Remark>
      <ul className={styles.prices}>
        {biases.map(([field, words]) => (
          <li key={field} className={styles.price}>
            <span>
              {field === 'benefitsPercent' ? 'Off' : 'On'} {words}
            </span>
            <FigureField
              label={`Optimism bias of ${words}`}
              value={optimism[field]}
              at={`optimismBias/${field}`}
              unit="%"
              min={0}
              {...(field === 'benefitsPercent' ? { max: 100 } : {})}
              onChange={(value, done) => put(field, value, done)}
              onClear={(done) => put(field, null, done)}
            />
          </li>
        ))}
      </ul>
    </Part>
  );
}
