import { heteroHydrogens, type Identity, type Structure } from '../chem/index.js'
import type { KnownSubstance, LawIndex } from './law-index.js'

/** What a component is, among the recorded substances. */
export interface Recognised {
  /** Recorded substances that it is in some form; empty for nearly every molecule. */
  readonly known: readonly KnownSubstance[]
  /** Its identity, on the same footing as that of `known`; null where nothing has its skeleton or InChI cannot describe it. */
  readonly identity: Identity | null
  /** `tautomer`: the drawing has its hydrogens elsewhere. `shift`: only hydrogens of carbon differ, and both forms can be had. */
  readonly moved: 'tautomer' | 'shift' | null
  /** True where a recorded skeleton was met but InChI could not confirm or rule it out. */
  readonly unconfirmed: boolean
}

/** Looks a component up: by its flat InChI, and where no record has that, by the InChI with hydrogens free to move. */
export function recognise(structure: Structure, component: readonly number[], skeleton: string, law: LawIndex): Recognised {
  const recorded = law.bySkeleton.get(skeleton) ?? []
  if (recorded.length === 0) return { known: [], identity: null, moved: null, unconfirmed: false }
  const identity = structure.identity(component)
  if (!identity) return { known: [], identity, moved: null, unconfirmed: true }
  const known = recorded.filter((k) => k.identity.flat === identity.flat)
  if (known.length > 0) return { known, identity, moved: null, unconfirmed: false }
  const mobile = structure.mobileIdentity(component)
  const tautomers = mobile ? recorded.filter((k) => k.mobile.flat === mobile.flat) : []
  if (tautomers.length === 0) return { known, identity, moved: null, unconfirmed: false }
  const hydrogens = heteroHydrogens(structure.molecule, component)
  const shift = tautomers.every((k) => k.record.key!.heteroHydrogens === hydrogens)
  // The stereo of both sides is then read from the mobile form, which leaves out centres that the shift dissolves.
  return { known: tautomers.map(({ record, mobile: own, salt }) => ({ record, identity: own, mobile: own, salt })), identity: mobile, moved: shift ? 'shift' : 'tautomer', unconfirmed: false }
}
