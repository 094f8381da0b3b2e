import { expect, test } from 'vitest'
import { NameIndex, Resolver } from '../../src/identifiers/index.js'
import { furtherNames } from '../../src/names.js'
import { edition, law, reader, sharedReader } from '../support/law.js'

const names = new NameIndex(edition)
const resolver = new Resolver(law, sharedReader)
const rows = furtherNames.split('\n').map((line) => line.split('\t') as [kind: string, name: string, what: string])
const ofRecords = rows.filter(([kind]) => ['other name', 'product', 'ask'].includes(kind))
const ofSets = rows.filter(([kind]) => ['medicine', 'everyday chemical'].includes(kind))
const records = new Map(edition.substances.map((s) => [s.id, s]))
const bare = (name: string) => name.toLowerCase().replace(/[\s,-]/g, '')

const meant = async (name: string) => {
  const { meaning } = await resolver.resolve({ name })
  return meaning
}

test('each row is of a known kind; names of records are of records that exist, and of one alone unless they are products or ask', () => {
  expect(ofRecords.length + ofSets.length).toBe(rows.length)
  expect(ofRecords.length).toBeGreaterThan(6850)
  for (const [kind, name, what] of ofRecords) {
    const ids = what.split(' ')
    for (const id of ids) expect(records.has(id), `${name}: ${id}`).toBe(true)
    if (kind === 'other name') expect(ids, name).toHaveLength(1)
    if (kind === 'product') expect(ids.filter((id) => records.get(id)!.smiles === null)).toEqual([])
  }
})

test('no name of a record is here, and no name twice', () => {
  expect(ofRecords.filter(([, name]) => names.findName(name) !== null).map(([, name]) => name)).toEqual([])
  const known = new Set<string>()
  for (const [, name] of ofRecords) {
    expect(known.has(bare(name)), name).toBe(false)
    known.add(bare(name))
  }
})

test('a name that a record and a set have here is the same substance in both', () => {
  const drawn = new Map(ofSets.map(([, name, smiles]) => [bare(name), smiles]))
  for (const [kind, name, what] of ofRecords) {
    const other = drawn.get(bare(name))
    if (other === undefined || kind !== 'other name') continue
    const own = records.get(what)!.smiles!
    expect(reader.namesOf(other).inchikey, name).toBe(reader.namesOf(own).inchikey)
  }
})

test('salts of metals that make another substance, and polymers, are not names of records', () => {
  const others = /\b(?:barium|copper|iron|lead|mercury|rubidium|silver|zinc)\b|polymer|^poly[ (-]/i
  const named = ofRecords.filter(([kind, name]) => kind !== 'ask' && others.test(name))
  expect(named.map(([, name]) => name)).toEqual([])
})

test.each(['calcium cyanide', 'Omnipaque'])('%s is not recorded', async (name) => {
  expect(await meant(name)).toMatchObject({ kind: 'unreadable', failure: { code: 'unknown-name' } })
})

test.each([
  ['Ritaline', 'other name', 'methylphenidate'],
  ['cyanure de sodium', 'other name', 'sodium-cyanide'],
  ['sumatriptan succinate', 'other name', 'sumatriptan'],
  ['Benzene', 'everyday chemical', null],
  ['benzene HCl', 'everyday chemical', null],
  ['propranolol', 'medicine', null],
])('%s', async (name, by, substance) => {
  expect(await meant(name)).toMatchObject({ kind: 'structure', lookup: { by, substance } })
})

test('a combination product names all parts that are recorded', async () => {
  expect(await meant('Fiorinal with Codeine #3')).toMatchObject({
    kind: 'structure',
    text: ['butalbital', 'caffeine', 'codeine'].map((id) => records.get(id)!.smiles).join('.'),
    lookup: { by: 'product', name: 'Butalbital, Caffeine and Codeine (and aspirin, which is not judged)' },
  })
})

test.each(['weed', 'Opium extract', 'm-cat'])('%s asks', async (name) => {
  const meaning = await meant(name)
  expect(meaning).toMatchObject({ kind: 'unreadable', failure: { code: 'unknown-name' } })
  expect(meaning.kind === 'unreadable' && 'similar' in meaning.failure && meaning.failure.similar.length).toBeTruthy()
})

test.each(['MDMA', 'acetone cyanohydrin', 'nitro benzene oxide'])('%s is not found by a word of it', async (name) => {
  const meaning = await meant(name)
  expect(meaning.kind === 'structure' ? meaning.lookup!.by : meaning.kind).toBe(name === 'MDMA' ? 'name' : 'unreadable')
})
