import { keep } from './kernel.js'

/** Copies a list of numbers or addresses into kernel memory and returns its address. */
export function listOf(entries: readonly number[]): number {
  return keep([entries.length, ...entries])
}
