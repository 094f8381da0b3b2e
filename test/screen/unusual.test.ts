import { beforeAll, expect, it } from 'vitest'
import { Reader } from '../../src/chem/index.js'
import { Screen } from '../../src/screen/screen.js'
import { FastGraph } from '../../src/engine/fast-graph.js'
import { readSmiles } from '../../src/engine/read/read-smiles.js'
import { law } from '../identity/edition.js'

const graph = new FastGraph()
let reader: Reader
beforeAll(async () => {
  reader = await Reader.start()
})

const unusual = [
  'CCCCCC1=CC(=O)CC2=C1C1C=C(C)CCC1C(C)(C)O2',
  'O=C1CNC(c2ccccc2)=c2cc(Br)ccc2=N1',
  'CCN(CC)CCN1C(=Cc2ccc(OCC)cc2)Nc2ccccc21',
  'CCCCCn1[nH]c(=NC(=O)c2ccccc2)c2ccccc21',
  'C=c1ccc(=C(O)C(C)NC)cc1',
  'CN(C)CCC1=C2C=C(O)CC=C2N=C1',
  'C1=CNC(=C(c2ccccc2)c2ccccc2)C=C1',
  'C1C=Nc2ccccc12',
  'C[C@@H]([NH3+])CC1=CC=CCC1=O',
]
const usual = [
  'O=C1C=CC(=O)C=C1',
  'O=c1cccc[nH]1',
  'O=C1Cc2ccccc2N1',
  'c1ccc2[nH]ccc2c1',
  'O=C1CCCCC1',
  'CN1C=CC=CC1=O',
]

it.each(unusual)('%s has another usual form, and the screen says so', (smiles) => {
  expect(reader.read(smiles, (s) => s.usual.length)).toBeGreaterThan(0)
  expect(readSmiles(smiles, graph) && graph.unusual).toBe(true)
})

it.each(usual)('%s has none', (smiles) => {
  expect(reader.read(smiles, (s) => s.usual.length)).toBe(0)
  expect(readSmiles(smiles, graph) && !graph.unusual).toBe(true)
})

it('what the screen clears of them keeps its formula, and what a rule could fit is not judged without RDKit', () => {
  const screen = new Screen(law, { asOf: '2026-09-01' })
  const cleared = screen.read('CC1=CC(=O)CC=C1')
  expect(cleared.clears()).toBe(true)
  expect(cleared.formula).toBe('C7H8O')
  const quinoid = screen.read('O=C1CNC(c2ccccc2F)=c2cc(Cl)ccc2=N1')
  expect(quinoid.referral()).not.toBeNull()
  expect(quinoid.judged()).toBeNull()
  // An isomer of a record: its rules are those of the usual form as well.
  const isomer = screen.read('CCCCCC1=CC(=O)CC2=C1C1C=C(C)CCC1C(C)(C)O2')
  expect(isomer.referral()?.why).toBe('formula of a record')
  expect(isomer.judged()).toBeNull()
})

it('a reading taken for any of its tautomers stays so when others were read meanwhile', () => {
  const screen = new Screen(law, { asOf: '2026-09-01' })
  const text = 'O=C1CNC(c2ccccc2F)=c2cc(Cl)ccc2=N1'
  const first = screen.read(text)
  const before = first.referral()
  for (let i = 0; i < 200; i++) screen.read(`${'C'.repeat(1 + (i % 20))}N`).referral()
  expect(first.referral()).toEqual(before)
  expect(first.formula).toBe(screen.read(text).formula)
})
