import { allocate, memoryWords } from './kernel.js'
import { listAt } from './kernel/codes.js'

/** Writes numbers into the memory of the kernel; returns where they begin. */
export function written(words: readonly number[]): number {
  const at = allocate(words.length * 4)
  memoryWords.set(words, at >> 2)
  return at
}

/** Writes a list of numbers or addresses. */
export function listOf(entries: readonly number[]): number {
  const at = allocate(listAt + entries.length * 4)
  memoryWords[at >> 2] = entries.length
  memoryWords.set(entries, (at + listAt) >> 2)
  return at
}
