/** With a capital, as a sentence of its own. */
export function capital(words: string): string {
  return (words[0] ?? '').toUpperCase() + words.slice(1)
}

/** With a capital and a full stop, unless it has its own end. */
export function sentence(words: string): string {
  return /[.?)]$/.test(words) ? capital(words) : `${capital(words)}.`
}
