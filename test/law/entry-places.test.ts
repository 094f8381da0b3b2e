import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shippedEdition, shippedPlaces } from '../../src/cli/paths.js'
import {
  entryAt,
  parentsHeld,
  placesIn,
  substancesOf,
  withEntriesLater,
  type Edition,
  type EntryPlaces,
} from '../../src/law/index.js'
import { indexLaw } from '../../src/matching/index.js'

const text = readFileSync(shippedEdition, 'latin1')
const whole = JSON.parse(text) as Edition
const places = JSON.parse(readFileSync(shippedPlaces, 'utf8')) as EntryPlaces
const listsOf = ({ jurisdictions }: Edition) => jurisdictions.flatMap(({ lists }) => lists)

test('the file of places is that of the shipped edition', () => {
  expect(places).toEqual(placesIn(text, whole, indexLaw(whole).parents))
})

test('an edition whose entries are read later is the same edition', () => {
  expect(withEntriesLater(text, places)).toEqual(whole)
  expect(JSON.stringify(withEntriesLater(text, places))).toBe(JSON.stringify(whole))
})

test('an entry that was read alone stays the same when all are read', () => {
  const lists = listsOf(withEntriesLater(text, places)).filter((_, i) => i % 9 === 0)
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
  const later = withEntriesLater(text, places)
  const [one, other] = [indexLaw(later), indexLaw(whole)]
  expect(parentsHeld(whole)).toBeNull()
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
