/**
 * Colours of clauses: tints on which black lines stay readable, each with a darker edge. Hues are those of Okabe and
 * Ito (2008), which people with any colour vision can distinguish.
 */
export const tones = [
  { name: 'orange', fill: '#ffd9a3', edge: '#a35f00' },
  { name: 'blue', fill: '#bfe1f6', edge: '#1a6d9e' },
  { name: 'green', fill: '#b5e6cf', edge: '#006b50' },
  { name: 'purple', fill: '#efcde3', edge: '#8f3f72' },
  { name: 'yellow', fill: '#f4ea8e', edge: '#736a00' },
  { name: 'red', fill: '#ffc6b0', edge: '#a83c06' },
  { name: 'indigo', fill: '#cdd6f8', edge: '#2f4fae' },
  { name: 'grey', fill: '#d6d6d6', edge: '#555555' },
] as const

/** The last colour, for what the others are marked on. */
export const background = tones.length - 1

/** The colour of the n-th clause, counted from 0. */
export function toneOf(n: number): number {
  return n % tones.length
}
