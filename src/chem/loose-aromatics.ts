import type { Mol } from '@rdkit/rdkit'
import type { JsonDocument } from './common-chem.js'
import { zeroOrder } from './nonmetal-bonds.js'
import { UnreadableStructure } from './unreadable.js'

/**
 * RDKit reads an aromatic bond outside rings if an end of it is an atom of an aromatic ring; any other has no order.
 * @throws {UnreadableStructure} if there is one
 */
export function refuseLooseAromatics(document: JsonDocument, mol: Mol): void {
  const bond = document.molecules[0]!.bonds.find(({ bo }) => bo === zeroOrder)
  if (!bond || !writesAromaticBond(mol)) return
  const [a, b] = bond.atoms
  const message = `the bond between atoms ${a + 1} and ${b + 1} is aromatic but in no ring, so it has no bond order`
  throw new UnreadableStructure({ code: 'aromaticity', message, position: null })
}

/** RDKit's JSON has the order zero for hydrogen bonds too, but its SMILES writes a colon for aromatic bonds only. */
function writesAromaticBond(mol: Mol): boolean {
  return mol
    .get_smiles()
    .replace(/\[[^\]]*\]/g, '')
    .includes(':')
}
