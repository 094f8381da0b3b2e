import { Sheet } from './sheet.js'

/** The elements of a structure without hydrogen; null for a text in which they are not plain. */
export function elementsOf(smiles: string): string | null {
  const kinds = Sheet.of(smiles)?.atomKinds
  return (
    kinds
      ?.map((kind) => /[A-Za-z*][a-z]?/.exec(kind)![0].toUpperCase())
      .sort()
      .join(' ') ?? null
  )
}

/**
 * What the structures of positional isomers have in common: their atoms by element, aromaticity and number of
 * neighbours. Null for a text in which these are not plain.
 */
export function atomsAlike(smiles: string): string | null {
  return Sheet.of(smiles)?.atomKinds.sort().join(' ') ?? null
}
