import { expect, it } from 'vitest'
import { NameIndex } from '../../src/identifiers/index.js'
import { edition } from '../support/law.js'

it('finds every recorded name, number and id', () => {
  const index = new NameIndex(edition)
  const names = [
    ...edition.substances.flatMap((s) => [
      s.name,
      s.id,
      ...(s.chemical_name === undefined ? [] : [s.chemical_name]),
      ...(s.aliases ?? []),
      ...(s.names_zh ?? []),
      ...(s.cas ?? []),
      ...(s.also_called ?? []).map(({ name }) => name),
    ]),
    ...edition.jurisdictions.flatMap(({ lists }) =>
      lists.flatMap(({ entries }) =>
        entries.flatMap((e) => [e.name_in_law, ...(e.also_printed ?? []).flatMap((printed) => printed.as)]),
      ),
    ),
  ]
  expect(names.length).toBeGreaterThan(10_000)
  expect(names.filter((name) => index.find(name) === null)).toEqual([])
})

it.each(['CC=O', 'C#N', 'C[C@H](N)O', 'F/C=C\\F'])('does not search for %s', (smiles) => {
  expect(new NameIndex({ ...edition, substances: [{ ...edition.substances[0]!, name: smiles }] }).find(smiles)).toBe(
    null,
  )
})
