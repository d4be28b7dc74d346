import type { BusinessCase } from '@/ipc/bindings';

/** What a document holds of a business case when nobody has written anything. */
export const nothingWritten: BusinessCase = {
  title: '',
  preparedFor: '',
  preparedBy: '',
  preferredOption: null,
  texts: {},
  answers: {},
  risks: [],
};
