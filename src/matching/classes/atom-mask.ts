/** Atoms of one molecule as bits: atom `a` is bit `a & 31` of word `a >>> 5`. */
export type AtomMask = Int32Array

/** @param count number of atoms in the molecule */
export function maskOf(atoms: readonly number[], count: number): AtomMask {
  const mask = new Int32Array((count + 31) >>> 5)
  for (const atom of atoms) addTo(mask, atom)
  return mask
}

export function addTo(mask: AtomMask, atom: number): void {
  mask[atom >>> 5]! |= 1 << (atom & 31)
}

export function isIn(mask: AtomMask, atom: number): boolean {
  return ((mask[atom >>> 5]! >>> (atom & 31)) & 1) === 1
}

export function overlap(a: AtomMask, b: AtomMask): boolean {
  for (let word = 0; word < a.length; word++) if ((a[word]! & b[word]!) !== 0) return true
  return false
}

/** Whether every atom of one mask is in at least one of the others. */
export function isCovered(mask: AtomMask, by: readonly AtomMask[]): boolean {
  for (let word = 0; word < mask.length; word++) {
    let left = mask[word]!
    for (const other of by) left &= ~other[word]!
    if (left !== 0) return false
  }
  return true
}
