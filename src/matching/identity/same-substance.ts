import type { Structure } from '../../chem/index.js'
import { candidatesOf } from './candidate.js'
import type { LawIndex } from '../law-index.js'

export type SubstanceIdentity = NonNullable<ReturnType<typeof substanceIdentity>>

/**
 * What makes two drawings the same substance, ignoring counter-ions, solvents, isotopes and charge from protons: the
 * constitution of every component that is judged on its own (`flat`), with stereo (`full`), and the forms that the
 * drawing means, null if it has several components. Null if InChI cannot describe one of its components.
 */
export function substanceIdentity(structure: Structure, law: LawIndex) {
  if (structure.molecule.open) return null
  const identities = candidatesOf(structure, law).map((c) => structure.identity(c.component))
  if (identities.length === 0 || identities.includes(null)) return null
  const keys = identities.map((p) => ({
    flat: p!.flat,
    full: `${p!.flat}|${[...p!.stereo.centres]}|${[...p!.stereo.bonds]}`,
  }))
  const joined = (of: 'flat' | 'full') => [...new Set(keys.map((k) => k[of]))].sort().join(' + ')
  return { flat: joined('flat'), full: joined('full'), forms: identities.length === 1 ? identities[0]!.forms : null }
}
