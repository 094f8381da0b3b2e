import module, { type MainModule, type Mol } from '@rdkit/rdkit'
import { shuffled } from './mutate.js'

const start = module as unknown as () => Promise<MainModule>

/** Draws one substance in other ways, with a separate RDKit: inputs for tests, not the code under test. */
export interface Toolkit {
  /** A V2000 mol block, optionally with explicit hydrogens. */
  block(smiles: string, hydrogens: boolean): string
  /** A V3000 mol block. */
  block3000(smiles: string): string
  /** SMILES with its atoms in another order. */
  reordered(smiles: string, random: () => number): string
  /**
   * The same substance with one carbon as carbon-13, or with a heavier isotope of another element if it has no carbon.
   */
  labelled(smiles: string): string
  /** Whether a pattern is in the substance. */
  has(smiles: string, smarts: string): boolean
  /** The same substance with carbon-13 at the carbons that `places` picks. */
  carbon13(smiles: string, places: readonly number[]): string
}

export async function startToolkit(): Promise<Toolkit> {
  const rdkit = await start()
  const use = <T>(text: string, make: (mol: Mol) => T): T => {
    const mol = rdkit.get_mol(text, '{"removeHs":false}')
    if (!mol) throw new Error(`cannot draw ${text}`)
    try {
      return make(mol)
    } finally {
      mol.delete()
    }
  }
  return {
    block: (smiles, hydrogens) => use(smiles, (mol) => (hydrogens ? mol.add_hs() : mol.get_molblock())),
    block3000: (smiles) => use(smiles, (mol) => mol.get_v3Kmolblock()),
    reordered: (smiles, random) =>
      use(
        reorderedBlock(
          use(smiles, (mol) => mol.get_molblock()),
          random,
        ),
        (mol) => mol.get_smiles('{"canonical":false}'),
      ),
    has: (smiles, smarts) => {
      const pattern = rdkit.get_qmol(smarts)!
      try {
        return use(smiles, (mol) => mol.get_substruct_match(pattern) !== '{}')
      } finally {
        pattern.delete()
      }
    },
    carbon13: (smiles, places) =>
      use(smiles, (mol) => {
        const json = JSON.parse(mol.get_json()) as { molecules: { atoms: { z?: number; isotope?: number }[] }[] }
        const carbons = json.molecules[0]!.atoms.filter((a) => (a.z ?? 6) === 6)
        for (const place of places) carbons[place % carbons.length]!.isotope = 13
        return use(JSON.stringify(json), (labelled) => labelled.get_smiles())
      }),
    labelled: (smiles) =>
      use(smiles, (mol) => {
        const json = JSON.parse(mol.get_json()) as { molecules: { atoms: { z?: number; isotope?: number }[] }[] }
        const atoms = json.molecules[0]!.atoms
        const carbon = atoms.find((a) => (a.z ?? 6) === 6)
        if (carbon) carbon.isotope = 13
        const heavier: Record<number, number> = { 1: 2, 7: 15, 8: 18, 15: 32, 17: 37, 35: 81, 53: 127 }
        const other = atoms.find((a) => heavier[a.z ?? 6] !== undefined)
        if (!carbon && other) other.isotope = heavier[other.z ?? 6]!
        return use(JSON.stringify(json), (labelled) => labelled.get_smiles())
      }),
  }
}

/** A V2000 mol block with its atom lines in another order. */
function reorderedBlock(block: string, random: () => number): string {
  const lines = block.split('\n')
  const atoms = Number(lines[3]!.slice(0, 3))
  const bonds = Number(lines[3]!.slice(3, 6))
  const order = shuffled(
    random,
    Array.from({ length: atoms }, (_, i) => i),
  )
  const place = new Map(order.map((from, to) => [from + 1, to + 1]))
  const number = (n: number) => String(n).padStart(3)
  const renumbered = (line: string) =>
    line.replace(
      /^(...)(...)/,
      (_, a: string, b: string) => number(place.get(Number(a))!) + number(place.get(Number(b))!),
    )
  const property = (line: string) =>
    line.replace(
      /^(M {2}(?:CHG|RAD|ISO) +\d+)(.*)$/,
      (_, head: string, rest: string) =>
        head +
        rest.replace(
          / +(\d+) +(-?\d+)/g,
          (__, a: string, v: string) => ` ${number(place.get(Number(a))!)} ${v.padStart(3)}`,
        ),
    )
  return [
    ...lines.slice(0, 4),
    ...order.map((i) => lines[4 + i]!),
    ...shuffled(random, lines.slice(4 + atoms, 4 + atoms + bonds)).map(renumbered),
    ...lines.slice(4 + atoms + bonds).map(property),
  ].join('\n')
}
