import { beforeAll, describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { generator, shuffled } from './mutate.js'
import { startToolkit, type Toolkit } from './toolkit.js'
import { law, reader } from '../support/law.js'

let toolkit: Toolkit
beforeAll(async () => void (toolkit = await startToolkit()))

/** Everything in a finding, with the kinds of its atoms in place of their numbers. */
function said(text: string) {
  return reader.read(text, (s) => {
    const { atoms, neighbours } = s.molecule
    const kind = (a: number) => `${atoms[a]!.z}.${atoms[a]!.hydrogens}.${neighbours[a]!.length}`
    return judge(s, law, { asOf: '2026-09-01' }).jurisdictions.map((j) =>
      j.findings
        .map((f) =>
          JSON.stringify(
            'clauses' in f ? { ...f, clauses: f.clauses.map((c) => ({ ...c, atoms: c.atoms.map(kind).sort() })) } : f,
          ),
        )
        .sort(),
    )
  })
}

describe.each([
  ['delta-10-tetrahydrocannabinol and ethanolamine', ['CCCCCc1cc(O)c2c(c1)OC(C)(C)C1CCC(C)C=C21', 'NCCO']],
  ['delta-9(11)-tetrahydrocannabinol and acetonitrile', ['CCCCCc1cc(O)c2c(c1)OC(C)(C)[C@@H]1CCC(=C)C[C@@H]21', 'CC#N']],
  ['two readings at once, and the enol of acetone', ['CCCCCn1cc(C(=O)c2cccc3c2CCCC3)c2ccccc12', 'CC(=C)O']],
  ['fentanyl and acetone', ['CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'CC(C)=O']],
] as const)('%s', (_, parts) => {
  it('gives the same findings, clauses and atoms in any atom order', () => {
    const random = generator(20260922)
    const drawings = Array.from({ length: 12 }, () =>
      shuffled(
        random,
        parts.map((p) => toolkit.reordered(p, random)),
      ).join('.'),
    )
    expect(new Set(drawings.map((d) => JSON.stringify(said(d)))).size).toBe(1)
  })
})
