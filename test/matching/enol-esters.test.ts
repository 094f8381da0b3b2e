import { expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const verdictsOf = (smiles: string) =>
  reader.read(smiles, (s) =>
    Object.fromEntries(judge(s, law, { asOf: '2026-06-27' }).jurisdictions.map((j) => [j.code, j.verdict])),
  )
const hydrocodone = (enol: string) => `COc1ccc2c3c1O[C@H]1C(${enol})=CC[C@H]4[C@@H](C2)N(C)CC[C@]314`

// Act No. 14 of 1953, table 1, no. 22 names dihydrocodeinone and its esters; it has no hydroxy group.
it('enol esters are covered where an entry names the esters of a ketone that has no others', () => {
  expect(verdictsOf(hydrocodone('OC(C)=O')).JP).toBe('listed')
  expect(verdictsOf(hydrocodone('OC(=O)CC')).JP).toBe('listed')
})

it('they are undecided where a clause covers the esters of a whole list', () => {
  const verdicts = verdictsOf(hydrocodone('OC(=O)CC'))
  for (const code of ['UN', 'US', 'GB', 'CN']) expect(verdicts[code]).toBe('undecided')
})

it('so are those of a ketone that has a hydroxy group', () => {
  // No. 25 names oxycodone and its esters, which has a tertiary hydroxy group.
  const oxycodone = 'COc1ccc2c3c1O[C@H]1C(OC(C)=O)=CC[C@@]4(O)[C@@H](C2)N(C)CC[C@]314'
  expect(verdictsOf(oxycodone).JP).toBe('undecided')
})

it('the enol ether is no ester', () => expect(verdictsOf(hydrocodone('OCC')).JP).toBe('uncontrolled'))
