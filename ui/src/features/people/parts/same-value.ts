/** Whether two parts of a document say the same, whatever order their fields are in. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [mine, theirs] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const fields = Object.keys(mine);
  return (
    fields.length === Object.keys(theirs).length && fields.every((field) => isSameValue(mine[field], theirs[field]))
  );
}
