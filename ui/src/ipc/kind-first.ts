/**
 * The same value with `kind` as the first key of every object that has one, at any depth.
 *
 * The program reads a document as it comes, without holding it in memory twice, and needs to know what an object is
 * before it reads the rest. Objects put together here have their keys in any order.
 */
export function kindFirst<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(kindFirst) as Value;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, kindFirst(inner)] as const);
  const isKind = ([key]: readonly [string, unknown]) => key === 'kind';
  return Object.fromEntries([...entries.filter(isKind), ...entries.filter((entry) => !isKind(entry))]) as Value;
}
