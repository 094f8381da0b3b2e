import { dativeOrder, type JsonAtom, type JsonBond, type JsonDocument } from './common-chem.js'
import { chalcogens, expandable, halogens } from '../elements.js'
import { isMetal, type Atom, type Molecule } from './molecule.js'
import { asDocument } from './normalise.js'

/** Order in RDKit's JSON of a hydrogen bond or another one that shares no electrons. */
const zeroOrder = 0

/**
 * Dative bonds between non-metals as they are usually drawn: `CS(C)->O` is dimethyl sulfoxide, `CN(=O)->O`
 * nitromethane. The bond of an expandable donor to a chalcogen, nitrogen or carbon is drawn double; the other donors
 * get a charge. Molecules joined by zero-order bonds only (hydrogen bonds) are separated. A dative bond to or from
 * anything else, as in an adduct with boron, stays. Returns null if nothing changes.
 */
export function withDativeBondsRedrawn(document: JsonDocument): JsonDocument | null {
  const json = document.molecules[0]!
  if (!json.bonds.some(({ bo }) => bo === dativeOrder || bo === zeroOrder)) return null
  const isQuery = json.extensions?.some((e) => e.name === 'rdkitQueries') === true
  const z = (index: number) => json.atoms[index]!.z ?? document.defaults.atom.z
  const isNonMetal = ({ atoms }: JsonBond) => atoms.every((a) => z(a) > 0 && !isMetal(z(a)))
  const degree = (index: number) => json.bonds.filter((b) => b.atoms.includes(index)).length
  const atoms = json.atoms.map((atom) => ({ ...atom }))
  let isChanged = false
  const charged = new Set<number>()
  const bonds = json.bonds.flatMap((bond): JsonBond[] => {
    if (!isNonMetal(bond)) return [bond]
    // An any-bond has no order either; it leaves the structure open.
    if (bond.bo === zeroOrder && !isQuery) {
      isChanged = true
      return []
    }
    const [donor, acceptor] = bond.atoms
    if (bond.bo !== dativeOrder || !donates(z(donor), z(acceptor), degree(acceptor))) return [bond]
    // A halogen can give several pairs, as in perchlorate.
    const isNeutral = (atoms[donor]!.chg ?? 0) === 0 || charged.has(donor)
    const order = orderOf(atoms[donor]!, atoms[acceptor]!, isNeutral, expandable.has(z(donor)))
    if (order === null) return [bond]
    if (isNeutral && order === 1) charged.add(donor)
    isChanged = true
    return [{ ...bond, bo: order }]
  })
  return isChanged ? asDocument(document, { ...json, atoms, bonds }) : null
}

/** Whether a lone pair of one element makes a bond with another in a compound that is drawn otherwise too. */
function donates(donor: number, acceptor: number, acceptorDegree: number): boolean {
  if (chalcogens.has(acceptor) && acceptorDegree > 1) return false
  if (donor === 8 || halogens.has(donor)) return acceptor === 8
  if (donor === 7) return [6, 7, 8].includes(acceptor)
  return expandable.has(donor) && (chalcogens.has(acceptor) || acceptor === 7 || acceptor === 6)
}

/** The order of the bond, after which the electrons of both atoms are counted; null if the acceptor has no place. */
function orderOf(donor: JsonAtom, acceptor: JsonAtom, isNeutral: boolean, isExpandable: boolean): 1 | 2 | null {
  if (!isNeutral && donor.chg === 1 && acceptor.chg === -1) {
    // The charges are drawn as well. RDKit did not count the bond, so that the donor lacks one.
    if ((donor.nRad ?? 0) > 0) donor.nRad = donor.nRad! - 1
    else if ((donor.impHs ?? 0) > 0) donor.impHs = donor.impHs! - 1
    return 1
  }
  if (!isNeutral || (acceptor.chg ?? 0) !== 0) return null
  // RDKit counts one bond at the acceptor and fills it up with hydrogen; the pair leaves no place for one of them.
  if ((acceptor.impHs ?? 0) > 0) acceptor.impHs = acceptor.impHs! - 1
  else if ((acceptor.nRad ?? 0) > 0) acceptor.nRad = acceptor.nRad! - 1
  else return null
  if (isExpandable) return 2
  donor.chg = (donor.chg ?? 0) + 1
  acceptor.chg = -1
  return 1
}

/**
 * Whether a component has a dative bond between non-metals, or one to boron drawn with charges (`C[N+](C)(C)[BH3-]`).
 * In a ring the latter is part of a chelate and not of an adduct.
 */
export function hasOddBond(molecule: Molecule, component: readonly number[]): boolean {
  const { atoms, bonds, neighbours, rings } = molecule
  const share = (a: number, b: number) => rings.some((ring) => ring.includes(a) && ring.includes(b))
  return component.some(
    (a) =>
      !isMetal(atoms[a]!.z) &&
      neighbours[a]!.some(
        ({ atom, bond }) =>
          !isMetal(atoms[atom]!.z) && (bonds[bond]!.dative || (areDative(atoms[a]!, atoms[atom]!) && !share(a, atom))),
      ),
  )
}

/** The engine makes the same check; see `hasAdduct` in `engine/perceive/joined-charges`. */
function areDative(donor: Atom, acceptor: Atom): boolean {
  return acceptor.z === 5 && acceptor.charge < 0 && donor.charge > 0
}
