// The index of the count of each feature of a molecule, of which it must have at least as many as a pattern. The kernel
// counts them. Shared by AssemblyScript and TypeScript.
export const C = 0
export const N = 1
export const O = 2
export const S = 3
export const halogen = 4
export const ring = 5
export const ringC = 6
export const ringN = 7
export const ringOS = 8
export const openC = 9
export const saturatedC = 10
export const c3 = 11
export const c4 = 12
export const endO = 13
export const n2 = 14
export const n3 = 15
export const cycles = 16
export const oneSystem = 17
export const fusedAtom = 18
export const fusedC = 19
export const bond5 = 20
export const bond6 = 21
export const n5 = 22
export const aromaticC = 23
export const aromaticN = 24
export const aromaticCH = 25
export const ringCNotAromatic = 26
/** Saturated carbon with one, two or three hydrogens. */
export const saturatedCH = 27
export const saturatedCH2 = 28
export const saturatedCH3 = 29
export const nh1 = 30
export const nh2 = 31
export const carbonyl = 32
export const countsLength = 33
