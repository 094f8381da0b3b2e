import { beforeAll, describe, expect, it } from 'vitest'
import { judge, type ListedFinding } from '../../src/matching/index.js'
import { generator } from './mutate.js'
import { estersAndEthers, positionalIsomers, stereo, type Case } from './tables.js'
import { startToolkit, type Toolkit } from './toolkit.js'
import { law, reader } from '../support/law.js'

let toolkit: Toolkit
beforeAll(async () => void (toolkit = await startToolkit()))

/** Forms that are the substance itself, for which no clause is cited. */
const needNoWords = new Set(['mixture', 'isotopologue', 'tautomer'])

/** The verdict, and the finding that a case describes: that of the named substance, or the first. */
function answer(c: Case, drawn = c.structure) {
  const { verdict, jurisdictions } = reader.read(drawn, (s) =>
    judge(s, law, { asOf: c.as_of, jurisdictions: [c.jurisdiction] }),
  )
  const listed = jurisdictions[0]!.findings.filter((f): f is ListedFinding => f.kind === 'listed')
  const chosen = listed.find((f) => f.substance === c.by) ?? listed[0]
  return {
    verdict,
    listed: chosen?.counts ?? 'uncontrolled',
    by: chosen?.substance ?? '',
    via: [...(chosen?.via ?? [])].sort(),
    scoped: chosen ? chosen.scope !== null : false,
  }
}

describe.each([
  ['esters and ethers', estersAndEthers],
  ['positional isomers', positionalIsomers],
  ['stereo', stereo],
] as const)('%s', (_, cases) => {
  it.each(cases)('$jurisdiction $as_of: $id: $expected', (c) => {
    expect(answer(c)).toEqual({
      verdict: c.expected,
      listed: c.by === '' ? 'uncontrolled' : c.expected,
      by: c.by,
      via: [...c.via].sort(),
      scoped: c.via.some((v) => !needNoWords.has(v)),
    })
  })
})

it('a form with its own entry on another list is found only there', () => {
  const lists = (smiles: string, code: string, asOf: string) =>
    reader
      .read(smiles, (s) => judge(s, law, { asOf, jurisdictions: [code] }).jurisdictions[0]!.findings)
      .map((f) => (f.kind === 'listed' ? `${f.list} ${f.substance}` : f.kind))
  const laam = 'CC[C@H](OC(C)=O)C(C[C@H](C)N(C)C)(c1ccccc1)c1ccccc1'
  const dextromethorphan = 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3'
  expect(lists(laam, 'US', '2020-01-01')).toEqual(['csa-schedule-2-opiates levo-alphacetylmethadol'])
  expect(lists(dextromethorphan, 'CN', '2026-01-01')).toEqual(['cn-medicinal-psychotropic-2-2025 dextromethorphan'])
  // On one list both entries apply: the law itself names the form next to the racemate.
  const dextromoramide = 'C[C@H](CN1CCOCC1)C(C(=O)N1CCCC1)(c1ccccc1)c1ccccc1'
  expect(lists(dextromoramide, 'UN', '2020-01-01')).toEqual([
    'un-1961-schedule-1 dextromoramide',
    'un-1961-schedule-1 racemoramide',
  ])
})

describe('however it is drawn, the answer is the same', () => {
  const plain = [...estersAndEthers, ...positionalIsomers, ...stereo].filter((c) => !c.structure.includes('|'))
  const differing = (draw: (smiles: string) => string) =>
    plain
      .filter((c) => JSON.stringify(answer(c, draw(c.structure))) !== JSON.stringify(answer(c)))
      .map((c) => [c.id, draw(c.structure)])

  it('atoms in another order', () => {
    const random = generator(17)
    expect(differing((smiles) => toolkit.reordered(smiles, random))).toEqual([])
  })
  it('as a mol block', () => expect(differing((smiles) => toolkit.block(smiles, false))).toEqual([]))
  it('as a mol block with explicit hydrogens', () =>
    expect(differing((smiles) => toolkit.block(smiles, true))).toEqual([]))
  it('as a V3000 mol block', () => expect(differing((smiles) => toolkit.block3000(smiles))).toEqual([]))
})
