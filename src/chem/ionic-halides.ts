import type { JsonAtom, JsonBond, JsonDocument } from './common-chem.js'
import { halogens } from '../elements.js'
import { asDocument } from './normalise.js'

/**
 * Covalent halides drawn as ions, with their bonds: `[Cl-].Cl[P+](Cl)(Cl)Cl` is phosphorus pentachloride, and
 * `[As+3].[Cl-].[Cl-].[Cl-]` arsenic trichloride. A cation of phosphorus, arsenic, sulfur or carbon takes them where it
 * has a halogen already or lacks neighbours, unlike a phosphonium or sulfonium ion, or sulfur with a proton. Chloride
 * may also come from PCl6 or AsCl4 anions. Returns null if nothing changes. The engine leaves such drawings to RDKit;
 * see `readText`.
 */
export function withHalidesJoined(document: JsonDocument): JsonDocument | null {
  const json = document.molecules[0]!
  const { atom: defaults, bond } = document.defaults
  const chargeOf = (a: JsonAtom) => a.chg ?? defaults.chg
  if (!json.atoms.some((a) => chargeOf(a) > 0) || !json.atoms.some((a) => chargeOf(a) < 0)) return null
  const z = (a: number) => json.atoms[a]!.z ?? defaults.z
  const around: { atom: number; order: number }[][] = json.atoms.map(() => [])
  for (const { atoms, bo } of json.bonds)
    for (const [i, end] of atoms.entries()) around[end]!.push({ atom: atoms[1 - i]!, order: bo ?? bond.bo })
  const atoms = json.atoms.map((a) => ({ ...a }))
  let bonds: JsonBond[] = json.bonds
  let isChanged = false

  for (const cation of atoms.keys()) {
    const charge = chargeOf(atoms[cation]!)
    const hydrogens = atoms[cation]!.impHs ?? defaults.impHs
    // A neighbouring anion balances the charge, as in a phosphoryl group drawn as P+ and O-.
    if (around[cation]!.some(({ atom }) => chargeOf(atoms[atom]!) < 0)) continue
    if (charge <= 0 || !takesHalides(z(cation), hydrogens, around[cation]!, z)) continue
    const own = around[cation]!.find(({ atom }) => halogens.has(z(atom)))
    const chosen = halidesFor(own ? z(own.atom) : 0).slice(0, charge)
    if (chosen.length < charge) continue
    for (const { halide, from } of chosen) {
      if (from === null) atoms[halide]!.chg = 0
      else {
        atoms[from]!.chg = 0
        bonds = bonds.filter((b) => !(b.atoms.includes(from) && b.atoms.includes(halide)))
      }
      bonds = [...bonds, { atoms: [cation, halide] }]
    }
    atoms[cation]!.chg = 0
    delete atoms[cation]!.nRad
    delete atoms[cation]!.stereo
    isChanged = true
  }
  return isChanged ? asDocument(document, { ...json, atoms, bonds }) : null

  /** Free halide ions, those of the element that the cation has first; then halogens of anions that have no others. */
  function halidesFor(element: number): { halide: number; from: number | null }[] {
    const rank = (a: number) => (z(a) === element ? 0 : z(a))
    const free = atoms
      .flatMap((a, i) => (halogens.has(z(i)) && chargeOf(a) === -1 && around[i]!.length === 0 ? [i] : []))
      .sort((a, b) => rank(a) - rank(b))
    // PF6 anions are stable.
    const held = atoms.flatMap((a, i) => {
      const isAnion = [15, 33].includes(z(i)) && chargeOf(a) === -1
      const others = around[i]!.filter(({ atom }) => !halogens.has(z(atom)) || z(atom) === 9)
      const halide = around[i]!.find(({ atom }) => z(atom) === element)?.atom
      return isAnion && others.length === 0 && halide !== undefined ? [{ halide, from: i }] : []
    })
    return [...free.map((halide) => ({ halide, from: null })), ...held]
  }
}

function takesHalides(
  element: number,
  hydrogens: number,
  around: readonly { atom: number; order: number }[],
  z: (atom: number) => number,
): boolean {
  const hasHalogen = around.some(({ atom }) => halogens.has(z(atom)))
  const count = around.length + hydrogens
  const doubled = around.filter(({ atom, order }) => order > 1 && z(atom) !== 6)
  if (element === 15 || element === 33) return hasHalogen || count < 4
  if (element === 16) {
    if (hasHalogen || doubled.filter(({ atom }) => z(atom) === 8).length > 1) return count < 4
    return count < 3 && hydrogens === 0 && around.every(({ atom }) => z(atom) !== 6)
  }
  return element === 6 && count < 4 && (hasHalogen || doubled.length > 0)
}
