import { disconnectedIons } from './disconnected-ions.js'
import {
  formulaOf,
  groupsOf,
  hasOddCharge,
  hydratesOf,
  skeletonKey,
  type Groups,
  type LinkWord,
} from '../../chem/index.js'
import { mostFormsRecorded } from '../../limits.js'
import type { Via } from '../finding.js'
import { noHints, type Hints } from '../hints.js'
import {
  formsSalts,
  isAcid,
  isBase,
  isCounterIon,
  isInert,
  isProton,
  isSolvent,
  netCharge,
  isJudgedAcid,
  surelyMakesSalt,
  type InputComponent,
} from './ions.js'
import { recognise, unrecognised, type Recognised } from './known.js'
import type { KnownSubstance, LawIndex } from '../law-index.js'
import { cleavedForms } from './cleaved-forms.js'
import type { Subject } from '../classes/graph.js'

/** One component by itself, without counter-ions and solvents. */
export interface Candidate extends Recognised {
  /** The structure that contains the component: the input, or the input with ester and ether bonds cleaved. */
  readonly structure: Subject
  readonly component: readonly number[]
  readonly skeleton: string
  /** How the component as drawn differs from the bare substance. */
  readonly forms: readonly Via[]
  /** True if the form is a salt, but a mixture of the substance with ions would be drawn the same way. */
  readonly saltOrMixture: boolean
  /** Ester and ether bonds that were cleaved to obtain this candidate; empty for the input itself. */
  readonly links: readonly LinkWord[]
  /** True if one of them is an ester or ether only in a wider sense. */
  readonly unusual: boolean
  /**
   * The component with links cleaved, if that gives the skeleton of a substance whose esters or ethers a list covers,
   * or with the water of a hydrate removed.
   */
  readonly cleaved: readonly Candidate[]
  /** Recorded substances with its formula and, in a wide sense, its functional groups. */
  readonly isomers: readonly KnownSubstance[]
  readonly groups: Groups | null
  /** True if it has a charge that no compound has: what it is remains open. */
  readonly oddCharge: boolean
  /** Recorded substances that the other components are. */
  readonly together: readonly string[]
  /**
   * The recorded substance whose name was given: its own entries then name it, even if the drawing leaves stereo open.
   */
  readonly named: string | null
}

/** @param named id of a recorded substance that the input names instead of drawing it */
export function candidatesOf(
  structure: Subject,
  law: LawIndex,
  hints: Hints = noHints,
  named: string | null = null,
): Candidate[] {
  const { molecule } = structure
  const recorded = hints.couldBeRecorded()
  if (!recorded && molecule.components.length === 1) return [unrecorded(structure, molecule.components[0]!)]
  const parts = molecule.components.map((component) => ({ component, skeleton: skeletonKey(molecule, component) }))
  const othersOf = (part: InputComponent) => parts.filter((other) => other !== part)
  const bare = parts.length > 1 ? parts.filter((part) => !isCounterIon(structure, law, part)) : parts
  // An acid in a mixture with components that form no salts is judged on its own, as if drawn alone.
  const inert = parts.length > 1 && bare.every((part) => isInert(structure, part))
  const active =
    inert || parts.length === 1
      ? bare
      : parts.filter((part) => bare.includes(part) || isJudgedAcid(structure, law, part, othersOf(part)))
  const judged = !inert
    ? active
    : active.length === 0
      ? parts
      : parts.filter((part) => active.includes(part) || !isSolvent(structure, law, part))
  const several = new Set(judged.map((part) => part.skeleton)).size > 1
  const otherIons = inert ? [] : parts.filter((part) => !active.includes(part) && !isSolvent(structure, law, part))
  // If all are ions, an acid together with a base is a salt and not the acid.
  const bases = inert ? parts.filter((part) => isBase(structure, part) && !isSolvent(structure, law, part)) : []
  const ions = otherIons.map((part) => structure.identity(part.component)?.flat ?? '')
  const pieces = parts.length > 1 ? disconnectedIons(structure, law) : null
  const candidates = judged.map((part) => {
    const found = withIons(recognise(structure, part.component, part.skeleton, law), ions)
    const others = othersOf(part)
    const asAcid =
      others.some((p) => isProton(structure, p)) &&
      others.every(
        (p) => isProton(structure, p) || isSolvent(structure, law, p) || (active.includes(p) && isInert(structure, p)),
      )
    const charged = netCharge(structure, part.component) !== 0 && !asAcid
    const saltOfAcid = bases.some((base) => base !== part) && (!active.includes(part) || isAcid(structure, part))
    const isSaltWithOthers = otherIons.length > 0 && formsSalts(structure, part)
    const forms: Via[] = []
    if (
      isSaltWithOthers ||
      saltOfAcid ||
      (charged && (found.identity === null || found.identity.protons !== 0 || found.ionised))
    )
      forms.push('salt')
    if ((several && !saltOfAcid && !asAcid) || (otherIons.length > 0 && !isSaltWithOthers)) forms.push('mixture')
    if (isLabelled(structure, part.component)) forms.push('isotopologue')
    const { cleaved, cut } = recorded ? cleavedOf(structure, part, law, forms) : { cleaved: [], cut: false }
    const sameFormula =
      recorded && law.isomerSizes.has(part.component.length)
        ? (law.byFormula.get(formulaOf(molecule, part.component)) ?? [])
        : []
    const groups =
      sameFormula.length > 0 ? groupsOf(structure.tautomerForm?.molecule ?? molecule, part.component) : null
    const isomers = groups
      ? sameFormula.filter(
          (k) => k.record.key!.groups!.loose === groups.loose && !found.known.some((f) => f.record === k.record),
        )
      : []
    const saltOrMixture = forms.includes('salt') && !surelyMakesSalt(structure, part, others)
    const plain = candidateOf(found, structure, part, withMoved(forms, found))
    return {
      ...plain,
      unconfirmed: found.unconfirmed || cut || (pieces?.has(part.component[0]!) ?? false),
      saltOrMixture,
      cleaved: [...cleaved, ...alsoAs(found, structure, part, forms).map((other) => ({ ...other, saltOrMixture }))],
      isomers,
      groups,
      named: found.known.some((k) => k.record.id === named) ? named : null,
    }
  })
  if (candidates.length === 1) return candidates
  return candidates.map((candidate) => ({
    ...candidate,
    together: candidates.flatMap((other) => (other === candidate ? [] : other.known.map((k) => k.record.id))),
  }))
}

/** A component that certainly is not recorded: its skeleton and links are not computed. */
function unrecorded(structure: Subject, component: readonly number[]): Candidate {
  const forms: Via[] = []
  if (netCharge(structure, component) !== 0) forms.push('salt')
  if (isLabelled(structure, component)) forms.push('isotopologue')
  return candidateOf(unrecognised, structure, { component, skeleton: '' }, forms)
}

/** Written out: V8 gives each object that is spread and extended its own shape, and is slow with many shapes. */
export function candidateOf(
  { known, identity, moved, ionised, unconfirmed }: Recognised,
  structure: Subject,
  { component, skeleton }: InputComponent,
  forms: readonly Via[],
): Candidate {
  return {
    known,
    identity,
    moved,
    ionised,
    unconfirmed,
    structure,
    component,
    skeleton,
    forms,
    saltOrMixture: false,
    links: [],
    unusual: false,
    cleaved: [],
    isomers: [],
    groups: null,
    oddCharge: hasOddCharge(structure.molecule, component),
    together: [],
    named: null,
  }
}

/** A record drawn as a particular salt matches only if those ions are present. */
function withIons(found: Recognised, ions: readonly string[]): Recognised {
  return { ...found, known: found.known.filter((k) => k.record.key!.ions?.every((ion) => ions.includes(ion)) ?? true) }
}

function withMoved(forms: readonly Via[], found: Recognised): Via[] {
  return found.moved ? [...forms, 'tautomer'] : [...forms]
}

function cleavedOf(
  structure: Subject,
  { component }: InputComponent,
  law: LawIndex,
  forms: readonly Via[],
): { cleaved: Candidate[]; cut: boolean } {
  const { forms: found, cut } = cleavedForms(structure, component, {
    most: mostFormsRecorded,
    sizes: law.parentSizes,
    accept: (left) => law.parents.has(skeletonKey(structure.molecule, left)),
  })
  const cleaved = found.flatMap((form): Candidate[] => {
    const skeleton = skeletonKey(form.structure.molecule, form.component)
    const parent = withIons(recognise(form.structure, form.component, skeleton, law), [])
    if (parent.known.length === 0) return []
    return [
      {
        ...candidateOf(parent, form.structure, { component: form.component, skeleton }, withMoved(forms, parent)),
        links: form.links,
        unusual: form.unusual,
      },
    ]
  })
  return { cleaved: [...cleaved, ...driedOf(structure, component, law, forms)], cut }
}

/** A gem-diol read as the carbonyl compound of which it is the hydrate, if that is recorded. */
function driedOf(structure: Subject, component: readonly number[], law: LawIndex, forms: readonly Via[]): Candidate[] {
  return hydratesOf(structure.molecule, component).flatMap((hydrate): Candidate[] => {
    const left = component.filter((a) => a !== hydrate.lost)
    const skeleton = skeletonKey(structure.molecule, left)
    const dried = law.bySkeleton.has(skeleton) ? structure.dried(hydrate) : null
    if (!dried) return []
    const found = withIons(recognise(dried, left, skeleton, law), [])
    if (found.known.length === 0) return []
    return [candidateOf(found, dried, { component: left, skeleton }, [...withMoved(forms, found), 'hydrate'])]
  })
}

/** The other recorded substances of which a component is a tautomer. */
function alsoAs(found: Recognised, structure: Subject, part: InputComponent, forms: readonly Via[]): Candidate[] {
  return (found.others ?? []).map((other) => candidateOf(withIons(other, []), structure, part, withMoved(forms, other)))
}

function isLabelled({ molecule }: Subject, component: readonly number[]): boolean {
  return component.some((a) => molecule.atoms[a]!.isotope !== 0 || molecule.deuterated.has(a))
}
