import { type Cause, type Starters, starterValues, type Work } from '@/ipc/bindings';

const values = starterValues as unknown as Starters;

/** A copy of what a new part of a document holds before anybody has filled it in. */
export function starter<Name extends Exclude<keyof Starters, 'work' | 'causes'>>(name: Name): Starters[Name] {
  return structuredClone(values[name]);
}

/** The work of a new step of a kind. */
export function newWork<Kind extends Work['kind']>(kind: Kind): Extract<Work, { kind: Kind }> {
  const found = values.work.find((work) => work.kind === kind);
  if (!found) throw new Error(`there is no starter for ${kind}`);
  return structuredClone(found) as Extract<Work, { kind: Kind }>;
}

/** The cause of a new link of a kind. */
export function newCause<Kind extends Cause['kind']>(kind: Kind): Extract<Cause, { kind: Kind }> {
  const found = values.causes.find((cause) => cause.kind === kind);
  if (!found) throw new Error(`there is no starter for ${kind}`);
  return structuredClone(found) as Extract<Cause, { kind: Kind }>;
}

/** An id from a label that no other element has: lower-case letters, digits and hyphens. */
export function newId(label: string, taken: Iterable<string>): string {
  const plain = label
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = plain || 'item';
  const others = new Set(taken);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}-${number}`;
    if (!others.has(id)) return id;
  }
}

/** A name that nothing in the list has: `New staffing 2`. */
export function freeName(wanted: string, others: readonly { name: string }[]): string {
  const taken = new Set(others.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
