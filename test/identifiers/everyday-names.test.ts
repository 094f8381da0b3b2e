import { expect, test } from 'vitest'
import { NameIndex } from '../../src/identifiers/index.js'
import { edition } from '../support/law.js'

const names = new NameIndex(edition)
const called = edition.substances.flatMap((s) => (s.also_called ?? []).map((c) => [c.name, s.id, c.in] as const))

test.each(called)('%s is %s only (%s)', (name, id) => {
  const found = names.findName(name)
  expect(found?.kind === 'one' && found.lookup.substance).toBe(id)
})

test.each([
  ['Valium', 'diazepam'],
  ['xanax', 'alprazolam'],
  ['a-PVP', 'alpha-pvp'],
  ['1,4-BD', '1-4-butanediol'],
  ['meth', 'methamphetamine'],
  ['Kokain', 'cocaine'],
  ['Cocain', 'cocaine'],
  ['cocaïne', 'cocaine'],
  ['可卡因', 'cocaine'],
])('%s', (name, id) => {
  const found = names.findName(name)
  expect(found?.kind === 'one' && found.lookup.substance).toBe(id)
})
