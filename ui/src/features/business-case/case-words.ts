import type { CaseFormat, CaseSpan, RiskLevel, Size } from '@/ipc/bindings';

/** What a person calls each section. */
const sectionNames: Readonly<Record<string, string>> = {
  summary: 'Summary',
  background: 'Background',
  implementation: 'Implementation',
  impact: 'Expected impact',
  need: 'Need',
  'if-nothing-changes': 'If nothing changes',
  objectives: 'Objectives',
  policy: 'Fit with policy',
  constraints: 'Constraints',
  longlist: 'The options',
  comparison: 'What comes of each',
  targets: 'Targets',
  value: 'Value for money',
  preferred: 'The preferred option',
  sensitivity: 'What drives the answer',
  equity: 'Who gains and who does not',
  commercial: 'Route',
  staffing: 'Posts to fill',
  costs: 'Posts and their cost',
  affordability: 'Affordability',
  delivery: 'Plan',
  governance: 'Governance',
  benefits: 'Benefits and how they are watched',
  evaluation: 'Evaluation',
  risks: 'Risks',
  limits: 'What the model cannot say',
};

export const sectionName = (id: string): string => sectionNames[id] ?? id;

export const sizes: readonly { id: Size; label: string; description: string }[] = [
  { id: 'full', label: 'Five cases', description: 'The full case with its appendices' },
  { id: 'post', label: 'Short post case', description: 'Two to four pages for a panel' },
  { id: 'journey', label: 'Improvement journey', description: 'One page' },
];

export const formats: readonly { id: CaseFormat; label: string; description: string }[] = [
  { id: 'word', label: 'Word', description: 'To go on writing in; in your house template where one is chosen' },
  { id: 'pdf', label: 'PDF', description: 'To hand round; can be read aloud' },
  { id: 'excel', label: 'Excel', description: 'Every figure, with live totals and native charts' },
  { id: 'html', label: 'Web page', description: 'One file for any browser' },
  { id: 'csv', label: 'Tables (CSV)', description: 'For other programs, with a dictionary of columns' },
  { id: 'bundle', label: 'Re-run bundle', description: 'Makes every figure again, to the last digit' },
];

export const riskLevels: readonly { id: RiskLevel; label: string }[] = [
  { id: 'high', label: 'High' },
  { id: 'medium', label: 'Medium' },
  { id: 'low', label: 'Low' },
];

export const textOf = (line: readonly CaseSpan[]): string => line.map(({ text }) => text).join('');
