import * as at from './count-places.js'

export { countsLength } from './count-places.js'

/** Features of which a molecule must have at least as many as a pattern, and their indices. The kernel counts them. */
export const place = {
  C: at.C,
  N: at.N,
  O: at.O,
  S: at.S,
  halogen: at.halogen,
  ring: at.ring,
  'ring C': at.ringC,
  'ring N': at.ringN,
  'ring O or S': at.ringOS,
  'open C': at.openC,
  'saturated C': at.saturatedC,
  'C with 3': at.c3,
  'C with 4': at.c4,
  'end O': at.endO,
  'N with 2': at.n2,
  'N with 3': at.n3,
  cycles: at.cycles,
  'cycles in one system': at.oneSystem,
  'fused atom': at.fusedAtom,
  'fused C': at.fusedC,
  'bond in ring of 5': at.bond5,
  'bond in ring of 6': at.bond6,
  'N in ring of 5': at.n5,
  'aromatic C': at.aromaticC,
  'aromatic N': at.aromaticN,
  'aromatic CH': at.aromaticCH,
  'ring C not aromatic': at.ringCNotAromatic,
  'saturated CH': at.saturatedCH,
  'saturated CH2': at.saturatedCH2,
  'saturated CH3': at.saturatedCH3,
  NH: at.nh1,
  NH2: at.nh2,
  'C=O': at.carbonyl,
} as const

export type Feature = keyof typeof place
