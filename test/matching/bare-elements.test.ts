import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader } from '../support/law.js'

const resultsOf = (smiles: string, asOf = '2026-01-01') =>
  reader.read(smiles, (s) => new Map(judge(s, law, { asOf }).jurisdictions.map((j) => [j.code, j])))
const verdict = (smiles: string, code: string, asOf?: string) => resultsOf(smiles, asOf).get(code)!.verdict

describe('bare atoms of an element of which a list names a form are undecided there', () => {
  it.each(['[P]', '[P].[P]', 'P#P', '[P]=[P]', '[31P]', 'P12P3P4P1P5P2P3P45'])('phosphorus drawn as %s', (smiles) => {
    for (const code of ['US', 'CA', 'EU']) expect(verdict(smiles, code)).toBe('undecided')
    // The tables of the 1988 Convention name no phosphorus.
    expect(verdict(smiles, 'UN')).toBe('uncontrolled')
  })

  it('the finding names the forms that the list has', () => {
    const findings = resultsOf('[P]').get('US')!.findings
    expect(findings.map((f) => f.kind === 'listed' && [f.substance, f.doubts])).toEqual([
      ['red-phosphorus', [{ kind: 'bare element' }]],
      ['white-phosphorus', [{ kind: 'bare element' }]],
    ])
    expect(resultsOf('[P]').get('EU')!.findings).toMatchObject([{ substance: 'red-phosphorus', counts: 'undecided' }])
  })

  it('from the day of the entry', () => {
    expect(verdict('[P]', 'US', '2001-11-15')).toBe('uncontrolled')
    expect(verdict('[P]', 'US', '2001-11-16')).toBe('undecided')
  })

  it('bromine and iodine', () => {
    expect(verdict('[Br]', 'CN')).toBe('undecided')
    expect(verdict('[Br].[Br]', 'CN')).toBe('undecided')
    expect(verdict('[Br]', 'US')).toBe('uncontrolled')
    expect(verdict('[I].[I]', 'US')).toBe('undecided')
  })
})

describe('but not what has more than bare atoms, or is a recorded form', () => {
  it.each([
    ['white phosphorus', 'P12P3P1P23', 'US', 'listed'],
    ['white phosphorus where only red is named', 'P12P3P1P23', 'EU', 'uncontrolled'],
    ['bromine', 'BrBr', 'CN', 'listed'],
    ['diphosphane', 'PP', 'US', 'uncontrolled'],
    ['phosphane', 'P', 'US', 'uncontrolled'],
    ['a phosphide', '[Na+].[Na+].[Na+].[P-3]', 'US', 'uncontrolled'],
    ['a bromide', 'CC[N+](C)(C)C.[Br-]', 'CN', 'uncontrolled'],
    ['an organic compound', 'CP(C)C', 'US', 'uncontrolled'],
  ])('%s: %s', (_, smiles, code, expected) => {
    expect(verdict(smiles, code)).toBe(expected)
  })
})
