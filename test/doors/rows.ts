import { crotonylfentanyl, fentanyl, ibuprofen } from '../cli/fake-host.js'
import { type Row, unreadable } from './doors.js'

const caffeine = 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C'
/** What a row says, and its verdict wherever it is given: the structure decides, then InChI, InChIKey, CAS and name. */
const facts: readonly (readonly [Row, string])[] = [
  [{ name: 'Caffeine' }, 'uncontrolled'],
  [{ name: 'Caffeine', smiles: fentanyl }, 'listed'],
  [{ name: 'Caffeine', inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N' }, 'listed'],
  [{ name: 'Caffeine', cas: '437-38-7' }, 'unreadable'],
  [{ inchikey: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N', name: 'Caffeine', cas: '58-08-2' }, 'listed'],
  [{ cas: '437-38-7' }, 'listed'],
  [{ name: 'Fentanyl', smiles: caffeine }, 'uncontrolled'],
  [{ smiles: crotonylfentanyl }, 'class'],
  [{ name: 'Ibuprofen', smiles: ibuprofen }, 'uncontrolled'],
  [
    {
      inchi:
        'InChI=1S/C22H28N2O/c1-2-22(25)24(20-11-7-4-8-12-20)21-14-17-23(18-15-21)16-13-19-9-5-3-6-10-19/h3-12,21H,2,13-18H2,1H3',
    },
    'listed',
  ],
  [{ smiles: unreadable }, 'unreadable'],
]
const ids = ['azepane', 'sample one', 'a1', '437-38-7', 'C']

function* orders<T>(all: readonly T[]): Generator<readonly T[]> {
  if (all.length === 0) yield []
  for (const one of all) for (const rest of orders(all.filter((other) => other !== one))) yield [one, ...rest]
}

/** Every order of the fields of every row, with and without an id, each row after each other one somewhere. */
const rows = facts.flatMap(([row, verdict], at) =>
  [row, { id: ids[at % ids.length]!, ...row }].flatMap((own) =>
    [...orders(Object.entries(own))].map((fields) => [Object.fromEntries(fields) as Row, verdict] as const),
  ),
)
/** The rows and their verdicts, twice: each after each other one somewhere. */
export const mixed = [...rows, ...rows.toReversed()]
