import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runNatively } from './native.js'
import { edition } from '../support/law.js'

/** Another drawing that native RDKit makes of a structure. */
export interface Redrawn {
  readonly smiles: string
  readonly by: 'tautomer' | 'canonical' | 'inchi' | 'cleanup' | 'uncharged'
  /**
   * For a tautomer: hydrogens moved between heteroatoms only, between carbon and heteroatoms, or from carbon to carbon.
   */
  readonly moved: 'hetero' | 'keto' | 'carbon' | null
}

/**
 * Native RDKit's drawings of each structure: its tautomers, its canonical tautomer, the conversion through InChI and
 * the output of its standardiser.
 */
export function redrawnNatively(smiles: readonly string[], most = 40): Redrawn[][] {
  return runNatively('tautomers.py', smiles, [String(most)]) as Redrawn[][]
}

/** Recorded substances, and the examples of rules that fit or are undecided. */
export function structuresOfLaw(): string[] {
  const recorded = new Map(edition.substances.flatMap((s) => (s.smiles === null ? [] : [[s.id, s.smiles] as const])))
  const data = fileURLToPath(new URL('../../data', import.meta.url))
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.examples.json'))
    .sort()
  const examples = files.flatMap((file) => {
    const { fits = [], unsettled = [] } = JSON.parse(readFileSync(`${data}/${file}`, 'utf8')) as Record<
      string,
      { smiles?: string; substance?: string }[]
    >
    return [...fits, ...unsettled].flatMap((e) => e.smiles ?? recorded.get(e.substance ?? '') ?? [])
  })
  return [...new Set([...recorded.values(), ...examples])]
}
