import { expect, test } from 'vitest'
import { Resolver, type Resolved } from '../../src/identifiers/index.js'
import { law, sharedReader } from '../support/law.js'

const resolver = new Resolver(law, sharedReader)

const lookupOf = ({ meaning }: Resolved) => ('lookup' in meaning ? meaning.lookup : null)

/** What a text means, as a name in a table and as a text of its own. */
async function meantBy(text: string) {
  const byName = await resolver.resolve({ name: text })
  expect(lookupOf(await resolver.resolve({ structure: text }))).toEqual(lookupOf(byName))
  return byName.meaning
}

test.each([
  ['sodium thiopental', 'thiopental', 'sodium'],
  ['potassium clorazepate 15 mg', 'clorazepate', 'potassium 15 mg'],
  ['sodium 4-hydroxybutyrate', 'ghb', 'sodium'],
  ['fentanyl-d5', 'fentanyl', 'd5'],
  ['Cocaine-d3 hydrochloride', 'cocaine', 'd3 hydrochloride'],
  ['morphine-13C-d3', 'morphine', '13C d3'],
  ['[2H5]fentanyl', 'fentanyl', '2H5'],
  ['ketamine monohydrochloride', 'ketamine', 'monohydrochloride'],
  ['zolpidem hemitartrate', 'zolpidem', 'hemitartrate'],
  ['MDMA.HCl', 'mdma', 'HCl'],
  ['MDMA-HCl', 'mdma', 'HCl'],
  ['Fentanyl citrate USP CII', 'fentanyl', 'citrate USP CII'],
  ['fentanyl 1.0 mg/mL in methanol', 'fentanyl', '1.0 mg/mL in-methanol'],
  ['Diazepam tab. 10mg', 'diazepam', 'tab. 10mg'],
  ['chlorhydrate de cocaïne', 'cocaine', 'chlorhydrate'],
  ['clorhidrato de efedrina', 'ephedrine', 'clorhidrato'],
  ['pentobarbital sódico', 'pentobarbital', 'sódico'],
  ['Morphinhydrochlorid-Trihydrat', 'morphine', 'hydrochlorid Trihydrat'],
  ['Thiopental-Natrium', 'thiopental', 'Natrium'],
  ['tablets of diazepam 5 mg', 'diazepam', 'tablets 5 mg'],
  ['lysergide (LSD) tartrate', 'lsd', 'tartrate'],
  ['3,4-Methylenedioxymethamphetamine (MDMA)', 'mdma', undefined],
  ['(+)-methamphetamine HCl', 'dextromethamphetamine', 'HCl'],
  ['(−)-methamphetamine', 'levomethamphetamine', undefined],
])('%s is %s, %s', async (text, substance, form) => {
  const meaning = await meantBy(text)
  expect(meaning.kind === 'structure' && [meaning.lookup?.substance, meaning.lookup?.form]).toEqual([substance, form])
})

test.each([
  ['racemic dextromethorphan', 'dextromethorphan', 'COc1ccc2c(c1)[C@]13CCCC[C@@H]1[C@H](C2)N(C)CC3 |&1:8,13,14|'],
  ['dl-ephedrine HCl', 'ephedrine', 'CN[C@@H](C)[C@H](O)c1ccccc1 |&1:2,4|'],
  ['rac-ketamine', 'ketamine', 'CNC1(c2ccccc2Cl)CCCCC1=O'],
  ['(±)-amphetamine', 'amphetamine', 'CC(N)Cc1ccccc1'],
  ['(+-)-amphetamine', 'amphetamine', 'CC(N)Cc1ccccc1'],
  ['D,L-amphetamine', 'amphetamine', 'CC(N)Cc1ccccc1'],
  ['methadone hydrochloride (racemic)', 'methadone', 'CCC(=O)C(CC(C)N(C)C)(c1ccccc1)c1ccccc1'],
  ['Ketamine racemic HCl', 'ketamine', 'CNC1(c2ccccc2Cl)CCCCC1=O'],
])('%s is both enantiomers of %s', async (text, substance, structure) => {
  expect(await meantBy(text)).toMatchObject({
    kind: 'structure',
    text: structure,
    lookup: { substance, form: 'racemic', structure, flat: true },
  })
})

test('(RS)- may leave one of several centres open', async () => {
  expect(await meantBy('(RS)-dextromethorphan')).toMatchObject({ text: 'COc1ccc2c(c1)[C]13CCCC[CH]1[CH](C2)N(C)CC3' })
})

test.each([
  'racemic nothing',
  'd8-THC',
  'sodium azide',
  'fentanyl (MDMA)',
  'fentanyl in acetone',
  'Ac fentanyl',
  'dimethylsulfat',
  'caffeine 2/3-FA',
  'caffeine 9-XY',
])('%s is not read', async (text) => expect((await meantBy(text)).kind).toBe('unreadable'))

test('a salt with a record of its own is that record', async () => {
  expect(await meantBy('calcium ammonium nitrate 98%')).toMatchObject({
    lookup: { substance: 'calcium-ammonium-nitrate' },
  })
})
