import { hasBareCarbanion, heteroHydrogens, type Identity } from '../chem/index.js'
import type { KnownSubstance, LawIndex } from './law-index.js'
import type { Subject } from './graph.js'

/** What a component is, among the recorded substances. */
export interface Recognised {
  /** Recorded substances that it is in some form; empty for nearly every molecule. */
  readonly known: readonly KnownSubstance[]
  /** Its identity, on the same footing as that of `known`; null where nothing has its skeleton or InChI cannot describe it. */
  readonly identity: Identity | null
  /** `tautomer`: the drawing has its hydrogens elsewhere. `shift`: only hydrogens of carbon differ, and both forms can be had. */
  readonly moved: 'tautomer' | 'shift' | null
  /** True where it is a record only with protons moved that InChI leaves where they are: an alkoxide, amide or carbanion. */
  readonly ionised: boolean
  /** True where a recorded skeleton was met but InChI could not confirm or rule it out. */
  readonly unconfirmed: boolean
}

const nothing: Recognised = { known: [], identity: null, moved: null, ionised: false, unconfirmed: false }

/**
 * Looks a component up: by its flat InChI, where no record has that by the InChI of its neutral
 * form, and then by the InChI with hydrogens free to move.
 */
export function recognise(structure: Subject, component: readonly number[], skeleton: string, law: LawIndex): Recognised {
  const recorded = law.bySkeleton.get(skeleton) ?? []
  if (recorded.length === 0) return nothing
  const identity = structure.identity(component)
  if (!identity) return { ...nothing, unconfirmed: true }
  const withFlat = (flat: string) => recorded.filter((k) => k.identity.flat === flat)
  const known = withFlat(identity.flat)
  if (known.length > 0) return { ...nothing, known, identity, moved: known.every((k) => k.otherwise) ? 'tautomer' : null }
  const shifted = hasBareCarbanion(structure.molecule, component)
  const neutral = structure.neutralIdentity(component)
  const ionised = neutral ? withFlat(neutral.flat) : []
  if (ionised.length > 0) return { ...nothing, known: ionised, identity: neutral, moved: shifted ? 'shift' : null, ionised: true }
  const mobile = structure.mobileIdentity(component)
  const tautomers = mobile ? recorded.filter((k) => k.mobile.flat === mobile.flat) : []
  // A radical lacks the hydrogen by which it could be told from the record.
  if (tautomers.length === 0) return { ...nothing, identity, unconfirmed: component.some((a) => structure.molecule.atoms[a]!.radicals > 0) }
  const hydrogens = heteroHydrogens(structure.molecule, component)
  const shift = shifted || tautomers.every((k) => !k.otherwise && k.record.key!.heteroHydrogens === hydrogens)
  // The stereo of both sides is then read from the mobile form, which leaves out centres that the shift dissolves.
  return { ...nothing, known: tautomers.map(({ record, mobile: own, salt, otherwise }) => ({ record, identity: own, mobile: own, salt, otherwise })), identity: mobile, moved: shift ? 'shift' : 'tautomer', ionised: neutral !== null }
}
