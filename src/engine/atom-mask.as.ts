// Masks of atoms: atom `a` is bit `a & 31` of word `a >>> 5`.
import { setWord, wordAt } from './bytes.as'

@inline
export function isIn(mask: usize, atom: i32): bool {
  return ((wordAt(mask, atom >>> 5) >>> (atom & 31)) & 1) == 1
}

@inline
export function include(mask: usize, atom: i32): void {
  setWord(mask, atom >>> 5, wordAt(mask, atom >>> 5) | (1 << (atom & 31)))
}
