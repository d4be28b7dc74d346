import { produce } from 'immer';
import type { InputToReplace, Project } from '@/ipc/bindings';
import { partOf } from '../figure-place';

/** What is said of a part of the document and where it is drawn: changing it replaces no input. */
const words = new Set(['evidence', 'name', 'description', 'note', 'position']);

/** Where a line of the checklist leads, if it still leads anywhere. */
export const inputOf = (project: Project, { figure }: InputToReplace): unknown => partOf(project, figure);

/**
 * The document with every line of its checklist ticked whose input this change replaced. A line that was ticked or
 * unticked by hand in the same change stays as it was put.
 */
export function withTicks(before: Project, after: Project): Project {
  const lines = after.guide?.replace;
  if (!lines || before.guide !== after.guide) return after;
  const isReplaced = (line: InputToReplace) => !line.done && isOther(inputOf(before, line), inputOf(after, line));
  const replaced = lines.map(isReplaced);
  if (!replaced.includes(true)) return after;
  return produce(after, ({ guide }) => {
    guide?.replace.forEach((line, at) => {
      if (replaced[at]) line.done = true;
    });
  });
}

/** Whether a part that was there is there with other figures. One that was taken out was not replaced. */
function isOther(one: unknown, other: unknown): boolean {
  if (one === other || one === undefined || other === undefined) return false;
  return JSON.stringify(bare(one)) !== JSON.stringify(bare(other));
}

/** A part without words; a figure that only says where it comes from is its number alone. */
function bare(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(bare);
  if (typeof part !== 'object' || part === null) return part;
  const fields = Object.entries(part).filter(([name]) => !words.has(name));
  const [only] = fields;
  if (fields.length === 1 && only?.[0] === 'value') return only[1];
  return Object.fromEntries(fields.map(([name, value]) => [name, bare(value)]));
}
