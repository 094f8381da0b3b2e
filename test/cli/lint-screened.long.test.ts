import { describe, expect, test, vi } from 'vitest'
import { Reader } from '../../src/chem/index.js'
import { law } from '../support/law.js'
import { corpus } from '../batch/corpus.js'
import { run } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 120_000 })
const file = testFolder()

/** Drawings of one substance that a skeleton alone, or InChI alone, would take for several, and the other way round. */
const drawings = [
  ['C[Mg]Br', '[CH3-].[Mg+2].[Br-]', 'C[Mg+].[Br-]'],
  ['CC(=O)O[Na]', 'CC(=O)[O-].[Na+]', 'CC(=O)O', '[K]OC(=O)C', '[Ca](OC(C)=O)OC(C)=O'],
  ['CCN', 'CCN.[H+]', 'CC[NH3+]', 'CCN.Cl', 'CC[NH3+].[Cl-]', 'CCN.O.O', 'CCN.OC(=O)/C=C/C(O)=O', 'CCN.CCO'],
  ['N[Pt](N)(Cl)Cl', '[Pt+2].[Cl-].[Cl-].N.N', 'CC(=O)O[V]=O', 'CCS[Au]', 'CCS.[Au]', 'CCS'],
  ['CO', '[2H]C([2H])([2H])O', 'CO.O', '[13CH3]O'],
  ['Oc1ccccn1', 'O=c1cccc[nH]1', 'Oc1cccnc1'],
  ['C[C@H](N)CC', 'C[C@@H](N)CC', 'CC(N)CC'],
  ['Cl', '[Na]Cl', '[Cl-].[Na+]', '[H+].[Cl-]', 'O', '[H+].[OH-]', '[H][H]'],
  ['N=N=O', '[N-]=[N+]=O', 'C*', '*C', 'C', '[13CH4]', 'C1CC(', '', 'MDMA', 'cannabis', 'CNC(C)Cc1ccc2c(c1)OCO2'],
].flat()
const recorded = law.edition.substances.flatMap((s, i) =>
  s.smiles && i % 131 === 0 ? [s.smiles, `${s.smiles}.Cl`, s.smiles.replaceAll('@', '')] : [],
)
const smiles = [
  ...corpus(40, 20)
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]!),
  ...drawings,
  ...recorded,
]
const lines = smiles.map((text, i) => `${text} d${i}`)

describe('lint-dataset reads most structures without RDKit', () => {
  const path = () => file('drawings.smi', `${lines.join('\n')}\n`)
  test.each(['plain', 'junit'])('as %s: the same with and without it', async (format) => {
    const args = ['expect', '--lint', path(), '--format', format]
    const read = vi.spyOn(Reader.prototype, 'read')
    const quick = await run(args)
    const quickly = read.mock.calls.length
    read.mockClear()
    const full = await run([...args, '--no-screen'])
    expect(quickly).toBeLessThan(read.mock.calls.length)
    read.mockRestore()
    expect(quick).toEqual(full)
    expect(quick.code).toBe(1)
  })
  test('in another order', async () => {
    const turned = file('turned.smi', `${lines.toReversed().join('\n')}\n`)
    expect(await run(['expect', '--lint', turned])).toEqual(await run(['expect', '--lint', turned, '--no-screen']))
  })
  test('on two threads', async () => {
    const one = await run(['expect', '--lint', path()])
    expect((await run(['expect', '--lint', path(), '--workers', '2'])).out).toBe(one.out)
  })
  test('what occurs once is read by RDKit nowhere', async () => {
    const read = vi.spyOn(Reader.prototype, 'read')
    const { out } = await run([
      'expect',
      '--lint',
      file('once.smi', 'CCOC(=O)c1ccc(O)cc1 a\nCCCCCCN.Cl b\nCCCCCCCN c\n'),
    ])
    expect(out).toMatch(/^3 rows: 3 passed/)
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  })
  test('a name is compared with its structure as before', async () => {
    const table = file('named.csv', 'name,smiles,cas\nFentanyl,CCO,\nCCO,CCCO,437-38-7\nx,CCCCO,50-36-3\n')
    const quick = await run(['expect', '--lint', table])
    expect(quick).toEqual(await run(['expect', '--lint', table, '--no-screen']))
    expect(quick.out.match(/recorded with another structure/g)).toHaveLength(2)
    expect(quick.out).toContain('wrong check digit')
  })
})
