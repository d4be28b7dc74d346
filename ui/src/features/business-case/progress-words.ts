import type { CaseProgress } from '@/ipc/bindings';
import { formatNumber } from '@/shared/format';

/** What is worked on. */
export const stageWords = ({ stage, optionName }: CaseProgress): string =>
  stage === 'drivers'
    ? `Finding out what drives the longest wait of ${optionName}`
    : `Simulating the same futures again: ${optionName}`;

/** How far it is: "420 of 1,000". */
export const progressWords = ({ finished, needed }: CaseProgress): string =>
  `${formatNumber(finished, 0)} of ${formatNumber(needed, 0)}`;
