/** Sums of bond orders, hydrogens included, of an atom with all its electrons in bonds or pairs; by charge. */
export const fullValences: Readonly<Record<number, Readonly<Record<number, readonly number[]>>>> = {
  5: { 0: [3] },
  6: { 0: [4], 1: [3] },
  7: { [-1]: [2], 0: [3], 1: [4] },
  8: { [-1]: [1], 0: [2], 1: [3], 2: [4] },
  9: { 0: [1] },
  14: { 0: [4] },
  15: { 0: [3, 5], 1: [4] },
  16: { 0: [2, 4, 6], 1: [3, 5], 2: [4] },
  17: { 0: [1] },
  33: { 0: [3, 5], 1: [4] },
  34: { 0: [2, 4, 6], 1: [3, 5], 2: [4] },
  35: { 0: [1] },
  52: { 0: [2, 4, 6], 1: [3, 5], 2: [4] },
  53: { 0: [1, 3, 5] },
}

/** The largest valence of uncharged non-metals, as RDKit allows them. */
export const mostBonds: Readonly<Record<number, number>> = {
  1: 1,
  32: 4,
  ...Object.fromEntries(Object.entries(fullValences).map(([z, byCharge]) => [z, Math.max(...byCharge[0]!)])),
}
