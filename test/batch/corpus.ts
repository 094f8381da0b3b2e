import { seeded } from '../support/mutate.js'

/** Molecules that no law of the edition covers. */
const plain = [
  'CCOC(=O)c1ccc(O)cc1',
  'COc1ccc2[nH]c(S(=O)Cc3ncc(C)c(OC)c3C)nc2c1',
  'CC(C)Cc1ccc(cc1)C(C)C(=O)O',
  'Cc1ccc(cc1)S(=O)(=O)NC(=O)NN1CC2CCCC2C1',
  'O=[N+]([O-])c1ccc(Oc2ccc(Cl)cc2)cc1',
  'CC1(C)SC2C(NC(=O)Cc3ccccc3)C(=O)N2C1C(=O)O',
  'FC(F)(F)c1cc(Cl)nc(N2CCN(CC2)c2ncccn2)n1',
  'CC/C=C\\CCCC[C@H](O)C(=O)NCc1ccccn1.[Na+].[Cl-]',
]
/** Listed, covered by a class, drawn open, unreadable, and a recorded name. */
const others = [
  'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
  'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
  '*c1ccccc1',
  'C1CC',
  'PCP',
  '',
]

/** Lines of a SMILES file, each with its own name; one in `rare` is not plain. */
export function corpus(lines: number, rare: number, seed = 7): string {
  const random = seeded(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  return `${Array.from({ length: lines }, (_, i) =>
    random() * rare < 1 ? `${pick(others)} r${i}` : `${pick(plain)} m${i}`,
  ).join('\n')}\n`
}
