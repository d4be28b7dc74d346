import type { Draft } from 'immer';
import { edit } from '@/document/document';
import type { BusinessCase, Project, Risk } from '@/ipc/bindings';
import { sectionName } from './case-words';

type Front = 'title' | 'preparedFor' | 'preparedBy';

const frontLabels: Record<Front, string> = {
  title: 'Title of the business case',
  preparedFor: 'Whom the business case is for',
  preparedBy: 'Who wrote the business case',
};

/** Writes a line of the front. */
export function writeFront(field: Front, text: string): void {
  edit(frontLabels[field], ({ businessCase }) => {
    businessCase[field] = text.trim();
  });
}

/** Asks for another option. */
export function prefer(optionId: string): void {
  edit('Option asked for', ({ businessCase }) => {
    businessCase.preferredOption = optionId;
  });
}

/** Puts one's own words in the place of a section; words that are the usual ones, or none, take one's own away. */
export function writeSection(id: string, text: string, usual: string): void {
  const own = text.trim();
  if (own === '' || own === usual.trim()) {
    takeUsualWords(id);
    return;
  }
  edit(`Write “${sectionName(id)}”`, ({ businessCase }) => {
    if (businessCase.texts[id] !== own) businessCase.texts[id] = own;
  });
}

/** Goes back to the usual words of a section. */
export function takeUsualWords(id: string): void {
  edit(`Usual words of “${sectionName(id)}”`, ({ businessCase }) => removeKey(businessCase.texts, id));
}

/** Answers an item of the guideline; nothing said goes back to what Pathloom fills in. */
export function answerItem(number: string, text: string): void {
  const own = text.trim();
  edit(`Answer item ${number}`, ({ businessCase }) => {
    if (own === '') removeKey(businessCase.answers, number);
    else businessCase.answers[number] = own;
  });
}

function removeKey(from: Draft<Record<string, string>>, key: string): void {
  if (key in from) delete from[key];
}

const blankRisk: Risk = { name: '', likelihood: 'medium', impact: 'medium', response: '', owner: '' };

export function addRisk(name: string): void {
  edit('Add a risk', ({ businessCase }) => {
    businessCase.risks.push({ ...blankRisk, name });
  });
}

export function changeRisk(at: number, changed: Partial<Risk>): void {
  edit('Change a risk', ({ businessCase }) => {
    const risk = businessCase.risks[at];
    if (risk) Object.assign(risk, changed);
  });
}

export function removeRisk(at: number): void {
  edit('Delete a risk', ({ businessCase }) => {
    businessCase.risks.splice(at, 1);
  });
}

/** Id of the option that a case asks for: the one named, or else the second, or the only one. */
export function preferredOf({ businessCase, options }: Pick<Project, 'options'> & { businessCase: BusinessCase }) {
  const named = options.find(({ id }) => id === businessCase.preferredOption);
  return (named ?? options[1] ?? options[0])?.id ?? null;
}
