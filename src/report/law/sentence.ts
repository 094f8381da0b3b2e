/** With a capital, as a sentence of its own. */
export function capital(words: string): string {
  return (words[0] ?? '').toUpperCase() + words.slice(1)
}

/** The beginning of a long text. */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most)}...` : text
}
