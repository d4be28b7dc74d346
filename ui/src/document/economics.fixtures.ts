import type { Economics } from '@/ipc/bindings';

/** What a document holds about money when nobody has said anything. */
export const nothingSaid: Economics = {
  priceYear: '',
  discountPercent: 3.5,
  healthDiscountPercent: 1.5,
  poundsPerQualityAdjustedLifeYear: null,
  optimismBias: {
    staffPercent: null,
    placesPercent: null,
    oncePercent: null,
    yearlyPercent: null,
    travelPercent: null,
    perPersonPercent: null,
    benefitsPercent: null,
  },
  costs: [],
  effects: [],
  travel: { pencePerMile: null, kgCo2ePerMile: null, milesPerContact: {}, milesPerWtePerWeek: {} },
};
