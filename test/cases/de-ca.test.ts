import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader, substanceOf } from '../support/law.js'

/** Days around which the verdict of Germany or Canada changes. */
const cases: readonly (readonly [jurisdiction: string, substance: string, asOf: string, verdict: string])[] = [
  ['DE', 'heroin', '2020-01-01', 'listed'], // in the consolidated text of 2013-01-11
  ['DE', 'heroin', '2026-06-10', 'listed'],
  ['DE', 'diazepam', '2020-01-01', 'listed'], // in the consolidated text of 2013-01-11
  ['DE', 'clonazolam', '2018-03-25', 'uncontrolled'], // not in the text of 2018-03-26, and group 3 came in 2019
  ['DE', 'clonazolam', '2020-01-01', 'class'], // group 3; Annex II had it from November 2021 on
  ['DE', 'flualprazolam', '2021-01-15', 'undecided'], // fits group 3, and may have been in Annex II that day
  ['DE', 'clonazolam', '2021-12-01', 'listed'],
  ['DE', 'cyclopropylfentanyl', '2019-07-18', 'listed'], // BGBl. I 2019 S. 1083, Art. 2
  ['DE', 'brorphine', '2022-12-20', 'uncontrolled'],
  ['DE', 'brorphine', '2022-12-21', 'listed'], // BAnz AT 20.12.2022 V1
  ['DE', '2-fdck', '2024-11-28', 'class'], // group 6
  ['DE', '2-fdck', '2024-12-11', 'listed'], // BGBl. 2024 I Nr. 379
  ['DE', 'fluetonitazene', '2025-08-03', 'uncontrolled'],
  ['DE', 'fluetonitazene', '2025-11-13', 'listed'], // BGBl. 2025 I Nr. 182
  ['DE', 'lsd', '2026-06-10', 'listed'], // BtMG takes precedence over group 5.2
  ['DE', 'hexahydrocannabinol', '2024-06-26', 'uncontrolled'],
  ['DE', 'hexahydrocannabinol', '2024-06-27', 'class'],
  ['DE', 'gidazepam', '2023-06-01', 'uncontrolled'],
  ['DE', 'gidazepam', '2024-07-01', 'class'],
  ['DE', '1p-lsd', '2019-07-17', 'uncontrolled'], // before group 5 no provision covered it
  ['DE', '1p-lsd', '2019-07-18', 'class'],
  ['DE', '1v-lsd', '2022-09-27', 'uncontrolled'],
  ['DE', '1v-lsd', '2022-10-06', 'uncontrolled'], // a copy of the official text of that day lacks the ordinance of 2022
  ['DE', '1v-lsd', '2022-10-07', 'undecided'], // a comma of the text of 2022
  ['DE', '1v-lsd', '2022-12-01', 'undecided'], // a comma of the text of 2022
  ['DE', '1v-lsd', '2023-06-01', 'class'],
  ['DE', 'gamma-butyrolactone', '2026-04-11', 'uncontrolled'],
  ['DE', 'gamma-butyrolactone', '2026-04-12', 'listed'],
  ['DE', 'nitrous-oxide', '2026-04-11', 'uncontrolled'],
  ['DE', 'nitrous-oxide', '2026-04-12', 'listed'], // every preparation; the size of the container counts for some prohibitions only
  ['DE', 'venlafaxine', '2026-06-10', 'undecided'], // a medicine that group 1 fits
  ['DE', 'nomifensine', '2017-06-01', 'undecided'],
  ['DE', 'phenibut', '2026-06-10', 'undecided'],
  ['DE', 'neotame', '2017-06-01', 'uncontrolled'],
  ['DE', 'neotame', '2026-06-10', 'undecided'], // a sweetener
  ['DE', 'cenobamate', '2022-06-01', 'undecided'],
  ['DE', 'cenobamate', '2023-06-01', 'uncontrolled'], // the text of 2022 requires a ring that is not aromatic
  ['DE', 'quazepam', '2026-06-10', 'undecided'], // a medicine that group 3 fits
  ['DE', 'tetrabenazine', '2026-06-10', 'uncontrolled'], // nitrogen in a ring fused to element A
  ['CA', '4-anpp', '2019-05-15', 'listed'],
  ['CA', '4-ap', '2018-10-17', 'listed'], // item 30 of Schedule VI before SOR/2023-103 widened it
  ['CA', '4-piperidone', '2024-09-02', 'listed'], // item 27 before SOR/2024-98 widened it
  ['CA', '1-boc-4-piperidone', '2024-09-02', 'uncontrolled'],
  ['CA', '1-boc-4-piperidone', '2024-09-03', 'listed'], // item 27(1), SOR/2024-98, like the item itself
  ['CA', '3-methyl-4-piperidone', '2024-09-03', 'listed'], // item 27(2)
  ['CA', '1-benzyl-4-piperidone', '2024-09-03', 'listed'], // item 27(3)
  ['CA', '1-boc-4-ap', '2022-08-30', 'uncontrolled'],
  ['CA', '1-boc-4-ap', '2022-08-31', 'listed'], // Schedule V for a year, SOR/2022-185
  ['CA', '1-boc-4-ap', '2023-08-29', 'listed'],
  ['CA', '1-boc-4-ap', '2023-08-30', 'listed'], // Schedule VI, SOR/2023-103
  ['CA', 'isotonitazene', '2026-06-10', 'undecided'], // derivative of a benzimidazole
  ['CA', 'dextromethorphan', '2026-06-10', 'uncontrolled'],
  ['CA', 'win-55212-3', '2026-06-10', 'uncontrolled'],
  ['CA', 'androisoxazole', '2024-12-01', 'listed'], // item 23(1) of Schedule IV
  ['CA', 'bolazine', '2024-12-01', 'listed'], // item 23(6)
  ['CA', 'mebolazine', '2024-12-01', 'listed'], // item 23(19)
  ['CA', 'alosetron', '2026-06-10', 'undecided'],
  ['CA', 'delta-9-thc', '2018-10-16', 'listed'], // item 1(7) of Schedule II, repealed the next day
  ['CA', 'delta-9-thc', '2018-10-17', 'class'], // identical to a phytocannabinoid, Cannabis Act
  ['CA', 'cannabidiol', '2018-10-16', 'listed'], // item 1(3)
  ['CA', 'cannabidiol', '2026-06-01', 'class'],
  ['CA', 'cannabigerol', '2018-10-16', 'undecided'], // not named; a derivative of cannabis?
  ['CA', 'cannabigerol', '2018-10-17', 'class'],
  ['CA', 'cannabielsoin', '2024-12-01', 'undecided'], // an oxidation product found in cannabis
  ['CA', 'hexahydrocannabinol', '2024-12-01', 'undecided'],
  ['CA', 'jwh-018', '2015-07-15', 'undecided'], // the cores came with SOR/2015-192 the next day; before, similar synthetic preparations of cannabis
  ['CA', 'jwh-018', '2015-07-16', 'listed'],
  ['CA', 'mdmb-4en-pinaca', '2024-12-01', 'undecided'], // a core alone does not show the effect that the heading requires
  ['CA', 'hu-210', '2024-12-01', 'undecided'],
  ['CA', 'granisetron', '2024-12-01', 'undecided'],
  ['CA', 'mdpv', '2012-09-19', 'undecided'], // the records begin in 2018
  ['CA', 'mdpv', '2012-09-20', 'listed'], // SOR/2012-176, in force on the day of registration
  ['CA', 'lisdexamfetamine', '2018-11-26', 'undecided'], // an amide of amphetamine
]

describe('Germany and Canada by day', () => {
  it.each(cases)('%s %s on %s: %s', (code, id, asOf, verdict) => {
    const found = reader.read(
      substanceOf(id).smiles,
      (structure) => judge(structure, law, { asOf, jurisdictions: [code], readings: 'none' }).verdict,
    )
    expect(found).toBe(verdict)
  })

  it('a rule that excludes listed substances says so if the start of the listing is unknown', () => {
    const { jurisdictions } = reader.read(substanceOf('flualprazolam').smiles, (structure) =>
      judge(structure, law, { asOf: '2021-01-15', jurisdictions: ['DE'] }),
    )
    const fit = jurisdictions[0]!.findings.find((f) => f.kind === 'class')
    expect(fit).toMatchObject({ counts: 'undecided', doubts: [{ kind: 'perhaps left out', list: 'de-btmg-anlage-2' }] })
  })
})

describe('what the United Nations control is probably in a part of the German annexes that is not recorded', () => {
  const inGermany = (smiles: string, asOf: string) =>
    reader.read(smiles, (s) => judge(s, law, { asOf, jurisdictions: ['DE'] }).verdict)

  // The annexes were read as of 2026-08-19; they do not name this ion, which is a pentavalent nitrogen derivative of
  // the 1961 Convention.
  it('not on a day for which the annexes were read', () =>
    expect(inGermany(substanceOf('morphine-methobromide').smiles, '2026-08-19')).toBe('uncontrolled'))
  it('a substance that the conventions list', () =>
    expect(inGermany(substanceOf('morphine-methobromide').smiles, '2026-08-20')).toBe('undecided'))
  it('not one that is itself undecided there', () =>
    expect(inGermany('COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2', '2026-08-20')).toBe('uncontrolled'))
})
