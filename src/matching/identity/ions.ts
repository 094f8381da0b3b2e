import {
  drawsOn,
  isBasicNitrogen,
  isImidic,
  isMetal,
  isSaltFormingPhosphorus,
  type Molecule,
} from '../../chem/index.js'
import type { Subject } from '../subject.js'
import type { LawIndex } from '../law-index.js'

export interface InputComponent {
  readonly atoms: readonly number[]
  readonly skeleton: string
}

/** Whether a counter-ion is judged on its own nevertheless: a recorded acid that need not form a salt. */
export function isJudgedAcid(
  structure: Subject,
  law: LawIndex,
  component: InputComponent,
  others: readonly InputComponent[],
): boolean {
  if (!law.bySkeleton.has(component.skeleton) || !isAcid(structure, component)) return false
  // A hydrogen halide together with nitrogen is a counter-ion however the nitrogen is bonded; the screen treats it the
  // same way.
  const isHalide = component.atoms.length === 1
  if (isHalide && others.some(({ atoms }) => atoms.some((a) => structure.molecule.atoms[a]!.z === 7))) return false
  return !surelyMakesSalt(structure, component, others)
}

export function isCounterIon(structure: Subject, law: LawIndex, component: InputComponent): boolean {
  if (!law.counterIonSkeletons.has(component.skeleton)) return false
  const flat = structure.identity(component.atoms)?.flat
  return flat !== undefined && law.counterIonFlats.has(flat)
}

export function isSolvent(structure: Subject, law: LawIndex, component: InputComponent): boolean {
  const flat = structure.identity(component.atoms)?.flat
  return law.edition.counterIons.some((ion) => ion.flat === flat && ion.kind === 'solvent')
}

export function netCharge({ molecule }: Subject, component: readonly number[]): number {
  return component.reduce((sum, a) => sum + molecule.atoms[a]!.charge, 0)
}

/** Hydron or hydronium: an acid drawn as its ions is that acid. */
export function isProton({ molecule }: Subject, { atoms: component }: InputComponent): boolean {
  if (component.length !== 1) return false
  const { z, charge, hydrogens } = molecule.atoms[component[0]!]!
  return charge === 1 && (z === 1 || (z === 8 && hydrogens === 3))
}

/**
 * Whether an acid together with this component is its salt: a metal, ammonia, an amine or another nitrogen, but not a
 * nitrile, a nitrogen on oxygen or one whose electrons an acyl or nitro group draws away.
 */
export function isBase({ molecule }: Subject, { atoms: component }: InputComponent): boolean {
  return component.some((a) => {
    const { z, charge, hydrogens } = molecule.atoms[a]!
    if (isMetal(z)) return true
    return (
      z === 7 &&
      (charge === 0 || hydrogens > 0) &&
      !molecule.neighbours[a]!.some(
        ({ atom, bond }) =>
          molecule.bonds[bond]!.order === 3 || molecule.atoms[atom]!.z === 8 || drawsOn(molecule, atom),
      )
    )
  })
}

/**
 * Whether a component certainly forms a salt with the others: it is an ion, or they have a charge that its ion
 * balances, or they have no charge and one of them is an acid or a base.
 */
export function surelyMakesSalt(
  structure: Subject,
  component: InputComponent,
  others: readonly InputComponent[],
): boolean {
  const own = netCharge(structure, component.atoms)
  // Next to as many hydrons as it has charges, which no base takes, an anion may be its acid beside other salts.
  const hydrons = others.filter((other) => isProton(structure, other)).length
  const mayBeAcid = own < 0 && hydrons >= -own && !others.some((other) => takesProton(structure, other))
  if (own !== 0) return !mayBeAcid && !(own > 0 && isProtonOnOxygen(structure, component))
  const charge = others.reduce((sum, other) => sum + netCharge(structure, other.atoms), 0)
  const isOwnAcid = isAcid(structure, component)
  if (charge !== 0) return isOwnAcid === charge > 0
  return (
    (isOwnAcid && others.some((other) => takesProton(structure, other))) ||
    (takesProton(structure, component) && others.some((other) => isAcid(structure, other)))
  )
}

/**
 * Whether a cation has its proton on oxygen or sulfur, or beside an unsaturated nitrogen, and no nitrogen that would
 * take it: an amide, a carbamate or nitrous oxide next to an acid is a mixture, however it is drawn.
 */
function isProtonOnOxygen({ molecule }: Subject, { atoms: component }: InputComponent): boolean {
  const { atoms, bonds, neighbours } = molecule
  return component.every((a) => {
    const { z, charge, hydrogens } = atoms[a]!
    if (isMetal(z)) return false
    if (charge <= 0) return !isBasicNitrogen(molecule, a)
    if (z !== 7) return (z === 8 || z === 16) && hydrogens > 0
    if (neighbours[a]!.some(({ atom }) => isImidic(molecule, atom))) return true
    const isUnsaturated = neighbours[a]!.some(({ bond }) => bonds[bond]!.order !== 1)
    return isUnsaturated && neighbours[a]!.some(({ atom }) => atoms[atom]!.z === 8 && atoms[atom]!.hydrogens > 0)
  })
}

/** Whether a component contains an uncharged base: a metal, or a nitrogen as in ammonia or an amine. */
function takesProton({ molecule }: Subject, { atoms: component }: InputComponent): boolean {
  return component.some((a) => {
    const { z, charge } = molecule.atoms[a]!
    return charge === 0 && (isMetal(z) || isBasicNitrogen(molecule, a))
  })
}

/** Whether a component certainly forms no salt with an acid: no charge, nitrogen, metal, or phosphorus that could. */
export function isInert(structure: Subject, { atoms: component }: InputComponent): boolean {
  const { molecule } = structure
  return (
    netCharge(structure, component) === 0 &&
    component.every((a) => {
      const { z } = molecule.atoms[a]!
      return z !== 7 && !isMetal(z) && !isSaltFormingPhosphorus(molecule, a)
    })
  )
}

/** Whether this can form a salt with ions: charged, acid or base, unlike a ketone, ether, halide, nitrile, alcohol. */
export function formsSalts(structure: Subject, component: InputComponent): boolean {
  const { molecule } = structure
  if (netCharge(structure, component.atoms) !== 0 || isAcid(structure, component)) return true
  return component.atoms.some(
    (a) => isSaltFormingPhosphorus(molecule, a) || isMetal(molecule.atoms[a]!.z) || isBasicNitrogen(molecule, a),
  )
}

/**
 * Whether a base forms a salt with this component: hydrogen on sulfur, halogen, a nitrogen between two acyl groups or
 * on a sulfonyl group, or an oxygen other than that of an alcohol.
 */
export function isAcid({ molecule }: Subject, { atoms: component }: InputComponent): boolean {
  return component.some((a) => {
    const { z, hydrogens } = molecule.atoms[a]!
    if (hydrogens === 0) return false
    const around = molecule.neighbours[a]!
    const isAmide = around.some(({ atom }) => molecule.atoms[atom]!.z === 6 && isImidic(molecule, atom))
    if (z === 8) return !isAmide && !around.every(({ atom }) => isSaturatedCarbon(molecule, atom))
    if (z === 7)
      return (
        around.filter(({ atom }) => drawsOn(molecule, atom)).length > 1 ||
        around.some(({ atom }) => molecule.atoms[atom]!.z === 16)
      )
    return !isAmide && [9, 16, 17, 35, 53].includes(z)
  })
}

function isSaturatedCarbon(molecule: Molecule, a: number): boolean {
  return molecule.atoms[a]!.z === 6 && molecule.neighbours[a]!.every(({ bond }) => molecule.bonds[bond]!.order === 1)
}
