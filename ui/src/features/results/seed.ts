/** The largest seed that the program takes. */
const largest = 2n ** 64n - 1n;

/** What is wrong with a seed as it was typed; none when nothing is. */
export function seedProblem(text: string): string | null {
  const digits = text.trim();
  if (!/^\d+$/.test(digits)) return 'Enter a whole number, such as 1';
  return BigInt(digits) > largest ? `Enter a number up to ${largest}` : null;
}
