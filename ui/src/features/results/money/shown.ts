import type { MoneyAnswer } from '@/ipc/bindings';
import type { OptionIdentity } from '@/shared/charts/chart-data';

/** An appraisal with what its parts need to be shown. */
export interface Shown {
  answer: MoneyAnswer;
  /** The options, in the order of the answer. */
  options: readonly OptionIdentity[];
  base: OptionIdentity;
  /** Whether it is of something that is no longer so. */
  isStale: boolean;
}
