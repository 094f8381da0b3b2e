import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { Reader, UnreadableStructure } from '../../src/chem/index.js'
import { loadRecords } from '../../src/cli/law-files/law-data.js'
import { readNames } from './opsin.js'

const { substances } = loadRecords({})
const drawn = substances.filter((s) => s.smiles !== null)
const named = drawn.filter((s) => s.chemical_name !== undefined)
const unread = JSON.parse(readFileSync(new URL('opsin-unread.json', import.meta.url), 'utf8')) as Record<string, string>

/** The structure that an independent reader derives from the systematic name of a record. */
interface FromName {
  readonly id: string
  readonly inchikey: string | null
  readonly formula: string
}

let fromNames: Map<string, FromName | null>
/** Names printed in official texts, with the InChIKey of OPSIN's reading. */
const confirmed = drawn.flatMap((s) => (s.structure.confirmed ?? []).map((c) => ({ s, c })))
let confirmedKeys: (string | null)[]
let ofHarness: (string | null)[]

beforeAll(async () => {
  const reader = await Reader.start()
  const names = [...named.map((s) => s.chemical_name!), ...confirmed.map(({ c }) => c.name)]
  const smilesOf = readNames([...names, 'propan-1-ol', 'no such name', 'propan-2-ol'])
  ofHarness = smilesOf.slice(names.length)
  const read = smilesOf
    .slice(0, names.length)
    .map((smiles) => smiles && reader.read(smiles, ({ inchikey, formula }) => ({ inchikey, formula })))
  fromNames = new Map(named.map((s, i) => [s.id, read[i] ? { id: s.id, ...read[i] } : null]))
  confirmedKeys = read.slice(named.length).map((found) => (found ? found.inchikey : null))
}, 300_000)

const verified = (id: string) => fromNames.get(id) != null

describe('structures read back from their systematic names', () => {
  const compare = (of: (name: FromName) => string | undefined, is: (s: (typeof named)[number]) => string | undefined) =>
    named
      .filter((s) => verified(s.id))
      .filter((s) => of(fromNames.get(s.id)!) !== is(s))
      .map((s) => `${s.id}: name gives ${of(fromNames.get(s.id)!)}, record has ${is(s)} (${s.chemical_name})`)

  test('the atoms and bonds are those of the record', () => {
    expect(
      compare(
        (n) => n.inchikey?.slice(0, 14),
        (s) => s.inchikey?.slice(0, 14),
      ),
    ).toEqual([])
  })

  test('the stereo is that of the record', () => {
    expect(
      compare(
        (n) => n.inchikey ?? undefined,
        (s) => s.inchikey,
      ),
    ).toEqual([])
  })

  test('the formula is that of the record', () => {
    expect(
      compare(
        (n) => n.formula,
        (s) => s.formula,
      ),
    ).toEqual([])
  })

  test('a name that OPSIN cannot read is on the list that says how its structure was established', () => {
    expect(
      named
        .filter((s) => !verified(s.id))
        .map((s) => s.id)
        .sort(),
    ).toEqual(Object.keys(unread).sort())
  })

  test('a record says "chemical name" exactly if its structure was read back from the name', () => {
    expect(drawn.filter((s) => (s.structure.from === 'chemical name') !== verified(s.id)).map((s) => s.id)).toEqual([])
  })

  test('more than 85 % of all structures are verified in this way', () => {
    const share = drawn.filter((s) => verified(s.id)).length / drawn.length
    console.log(
      `${drawn.filter((s) => verified(s.id)).length} of ${drawn.length} structures (${(100 * share).toFixed(1)} %) read back from their systematic names`,
    )
    expect(share).toBeGreaterThan(0.85)
  })
})

describe('structures confirmed by a name printed in an official text', () => {
  const like = (s: { inchikey?: string | undefined }, i: number, length: number) =>
    confirmedKeys[i]?.slice(0, length) === s.inchikey?.slice(0, length)

  test('OPSIN reads the name, and gives the structure of the record', () => {
    const wrong = confirmed.filter(({ s, c }, i) => !like(s, i, c.stereo === false ? 14 : 27))
    expect(wrong.map(({ s, c }) => `${s.id}: ${c.name}`)).toEqual([])
  })

  test('a name that gives the stereo too is not marked as lacking it', () => {
    expect(confirmed.filter(({ s, c }, i) => c.stereo === false && like(s, i, 27)).map(({ s }) => s.id)).toEqual([])
  })

  test('more than half of all structures are confirmed in this way', () => {
    expect(new Set(confirmed.map(({ s }) => s.id)).size / drawn.length).toBeGreaterThan(0.5)
  })
})

describe('the harness itself', () => {
  test('a wrong name gives another structure, an invalid name gives nothing', () => {
    expect(ofHarness).toEqual([expect.stringMatching(/^C\(CC\)O$/), null, expect.stringMatching(/^CC\(C\)O$/)])
  })

  test('an unreadable structure would throw, not be skipped', async () => {
    const reader = await Reader.start()
    expect(() => reader.read('C1CC(', () => null)).toThrow(UnreadableStructure)
  })
})
