import type { Skeletons } from '../../answers/index.js'
import { isMetal, skeletonKey, type Molecule } from '../../chem/index.js'
import type { LawIndex } from '../../matching/index.js'

/**
 * Keys of which two drawings of one substance have one in common: the skeletons of its components without those of counter-ions and
 * solvents, which may be left out of what is compared, and one for whatever has a metal, since InChI cuts bonds of metals that we keep.
 */
export function bucketsOf({ keys, hasMetal }: Skeletons, { counterIonSkeletons }: LawIndex): string[] {
  const own = [...new Set(keys.filter((key) => !counterIonSkeletons.has(key)))].sort().join(' ')
  return hasMetal ? [own, 'metal'] : [own]
}

/** The same of a structure that RDKit read; hydrogen alone, which no skeleton of the engine has, is left out. */
export function skeletonsOf(molecule: Molecule): Skeletons {
  const { atoms, components } = molecule
  const heavy = components.filter((component) => component.some((a) => atoms[a]!.z !== 1))
  const isAlone = (component: readonly number[]) => component.length === 1 && isMetal(atoms[component[0]!]!.z)
  return {
    keys: heavy.filter((component) => !isAlone(component)).map((component) => skeletonKey(molecule, component)),
    hasMetal: atoms.some(({ z }) => isMetal(z)),
  }
}
