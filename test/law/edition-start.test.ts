import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedEdition, shippedStart } from '../../src/cli/shipped.js'
import {
  entryAt,
  startOf,
  editionStart,
  substancesOf,
  withEntriesLater,
  type Edition,
  type EditionStart,
} from '../../src/law/index.js'
import { indexLaw } from '../../src/matching/index.js'

const text = readFileSync(shippedEdition, 'latin1')
const whole = JSON.parse(text) as Edition
const start = JSON.parse(readFileSync(shippedStart, 'utf8')) as EditionStart
const listsOf = ({ jurisdictions }: Edition) => jurisdictions.flatMap(({ lists }) => lists)

test('what the build worked out is that of the shipped edition', () => {
  expect(start).toEqual(
    editionStart(text, whole, { parents: indexLaw(whole).parents, patterns: Object.keys(start.needs) }),
  )
  expect(Object.keys(start.needs).length).toBeGreaterThan(1000)
})

test('an edition whose entries are read later is the same edition', () => {
  expect(withEntriesLater(text, start)).toEqual(whole)
  expect(JSON.stringify(withEntriesLater(text, start))).toBe(JSON.stringify(whole))
})

test('an entry that was read alone stays the same when all are read', () => {
  const lists = listsOf(withEntriesLater(text, start)).filter((_, i) => i % 9 === 0)
  for (const list of lists) {
    const substances = substancesOf(list)
    const last = substances.length - 1
    const alone = last < 0 ? undefined : entryAt(list, last)
    expect(list.entries[last]).toBe(alone)
    expect(list.entries.map(({ substance }) => substance)).toEqual(substances)
    expect(list.entries).toBe(list.entries)
    if (last >= 0) expect(entryAt(list, 0)).toBe(list.entries[0])
  }
})

test('its index has the same parents and listings', () => {
  const later = withEntriesLater(text, start)
  const [one, other] = [indexLaw(later), indexLaw(whole)]
  expect(startOf(whole)).toBeNull()
  expect([...one.parents].sort()).toEqual([...other.parents].sort())
  for (const [code, own] of other.listings)
    for (const [substance, listings] of own)
      expect(
        one.listings
          .get(code)!
          .get(substance)!
          .map(({ entry }) => entry),
      ).toEqual(listings.map(({ entry }) => entry))
})
