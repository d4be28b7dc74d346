import { PlaceOf } from '@/document/fields/place';
import type { Shown } from '@/document/shown';
import { ProblemList } from '../parts/problem-list';
import { SectionPage } from '../parts/section-page';
import { CostsPanel } from './costs-panel';
import { EffectsPanel } from './effects-panel';
import { PricesPanel } from './prices-panel';
import { RatesPanel } from './rates-panel';
import { TravelPanel } from './travel-panel';

/** What things cost and what they are worth: every rate with its range and its source. */
export function MoneySection({ shown }: { shown: Shown }) {
  const { project } = shown;
  return (
    <SectionPage
      title="Money"
      lead="What things cost, what they are worth, and how that is added up. What is left empty is not used, and the appraisal says so; what it all comes to is under Results, What it costs."
    >
      <ProblemList path="economics" label="Problems of the money" />
      <PlaceOf path="economics">
        <EffectsPanel project={project} />
        <CostsPanel project={project} />
      </PlaceOf>
      <PricesPanel shown={shown} />
      <PlaceOf path="economics">
        <TravelPanel project={project} />
        <RatesPanel economics={project.economics} />
      </PlaceOf>
    </SectionPage>
  );
}
