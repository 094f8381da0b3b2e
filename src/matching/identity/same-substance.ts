import type { StereoForms, Structure } from '../../chem/index.js'
import { candidatesOf } from './candidate.js'
import type { LawIndex } from '../law-index.js'

/** What makes two drawings the same substance, counter-ions, solvents, isotopes and charge by protons left out. */
export interface SubstanceIdentity {
  /** Constitution of every part that speaks for itself. */
  readonly flat: string
  /** Constitution and stereo. */
  readonly full: string
  /** The forms that the drawing means; null where it has several parts. */
  readonly forms: StereoForms | null
}

/** Null where InChI cannot describe a part of it. */
export function substanceIdentity(structure: Structure, law: LawIndex): SubstanceIdentity | null {
  if (structure.molecule.open) return null
  const parts = candidatesOf(structure, law).map((c) => structure.identity(c.component))
  if (parts.length === 0 || parts.includes(null)) return null
  const keys = parts.map((p) => ({
    flat: p!.flat,
    full: `${p!.flat}|${[...p!.stereo.centres]}|${[...p!.stereo.bonds]}`,
  }))
  const joined = (of: 'flat' | 'full') => [...new Set(keys.map((k) => k[of]))].sort().join(' + ')
  return { flat: joined('flat'), full: joined('full'), forms: parts.length === 1 ? parts[0]!.forms : null }
}
