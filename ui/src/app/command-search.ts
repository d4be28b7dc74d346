/** Whether every word that was typed begins a word of the text, in any order: "dark al" finds "Always dark". */
export function matchesSearch(text: string, typed: string): boolean {
  const words = bare(text).split(/[^\p{L}\p{N}]+/u);
  return bare(typed)
    .split(/\s+/)
    .every((part) => part === '' || words.some((word) => word.startsWith(part)));
}

/** Without capitals and accents. */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
