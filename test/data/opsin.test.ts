import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { Reader, UnreadableStructure } from '../../src/chem/index.js'
import { readDataFolder } from '../../src/cli/law-files/data-folder.js'
import { shippedData } from '../../src/cli/paths.js'
import { readNames } from './opsin.js'

const { substances } = readDataFolder(shippedData)
const drawn = substances.filter((s) => s.smiles !== null)
const named = drawn.filter((s) => s.chemical_name !== undefined)
const unread = JSON.parse(readFileSync(new URL('opsin-unread.json', import.meta.url), 'utf8')) as Record<string, string>

/** What the systematic name of a record says of the structure, by an independent reader. */
interface FromName {
  readonly id: string
  readonly inchikey: string | null
  readonly formula: string
}

let fromNames: Map<string, FromName | null>

beforeAll(async () => {
  const reader = await Reader.start()
  const read = readNames(named.map((s) => s.chemical_name!))
  fromNames = new Map(
    named.map((s, i) => [
      s.id,
      read[i] === null ? null : reader.read(read[i]!, (m) => ({ id: s.id, inchikey: m.inchikey, formula: m.formula })),
    ]),
  )
}, 120_000)

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

  test('a record says "chemical name" exactly where its structure was read back from the name', () => {
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

describe('the harness itself', () => {
  test('a wrong name gives another structure, a name that is none gives nothing', () => {
    expect(readNames(['propan-1-ol', 'no such name', 'propan-2-ol'])).toEqual([
      expect.stringMatching(/^C\(CC\)O$/),
      null,
      expect.stringMatching(/^CC\(C\)O$/),
    ])
  })

  test('an unreadable structure would be thrown, not passed over', async () => {
    const reader = await Reader.start()
    expect(() => reader.read('C1CC(', () => null)).toThrow(UnreadableStructure)
  })
})
