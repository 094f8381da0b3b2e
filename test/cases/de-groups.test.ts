import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { edition, law, reader } from '../support/law.js'

const inGermany = (smiles: string, asOf: string) =>
  reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: ['DE'] }).verdict)

const cases: readonly (readonly [name: string, smiles: string, asOf: string, verdict: string])[] = [
  ['two halogens on the phenyl of group 4', 'CN(C)C1CCCCC1N(C)C(=O)c1ccc(Cl)c(Br)c1', '2026-06-10', 'class'],
  ['three halogens there', 'CN(C)C1CCCCC1N(C)C(=O)c1cc(Cl)c(Cl)c(Cl)c1', '2026-06-10', 'undecided'],
  ['three halogens there, before group 4', 'CN(C)C1CCCCC1N(C)C(=O)c1cc(Cl)c(Cl)c(Cl)c1', '2019-07-01', 'uncontrolled'],
  ['carbonyl bridge with a residue on sulfur', 'CCCCCn1cc(C(=O)Sc2cccc3ccccc23)c2ccccc21', '2018-01-01', 'class'],
  ['azacarbonyl bridge with a residue on oxygen', 'CCCCCn1cc(NC(=O)OCc2ccccc2)c2ccccc21', '2026-06-10', 'class'],
  [
    'ADMB-D-5Br-INACA before the text of 2024',
    'CC(C)(C)C(NC(=O)c1n[nH]c2ccc(Br)cc12)C(N)=O',
    '2024-06-26',
    'uncontrolled',
  ],
  [
    'ADMB-D-5Br-INACA from the text of 2024 on',
    'CC(C)(C)C(NC(=O)c1n[nH]c2ccc(Br)cc12)C(N)=O',
    '2024-06-27',
    'undecided',
  ],
  ['hydrogen there in an indole', 'CC(C)(NC(=O)c1c[nH]c2ccccc12)c1ccccc1', '2026-06-10', 'undecided'],
  ['ethyl there, a chain of two', 'CCn1cc(C(=O)c2cccc3ccccc23)c2ccccc21', '2026-06-10', 'uncontrolled'],
  ['group 8, whose drawing was not seen', 'CCS(=O)(=O)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1', '2026-06-10', 'undecided'],
  [
    'adinazolam, an approved medicine that group 3 fits',
    'CN(C)Cc1nnc2n1-c1ccc(Cl)cc1C(c1ccccc1)=NC2',
    '2026-06-10',
    'undecided',
  ],
]

describe('groups of the NpSG', () => {
  it.each(cases)('%s', (_, smiles, asOf, verdict) => expect(inGermany(smiles, asOf)).toBe(verdict))

  it('in every group the same approved medicines are undecided', () => {
    const { rules } = edition.jurisdictions.find((j) => j.jurisdiction.code === 'DE')!
    const held = rules
      .filter((rule) => rule.id.startsWith('de-npsg-'))
      .map((rule) => rule.readings.find((r) => r.among)?.substances?.join())
    expect(new Set(held).size).toBe(1)
    expect(held[0]).toContain('adinazolam')
  })
})
