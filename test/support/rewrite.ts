import module, { type MainModule } from '@rdkit/rdkit'

// Other notations of a structure are made by RDKit itself, not through src/chem, which is under test.
const rdkit = await (module as unknown as () => Promise<MainModule>)()

function withMol<T>(text: string, use: (mol: NonNullable<ReturnType<MainModule['get_mol']>>) => T): T {
  const mol = rdkit.get_mol(text, '{}')
  if (!mol) throw new Error(`cannot rewrite ${text}`)
  try {
    return use(mol)
  } finally {
    mol.delete()
  }
}

export const kekule = (smiles: string) => withMol(smiles, (mol) => mol.get_smiles('{"doKekule":true}'))
export const v2000 = (smiles: string) => withMol(smiles, (mol) => mol.get_molblock())
export const v3000 = (smiles: string) => withMol(smiles, (mol) => mol.get_v3Kmolblock())
/** The same with aromatic bonds (type 4). */
export const aromaticV2000 = (smiles: string) => withMol(smiles, (mol) => mol.get_molblock('{"kekulize":false}'))
export const aromaticV3000 = (smiles: string) => withMol(smiles, (mol) => mol.get_v3Kmolblock('{"kekulize":false}'))
/** The same with explicit hydrogens. */
export const hydrogensV2000 = (smiles: string) => withMol(smiles, (mol) => mol.add_hs())
export const hydrogensV3000 = (smiles: string) =>
  withMol(smiles, (mol) => {
    mol.add_hs_in_place()
    return mol.get_v3Kmolblock()
  })
/** A SMILES in the atom order of a mol block. */
export const inOrderOf = (block: string) => withMol(block, (mol) => mol.get_smiles('{"canonical":false}'))

/** The same mol block with its atoms and bonds in another order, reproducible by seed. */
export function shuffled(block: string, seed: number): string {
  const lines = block.split('\n')
  const atoms = Number(lines[3]!.slice(0, 3))
  const bonds = Number(lines[3]!.slice(3, 6))
  const random = generator(seed)
  const order = permutation(atoms, random)
  const place = new Map(order.map((from, to) => [from, to + 1]))
  const three = (n: number) => String(n).padStart(3)
  const bondLines = lines
    .slice(4 + atoms, 4 + atoms + bonds)
    .map(
      (l) => three(place.get(Number(l.slice(0, 3)) - 1)!) + three(place.get(Number(l.slice(3, 6)) - 1)!) + l.slice(6),
    )
  const properties = lines.slice(4 + atoms + bonds).map((l) => renumbered(l, place, three))
  return [
    ...lines.slice(0, 4),
    ...order.map((i) => lines[4 + i]!),
    ...permutation(bonds, random).map((i) => bondLines[i]!),
    ...properties,
  ].join('\n')
}

/** `M  CHG` and `M  ISO` lines: a count, then pairs of atom number and value. */
function renumbered(line: string, place: ReadonlyMap<number, number>, three: (n: number) => string): string {
  if (!/^M {2}(CHG|ISO|RAD)/.test(line)) return line
  const numbers = line.slice(9).trim().split(/ +/).map(Number)
  return line.slice(0, 9) + numbers.map((n, i) => ` ${three(i % 2 === 0 ? place.get(n - 1)! : n)}`).join('')
}

function permutation(n: number, random: () => number): number[] {
  const all = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[all[i], all[j]] = [all[j]!, all[i]!]
  }
  return all
}

/** Park and Miller's linear congruential generator. */
function generator(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48271) % 2147483647) / 2147483647
}
