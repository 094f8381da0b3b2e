import initRDKit from '@rdkit/rdkit'
import { shuffled } from './random.js'

// Drawings are made by RDKit itself, not by the code under test.
let rdkit = await initRDKit()
let broken = false

/** Await this before the next structures: an instance does not survive an exception. */
export async function ready() {
  if (broken) rdkit = await initRDKit()
  broken = false
}

function withMol(text, use) {
  if (broken) return null
  try {
    const mol = rdkit.get_mol(text, '{}')
    const made = mol && use(mol)
    mol?.delete()
    return made
  } catch {
    broken = true
    return null
  }
}

/** A mol block of a structure; null if RDKit cannot draw it. */
export const blockOf = (smiles) => withMol(smiles, (mol) => mol.get_molblock())
/** A SMILES that begins with the first atom of a block. */
export const inOrderOf = (block) => withMol(block, (mol) => mol.get_smiles('{"canonical":false}'))
export const kekuleInOrderOf = (block) => withMol(block, (mol) => mol.get_smiles('{"canonical":false,"doKekule":true}'))

/** The same mol block (V2000) with its atoms and bonds in another order. */
export function shuffledBlock(block, random) {
  const lines = block.split('\n')
  const atoms = Number(lines[3].slice(0, 3))
  const bonds = Number(lines[3].slice(3, 6))
  const order = shuffled(
    random,
    Array.from({ length: atoms }, (_, i) => i),
  )
  const place = new Map(order.map((from, to) => [from, to + 1]))
  const three = (n) => String(n).padStart(3)
  const bondLines = lines
    .slice(4 + atoms, 4 + atoms + bonds)
    .map((l) => three(place.get(Number(l.slice(0, 3)) - 1)) + three(place.get(Number(l.slice(3, 6)) - 1)) + l.slice(6))
  const renumbered = (line) => {
    if (!/^M {2}(CHG|ISO|RAD)/.test(line)) return line
    const numbers = line.slice(9).trim().split(/ +/).map(Number)
    return line.slice(0, 9) + numbers.map((n, i) => ` ${three(i % 2 === 0 ? place.get(n - 1) : n)}`).join('')
  }
  return [
    ...lines.slice(0, 4),
    ...order.map((i) => lines[4 + i]),
    ...shuffled(random, bondLines),
    ...lines.slice(4 + atoms + bonds).map(renumbered),
  ].join('\n')
}
