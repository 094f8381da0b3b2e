import { disconnectedIons } from './disconnected-ions.js'
import {
  elementSymbol,
  formulaOf,
  groupsOf,
  hasCarbocation,
  hasChargesApart,
  hasOddBond,
  hasOddCharge,
  hasRadical,
  skeletonKey,
  type Groups,
  type CleavableKind,
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
import { recognise, unrecognised, type Recognised } from './recognise.js'
import type { Recorded, LawIndex } from '../law-index.js'
import { cleavedForms, formsCleaved } from './cleaved-forms.js'
import type { Subject } from '../subject.js'

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
  readonly cleavedBonds: readonly CleavableKind[]
  /** True if one of them is an ester or ether only in a wider sense. */
  readonly unusual: boolean
  /**
   * The component with bonds cleaved, if that gives the skeleton of a substance whose esters or ethers a list covers.
   */
  readonly cleaved: readonly Candidate[]
  /** Recorded substances with its formula and, in a wide sense, its functional groups. */
  readonly isomers: readonly Recorded[]
  readonly groups: Groups | null
  /** Recorded forms of the element of which it consists, if it is none of them as drawn. */
  readonly formsOfElement: readonly string[]
  /** True if it has a charge that no compound has: what it is remains open. */
  readonly oddCharge: boolean
  /** True if an atom has an unpaired electron. */
  readonly radical: boolean
  /** True if it has a dative bond between non-metals that could not be read as another bond. */
  readonly oddBond: boolean
  /** Recorded substances that the other components are. */
  readonly together: readonly string[]
  /**
   * The other ingredients: components with carbon that are neither counter-ions nor solvents nor the same substance,
   * each as the recorded substances that it is.
   */
  readonly ingredients: readonly (readonly Recorded[])[]
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
  const roles = rolesOf(structure, law)
  const loneIons = roles.components.length > 1 ? disconnectedIons(structure, law) : null
  const candidates = roles.judged.map((component) => {
    const found = recognise(structure, component.atoms, component.skeleton, law, roles.ionFlats)
    const forms = formsOf(structure, component, found, roles, law)
    const { cleaved, cut } = recorded ? cleavedOf(structure, component, law, forms) : { cleaved: [], cut: false }
    const { isomers, groups } = recorded ? isomersOf(structure, component, found, law) : { isomers: [], groups: null }
    const saltOrMixture = forms.includes('salt') && !surelyMakesSalt(structure, component, othersOf(component, roles))
    const plain = candidateOf(found, structure, component, withMoved(forms, found))
    return {
      ...plain,
      unconfirmed: found.unconfirmed || cut || (loneIons?.has(component.atoms[0]!) ?? false),
      saltOrMixture,
      cleaved: [
        ...cleaved,
        ...alsoAs(found, structure, component, forms).map((other) => ({ ...other, saltOrMixture })),
      ],
      isomers,
      groups,
      formsOfElement: found.records.length > 0 ? [] : formsOfElement(structure, component, law),
      named: found.records.some((k) => k.record.id === named) ? named : null,
    }
  })
  if (candidates.length === 1) return candidates
  const ingredients = candidates.filter(
    ({ records, component }, i) =>
      component.some((a) => structure.molecule.atoms[a]!.z === 6) &&
      !isCounterIon(structure, law, roles.judged[i]!) &&
      !records.some((k) => k.record.solvent),
  )
  return candidates.map((candidate) => {
    const others = ingredients.filter((other) => other.skeleton !== candidate.skeleton).map((other) => other.records)
    return {
      ...candidate,
      together: candidates.flatMap((other) => (other === candidate ? [] : other.records.map((k) => k.record.id))),
      ingredients: others,
      cleaved: candidate.cleaved.map((form) => ({ ...form, ingredients: others })),
    }
  })
}

interface Roles {
  readonly components: readonly InputComponent[]
  /** Components that are no counter-ions, or are counter-ions judged on their own. */
  readonly active: readonly InputComponent[]
  /** Components of which each becomes a candidate. */
  readonly judged: readonly InputComponent[]
  /** Components that are neither active nor solvents. */
  readonly otherIons: readonly InputComponent[]
  /** Their flat InChI. */
  readonly ionFlats: readonly string[]
  readonly bases: readonly InputComponent[]
}

function rolesOf(structure: Subject, law: LawIndex): Roles {
  const { molecule } = structure
  const components = molecule.components.map((atoms) => ({ atoms, skeleton: skeletonKey(molecule, atoms) }))
  const bare =
    components.length > 1 ? components.filter((component) => !isCounterIon(structure, law, component)) : components
  // An acid in a mixture with components that form no salts is judged on its own, as if drawn alone.
  const inert = components.length > 1 && bare.every((component) => isInert(structure, component))
  const active =
    inert || components.length === 1
      ? bare
      : components.filter(
          (component) =>
            bare.includes(component) || isJudgedAcid(structure, law, component, othersOf(component, { components })),
        )
  const judged = !inert
    ? active
    : active.length === 0
      ? components
      : components.filter((component) => active.includes(component) || !isSolvent(structure, law, component))
  const otherIons = inert
    ? []
    : components.filter((component) => !active.includes(component) && !isSolvent(structure, law, component))
  // If all are ions, an acid together with a base is a salt and not the acid.
  const bases = inert
    ? components.filter((component) => isBase(structure, component) && !isSolvent(structure, law, component))
    : []
  // In a salt of counter-ions alone, each is judged, and the others are its ions.
  const ions = inert ? components.filter((component) => !isSolvent(structure, law, component)) : otherIons
  const ionFlats = ions.map((component) => structure.identity(component.atoms)?.flat ?? '')
  return { components, active, judged, otherIons, ionFlats, bases }
}

function othersOf(component: InputComponent, { components }: Pick<Roles, 'components'>): InputComponent[] {
  return components.filter((other) => other !== component)
}

/** How a component as drawn differs from the bare substance. */
function formsOf(structure: Subject, component: InputComponent, found: Recognised, roles: Roles, law: LawIndex): Via[] {
  const { active, judged, otherIons, bases } = roles
  const others = othersOf(component, roles)
  const several = judged.some((other) => other.skeleton !== judged[0]!.skeleton)
  const asAcid =
    others.some((p) => isProton(structure, p)) &&
    others.every(
      (p) => isProton(structure, p) || isSolvent(structure, law, p) || (active.includes(p) && isInert(structure, p)),
    )
  const charged = netCharge(structure, component.atoms) !== 0 && !asAcid
  const saltOfAcid =
    bases.some((base) => base !== component) && (!active.includes(component) || isAcid(structure, component))
  // An anion with hydrons is its acid, although a hydron is a counter-ion too.
  const ions = asAcid && netCharge(structure, component.atoms) < 0 ? 0 : otherIons.length
  const isSaltWithOthers = ions > 0 && formsSalts(structure, component)
  const forms: Via[] = []
  if (
    isSaltWithOthers ||
    saltOfAcid ||
    (charged && (found.identity === null || found.identity.protons !== 0 || found.ionised))
  )
    forms.push('salt')
  if ((several && !saltOfAcid && !asAcid) || (ions > 0 && !isSaltWithOthers)) forms.push('mixture')
  if (isLabelled(structure, component.atoms)) forms.push('isotopologue')
  return forms
}

/** Recorded forms of an element of which a component consists: bare atoms without charges or hydrogens. */
function formsOfElement({ molecule }: Subject, { atoms }: InputComponent, law: LawIndex): readonly string[] {
  const { z } = molecule.atoms[atoms[0]!]!
  const forms = law.elements.get(elementSymbol(z)) ?? []
  const isBare = (a: number) => {
    const atom = molecule.atoms[a]!
    return atom.z === z && atom.charge === 0 && atom.hydrogens === 0
  }
  return forms.length > 0 && atoms.every(isBare) ? forms : []
}

/** Recorded substances that a component may be a positional isomer of, and its groups; null if no formula matches. */
function isomersOf(
  structure: Subject,
  { atoms }: InputComponent,
  found: Recognised,
  law: LawIndex,
): Pick<Candidate, 'isomers' | 'groups'> {
  const molecule = structure.tautomerForm?.molecule ?? structure.molecule
  const sameFormula = law.isomerSizes.has(atoms.length) ? (law.byFormula.get(formulaOf(molecule, atoms)) ?? []) : []
  if (sameFormula.length === 0) return { isomers: [], groups: null }
  const groups = groupsOf(molecule, atoms)
  const isomers = sameFormula.filter(
    (k) => k.record.key!.groups!.loose === groups.loose && !found.records.some((f) => f.record === k.record),
  )
  return { isomers, groups }
}

/** A component that certainly is not recorded: its skeleton and cleavable bonds are not computed. */
function unrecorded(structure: Subject, component: readonly number[]): Candidate {
  const forms: Via[] = []
  if (netCharge(structure, component) !== 0) forms.push('salt')
  if (isLabelled(structure, component)) forms.push('isotopologue')
  return candidateOf(unrecognised, structure, { atoms: component, skeleton: '' }, forms)
}

/** Written out: V8 gives each object that is spread and extended its own shape, and is slow with many shapes. */
export function candidateOf(
  { records, identity, moved, ionised, unconfirmed }: Recognised,
  structure: Subject,
  { atoms: component, skeleton }: InputComponent,
  forms: readonly Via[],
): Candidate {
  return {
    records,
    identity,
    moved,
    ionised,
    unconfirmed,
    structure,
    component,
    skeleton,
    forms,
    saltOrMixture: false,
    cleavedBonds: [],
    unusual: false,
    cleaved: [],
    isomers: [],
    groups: null,
    formsOfElement: [],
    oddCharge: [hasOddCharge, hasCarbocation, hasChargesApart].some((isOdd) => isOdd(structure.molecule, component)),
    radical: hasRadical(structure.molecule, component),
    oddBond: hasOddBond(structure.molecule, component),
    together: [],
    ingredients: [],
    named: null,
  }
}

function withMoved(forms: readonly Via[], found: Recognised): Via[] {
  return found.moved ? [...forms, 'tautomer'] : [...forms]
}

function cleavedOf(
  structure: Subject,
  { atoms: component }: InputComponent,
  law: LawIndex,
  forms: readonly Via[],
): { cleaved: Candidate[]; cut: boolean } {
  const { forms: found, cut } = formsCleaved([structure, structure.tautomerFormOnHetero], (form) =>
    cleavedForms(form, component, {
      most: mostFormsRecorded,
      sizes: law.parentSizes,
      accept: (left) => law.parents.has(skeletonKey(structure.molecule, left)),
    }),
  )
  const cleaved = found.flatMap((form): Candidate[] => {
    const skeleton = skeletonKey(form.structure.molecule, form.component)
    const parent = recognise(form.structure, form.component, skeleton, law)
    if (parent.records.length === 0) return []
    return [
      {
        ...candidateOf(parent, form.structure, { atoms: form.component, skeleton }, withMoved(forms, parent)),
        cleavedBonds: form.cleavedBonds,
        unusual: form.unusual,
      },
    ]
  })
  return { cleaved, cut }
}

/** The other recorded substances of which a component is a tautomer. */
function alsoAs(found: Recognised, structure: Subject, component: InputComponent, forms: readonly Via[]): Candidate[] {
  return (found.others ?? []).map((other) => candidateOf(other, structure, component, withMoved(forms, other)))
}

function isLabelled({ molecule }: Subject, component: readonly number[]): boolean {
  return component.some((a) => molecule.atoms[a]!.isotope !== 0 || molecule.deuterated.has(a))
}
