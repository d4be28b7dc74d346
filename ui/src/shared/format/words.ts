/** "Move Assessment" within a phrase: "undo move Assessment". Capitals that belong to a word, as in WTE, stay. */
export function lowerFirst(words: string): string {
  return /^[A-Z]([a-z]|\s)/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}
