import { longQuestions } from '@/document/long-question';
import type { CaseExported, CaseExportRequest, CaseProgress, CaseRequest, CaseView } from '@/ipc/bindings';
import { client } from '@/ipc/client';

/** The case as it stands. */
export const caseQuestions = longQuestions<CaseRequest, CaseProgress, CaseView>((request, hear) =>
  client().caseStart(request, hear),
);

/** A case written into a file. */
export const caseExports = longQuestions<CaseExportRequest, CaseProgress, CaseExported>((request, hear) =>
  client().caseExportStart(request, hear),
);
