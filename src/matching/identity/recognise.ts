import {
  balanceOf,
  hasBareCarbanion,
  heteroHydrogens,
  hydrogensOf,
  isMetal,
  type Identity,
  type Molecule,
} from '../../chem/index.js'
import type { Recorded, LawIndex } from '../law-index.js'
import type { Subject } from '../subject.js'

/** What a component is, among the recorded substances. */
export interface Recognised {
  /** Recorded substances that it is in some form; empty for almost every molecule. */
  readonly records: readonly Recorded[]
  /** Its identity, of the same kind as in `records`; null if no record has its skeleton or InChI cannot describe it. */
  readonly identity: Identity | null
  /** `tautomer`: drawn with hydrogens elsewhere. `shift`: only those on carbon, and both forms can be isolated. */
  readonly moved: 'tautomer' | 'shift' | null
  /** True if it is a record only after moving protons that InChI does not move: an alkoxide, amide or carbanion. */
  readonly ionised: boolean
  /** Other matches: an enol of two ketones, both of which are recorded. */
  readonly others?: readonly Recognised[]
  /** True if it has a recorded skeleton but InChI could not confirm or rule out the match. */
  readonly unconfirmed: boolean
}

export const unrecognised: Recognised = { records: [], identity: null, moved: null, ionised: false, unconfirmed: false }

/**
 * Looks up a component by its flat InChI; if no record has that, by the InChI of its neutral form, and then by the
 * InChI with mobile hydrogens. A record with another number of hydrogens needs no InChI to be ruled out. A record drawn
 * as a particular salt matches only if those ions are present.
 * @param ions flat InChIs of the ions drawn with it
 */
export function recognise(
  structure: Subject,
  component: readonly number[],
  skeleton: string,
  law: LawIndex,
  ions: readonly string[] = [],
): Recognised {
  const drawn = law.bySkeleton.get(skeleton)
  if (!drawn) return unrecognised
  const withSkeleton = drawn.filter(({ record }) => record.key!.ions?.every((ion) => ions.includes(ion)) ?? true)
  const found = recogniseIn(structure, component, withSkeleton)
  // A salt that is recorded by itself (sodium cyanide) is also a salt of its acid, if that is recorded.
  const acids = withSkeleton.filter(({ record }) => record.key!.ions === null)
  if (found.records.length === 0 || acids.length === 0 || found.records.some((k) => k.record.key!.ions === null))
    return found
  const acid = recogniseIn(structure, component, acids)
  return acid.records.length === 0 ? found : { ...acid, records: [...acid.records, ...found.records] }
}

function recogniseIn(structure: Subject, component: readonly number[], withSkeleton: readonly Recorded[]): Recognised {
  const hydrogens = hydrogensIn(structure.molecule, component)
  const recorded = hydrogens === null ? withSkeleton : withSkeleton.filter((k) => hydrogensOf(k.identity) === hydrogens)
  if (recorded.length === 0) return unrecognised
  const identity = structure.identity(component)
  if (!identity) return { ...unrecognised, unconfirmed: true }
  const withFlat = (flat: string) => recorded.filter((k) => k.identity.flat === flat)
  const records = withFlat(identity.flat)
  if (records.length > 0)
    return { ...unrecognised, records, identity, moved: records.every((k) => k.otherwise) ? 'tautomer' : null }
  const shifted = hasBareCarbanion(structure.molecule, component)
  const neutral = structure.neutralIdentity(component)
  const ionised = neutral ? withFlat(neutral.flat) : []
  if (ionised.length > 0)
    return { ...unrecognised, records: ionised, identity: neutral, moved: shifted ? 'shift' : null, ionised: true }
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
  const onHetero = heteroHydrogens(structure.molecule, component)
  const shift = shifted || tautomers.every((k) => !k.otherwise && k.record.key!.heteroHydrogens === onHetero)
  // Both sides then take their stereo from the mobile form, which omits centres that the shift removes.
  return {
    ...unrecognised,
    records: tautomers.map(({ record, mobile: own, salt, otherwise }) => ({
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

/** Hydrogens of a component, as InChI counts them; null with a charge, radical or metal: it may count others. */
function hydrogensIn({ atoms }: Molecule, component: readonly number[]): number | null {
  let [hydrogens, charge] = [0, 0]
  for (const a of component) {
    const atom = atoms[a]!
    if (atom.radicals > 0 || isMetal(atom.z)) return null
    hydrogens += atom.hydrogens + (atom.z === 1 ? 1 : 0)
    charge += atom.charge
  }
  return charge === 0 ? hydrogens : null
}

/**
 * Searches further for records with the same skeleton and formula that the drawing becomes when hydrogens move along
 * double bonds: tautomers and resonance forms that InChI distinguishes.
 */
function recogniseTautomer(
  structure: Subject,
  component: readonly number[],
  identity: Identity,
  recorded: readonly Recorded[],
): Recognised {
  const found = recorded.flatMap((identified) => {
    const { smiles } = identified.record
    if (identified.otherwise || smiles === null || balanceOf(identified.identity) !== balanceOf(identity)) return []
    const tautomer = structure.tautomerOf(component, smiles)
    return tautomer ? [{ identified, tautomer }] : []
  })
  const drawn = found.filter(({ identified, tautomer }) => tautomer.identity?.flat === identified.identity.flat)
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
    const records = drawn
      .filter((d) => d.tautomer.sure === tautomer.sure && d.identified.identity.flat === own.flat)
      .map((d) => d.identified)
    return {
      ...unrecognised,
      records,
      identity: own,
      moved: tautomer.sure ? 'tautomer' : 'shift',
      ionised: own.protons !== identity.protons,
    }
  }
  const others = drawn.filter(
    (d, i) =>
      d.tautomer.sure === chosen.tautomer.sure &&
      drawn.findIndex(
        (o) => o.tautomer.sure === d.tautomer.sure && o.identified.identity.flat === d.identified.identity.flat,
      ) === i &&
      d.identified.identity.flat !== chosen.identified.identity.flat,
  )
  return { ...as(chosen), others: others.map(as) }
}
