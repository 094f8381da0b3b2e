import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader, substanceOf } from '../support/law.js'

/** Days around which the verdict of Germany or Canada turns. */
const cases: readonly (readonly [jurisdiction: string, substance: string, asOf: string, verdict: string])[] = [
  ['DE', 'heroin', '2020-01-01', 'undecided'], // the annexes of the BtMG are recorded from 2021-12-28
  ['DE', 'heroin', '2026-06-10', 'listed'],
  ['DE', 'diazepam', '2020-01-01', 'undecided'], // fits group 3, and may stand in Annex III that day
  ['DE', 'lsd', '2026-06-10', 'listed'], // BtMG comes before group 5.2
  ['DE', 'hexahydrocannabinol', '2024-06-26', 'uncontrolled'],
  ['DE', 'hexahydrocannabinol', '2024-06-27', 'class'],
  ['DE', 'gidazepam', '2023-06-01', 'uncontrolled'],
  ['DE', 'gidazepam', '2024-07-01', 'class'],
  ['DE', '1v-lsd', '2022-12-01', 'undecided'], // a comma of the text of 2022
  ['DE', '1v-lsd', '2023-06-01', 'class'],
  ['DE', 'gamma-butyrolactone', '2026-04-11', 'uncontrolled'],
  ['DE', 'gamma-butyrolactone', '2026-04-12', 'listed'],
  ['DE', 'venlafaxine', '2026-06-10', 'undecided'], // a medicine that group 1 fits
  ['CA', '4-anpp', '2019-05-15', 'listed'],
  ['CA', 'isotonitazene', '2026-06-10', 'undecided'], // derivative of a benzimidazole
  ['CA', 'dextromethorphan', '2026-06-10', 'uncontrolled'],
  ['CA', 'win-55212-3', '2026-06-10', 'uncontrolled'],
  ['CA', 'alosetron', '2026-06-10', 'undecided'],
]

describe('Germany and Canada by day', () => {
  it.each(cases)('%s %s on %s: %s', (code, id, asOf, verdict) => {
    const found = reader.read(substanceOf(id).smiles, (structure) => judge(structure, law, { asOf, jurisdictions: [code] }).verdict)
    expect(found).toBe(verdict)
  })

  it('a rule that leaves out what a list names says so where the start of the listing is not known', () => {
    const { jurisdictions } = reader.read(substanceOf('diazepam').smiles, (structure) => judge(structure, law, { asOf: '2020-01-01', jurisdictions: ['DE'] }))
    const fit = jurisdictions[0]!.findings.find((f) => f.kind === 'class')
    expect(fit).toMatchObject({ counts: 'undecided', doubts: [{ kind: 'perhaps left out', list: 'de-btmg-anlage-3' }] })
  })
})

describe('what the United Nations control is likely in a part of the German annexes that is not recorded', () => {
  const inGermany = (smiles: string, asOf: string) => reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: ['DE'] }).verdict)

  it('a substance that the conventions list', () => expect(inGermany(substanceOf('heroin').smiles, '2020-01-01')).toBe('undecided'))
  it('one of which only the day is in doubt there', () => expect(inGermany(substanceOf('2c-b').smiles, '2012-06-30')).toBe('undecided'))
  it('not one that is itself undecided there', () => expect(inGermany('COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2', '2020-01-01')).toBe('uncontrolled'))
})
