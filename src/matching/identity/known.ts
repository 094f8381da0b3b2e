import { balanceOf, hasBareCarbanion, heteroHydrogens, type Identity } from '../../chem/index.js'
import type { KnownSubstance, LawIndex } from '../law-index.js'
import type { Subject } from '../classes/graph.js'

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
  /** What it is as well: an enol of two ketones, each of which is recorded. */
  readonly others?: readonly Recognised[]
  /** True where a recorded skeleton was met but InChI could not confirm or rule it out. */
  readonly unconfirmed: boolean
}

export const unrecognised: Recognised = { known: [], identity: null, moved: null, ionised: false, unconfirmed: false }

/**
 * Looks a component up: by its flat InChI, where no record has that by the InChI of its neutral
 * form, and then by the InChI with hydrogens free to move.
 */
export function recognise(
  structure: Subject,
  component: readonly number[],
  skeleton: string,
  law: LawIndex,
): Recognised {
  const recorded = law.bySkeleton.get(skeleton) ?? []
  if (recorded.length === 0) return unrecognised
  const identity = structure.identity(component)
  if (!identity) return { ...unrecognised, unconfirmed: true }
  const withFlat = (flat: string) => recorded.filter((k) => k.identity.flat === flat)
  const known = withFlat(identity.flat)
  if (known.length > 0)
    return { ...unrecognised, known, identity, moved: known.every((k) => k.otherwise) ? 'tautomer' : null }
  const shifted = hasBareCarbanion(structure.molecule, component)
  const neutral = structure.neutralIdentity(component)
  const ionised = neutral ? withFlat(neutral.flat) : []
  if (ionised.length > 0)
    return { ...unrecognised, known: ionised, identity: neutral, moved: shifted ? 'shift' : null, ionised: true }
  const mobile = structure.mobileIdentity(component)
  const tautomers = mobile ? recorded.filter((k) => k.mobile.flat === mobile.flat) : []
  if (tautomers.length === 0) return recogniseTautomer(structure, component, identity, recorded)
  const further = recogniseTautomer(
    structure,
    component,
    identity,
    recorded.filter((k) => !tautomers.some((t) => t.record === k.record)),
  )
  const others = further.moved === 'tautomer' ? [further, ...(further.others ?? [])] : []
  const hydrogens = heteroHydrogens(structure.molecule, component)
  const shift = shifted || tautomers.every((k) => !k.otherwise && k.record.key!.heteroHydrogens === hydrogens)
  // The stereo of both sides is then read from the mobile form, which leaves out centres that the shift dissolves.
  return {
    ...unrecognised,
    known: tautomers.map(({ record, mobile: own, salt, otherwise }) => ({
      record,
      identity: own,
      mobile: own,
      salt,
      otherwise,
    })),
    identity: mobile,
    moved: shift ? 'shift' : 'tautomer',
    ionised: neutral !== null,
    others,
  }
}

/**
 * Looks further for records of the same skeleton and formula to which the drawing leads when hydrogens move along
 * double bonds: tautomers and resonance forms that InChI keeps apart.
 */
function recogniseTautomer(
  structure: Subject,
  component: readonly number[],
  identity: Identity,
  recorded: readonly KnownSubstance[],
): Recognised {
  const found = recorded.flatMap((known) => {
    const { smiles } = known.record
    if (known.otherwise || smiles === null || balanceOf(known.identity) !== balanceOf(identity)) return []
    const tautomer = structure.tautomerOf(component, smiles)
    return tautomer ? [{ known, tautomer }] : []
  })
  const drawn = found.filter(({ known, tautomer }) => tautomer.identity?.flat === known.identity.flat)
  const chosen = drawn.find(({ tautomer }) => tautomer.sure) ?? drawn[0]
  // A radical lacks the hydrogen that would distinguish it from the record.
  if (!chosen)
    return {
      ...unrecognised,
      identity,
      unconfirmed: found.length > 0 || component.some((a) => structure.molecule.atoms[a]!.radicals > 0),
    }
  const as = ({ tautomer }: typeof chosen): Recognised => {
    const own = tautomer.identity!
    const known = drawn
      .filter((d) => d.tautomer.sure === tautomer.sure && d.known.identity.flat === own.flat)
      .map((d) => d.known)
    return {
      ...unrecognised,
      known,
      identity: own,
      moved: tautomer.sure ? 'tautomer' : 'shift',
      ionised: own.protons !== identity.protons,
    }
  }
  const others = drawn.filter(
    (d, i) =>
      d.tautomer.sure === chosen.tautomer.sure &&
      drawn.findIndex((o) => o.tautomer.sure === d.tautomer.sure && o.known.identity.flat === d.known.identity.flat) ===
        i &&
      d.known.identity.flat !== chosen.known.identity.flat,
  )
  return { ...as(chosen), others: others.map(as) }
}
