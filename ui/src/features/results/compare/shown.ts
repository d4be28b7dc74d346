import type { CompareAnswer } from '@/ipc/bindings';
import type { OptionIdentity } from '@/shared/charts/chart-data';

/** A comparison with what its parts need to be shown. */
export interface Shown {
  answer: CompareAnswer;
  /** The options, in the order of the answer. */
  options: readonly OptionIdentity[];
  base: OptionIdentity;
  /** Whether it is of something that is no longer so. */
  isStale: boolean;
  /** Date of week 0. */
  startDate: string;
}
