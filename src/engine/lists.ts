import { keep } from './kernel.js'

/** Keeps a list of numbers or addresses in the memory of the kernel, and says where. */
export function listOf(entries: readonly number[]): number {
  return keep([entries.length, ...entries])
}
