import { describe, expect, test } from 'vitest'
import { filled } from '../../src/report/index.js'
import { edition } from '../support/law.js'

const most = 28

describe.each(edition.jurisdictions)('$jurisdiction.code', ({ lists, rules }) => {
  test('every list and class rule has a short name and a short citation of at most 28 characters', () => {
    const without = [...lists, ...rules].filter(({ brief }) => brief === undefined).map(({ id }) => id)
    expect(without).toEqual([])
    const long = [...lists, ...rules].flatMap(({ id, brief }) =>
      [brief!.name, filled(brief!.cite, null)].filter((text) => text.length > most).map((text) => [id, text]),
    )
    expect(long).toEqual([])
  })
  test('with the number of an entry a citation is no longer', () => {
    const cites = lists.flatMap(({ brief, entries }) => entries.map((e) => filled(brief!.cite, e.entry ?? null)))
    expect(cites.filter((cite) => cite.length > most || /[[\]{}|]/.test(cite))).toEqual([])
  })
})

test.each([
  ['Order 238/1990[ no {entry}|]', '32', 'Order 238/1990 no 32'],
  ['Order 238/1990[ no {entry}|]', null, 'Order 238/1990'],
  ['21 CFR 1308.11[{entry}|(b)]', '(b)(7)', '21 CFR 1308.11(b)(7)'],
  ['21 CFR 1308.11[{entry}|(b)]', null, '21 CFR 1308.11(b)'],
  ['Catalogue 2013[ no {entry}|, annex]', 'a number that is far too long', 'Catalogue 2013, annex'],
  ['BtMG Anlage I', '7', 'BtMG Anlage I'],
])('%s with entry %s', (cite, entry, said) => expect(filled(cite, entry)).toBe(said))
