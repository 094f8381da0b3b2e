/** With a capital, as a sentence of its own. */
export function capital(words: string): string {
  return (words[0] ?? '').toUpperCase() + words.slice(1)
}
