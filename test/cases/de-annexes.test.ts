import { describe, expect, it } from 'vitest'
import { judge } from '../../src/matching/index.js'
import { law, reader, substanceOf } from '../support/law.js'

const days: readonly (readonly [substance: string, asOf: string, verdict: string])[] = [
  ['zuranolone', '2025-12-19', 'uncontrolled'],
  ['zuranolone', '2025-12-31', 'undecided'], // ordinance of 2025-12-19; the first day was not read
  ['zuranolone', '2026-01-04', 'listed'],
  ['carisoprodol', '2026-05-22', 'uncontrolled'],
  ['carisoprodol', '2026-05-25', 'undecided'],
  ['carisoprodol', '2026-05-28', 'listed'],
  ['hexahydrocannabinol', '2026-05-22', 'class'], // group 2.3 of the NpSG
  ['hexahydrocannabinol', '2026-05-25', 'undecided'], // in the annex already, or still in the group
  ['hexahydrocannabinol', '2026-05-28', 'listed'],
  ['2-mmc', '2026-05-28', 'listed'],
  ['5f-mn-18', '2018-03-26', 'listed'],
  ['4-fa', '2012-07-26', 'listed'], // BGBl. I 2012 S. 1639
  ['u-48800', '2020-09-24', 'listed'],
  ['crotonylfentanyl', '2021-01-15', 'undecided'],
  ['crotonylfentanyl', '2021-04-22', 'listed'],
  ['isotonitazene', '2021-05-18', 'uncontrolled'],
  ['isotonitazene', '2021-05-22', 'listed'], // BGBl. I 2021 S. 1096
  ['clonazolam', '2021-11-08', 'class'], // group 3; not yet in Annex II
  ['clonazolam', '2021-11-14', 'listed'], // BGBl. I 2021 S. 4791
]

/** The printed stereochemistry decides the annex. */
const annexes: readonly (readonly [substance: string, asOf: string, lists: readonly string[]])[] = [
  ['dextromethadone', '2024-01-01', ['de-btmg-anlage-2']],
  ['levomethadone', '2024-01-01', ['de-btmg-anlage-3']],
  ['methadone', '2024-01-01', ['de-btmg-anlage-2', 'de-btmg-anlage-3']], // drawn flat it may be either form
  ['erythro-methylphenidate', '2024-01-01', ['de-btmg-anlage-2']],
  ['dexmethylphenidate', '2024-01-01', ['de-btmg-anlage-3']],
  ['cis-tilidine', '2024-01-01', ['de-btmg-anlage-2']],
  ['tilidine', '2024-01-01', ['de-btmg-anlage-3']],
  ['d-cocaine', '2024-01-01', ['de-btmg-anlage-2']],
  ['cocaine', '2024-01-01', ['de-btmg-anlage-3']],
  ['isocodeine', '2024-01-01', ['de-btmg-anlage-2']],
  ['dihydrothebaine', '2024-01-01', ['de-btmg-anlage-2']],
  ['delta-9-thc', '2024-03-31', ['de-btmg-anlage-2', 'de-btmg-anlage-3']], // dronabinol
  ['delta-9-thc', '2024-04-01', ['de-btmg-anlage-2']],
]

const judgedOn = (id: string, asOf: string) =>
  reader.read(
    substanceOf(id).smiles,
    (structure) => judge(structure, law, { asOf, jurisdictions: ['DE'] }).jurisdictions[0]!,
  )

/** Mirror images of racemates that the record draws as one enantiomer. */
const mirrored: readonly (readonly [name: string, smiles: string])[] = [
  ['cis-tilidine', 'CCOC(=O)[C@]1(c2ccccc2)CCC=C[C@@H]1N(C)C'],
  ['erythro-methylphenidate', 'COC(=O)[C@@H](c1ccccc1)[C@H]1CCCCN1'],
]

describe('annexes of the BtMG', () => {
  it.each(mirrored)('the mirror image of %s belongs to Annex II', (_, smiles) => {
    const found = reader.read(
      smiles,
      (structure) => judge(structure, law, { asOf: '2024-01-01', jurisdictions: ['DE'] }).jurisdictions[0]!.findings,
    )
    expect(found.filter((f) => f.counts === 'listed')).toMatchObject([{ list: 'de-btmg-anlage-2' }])
  })

  it.each(days)('%s on %s: %s', (id, asOf, verdict) => {
    expect(judgedOn(id, asOf).verdict).toBe(verdict)
  })

  it.each(annexes)('%s on %s: %j', (id, asOf, lists) => {
    const found = judgedOn(id, asOf).findings.flatMap((f) =>
      f.kind === 'listed' && f.counts === 'listed' ? [f.list] : [],
    )
    expect([...new Set(found)].sort()).toEqual(lists)
  })
})
