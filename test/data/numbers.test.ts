import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dataFolder, loadRecords, reader } from '../support/law.js'

const records = loadRecords({})
const [head, ...lines] = readFileSync(join(dataFolder, 'numbers/cas.tsv'), 'utf8').trimEnd().split('\n')
const rows = lines.map((line) => {
  const [cas, substance, form, inchikey, sources] = line.split('\t') as [string, string, string, string, string]
  return { cas, substance, form, inchikey, sources: sources.replace('*', '').split(' ') }
})
const substances = new Map(records.substances.map((s) => [s.id, s]))

describe('CAS numbers of recorded substances and their salts', () => {
  const all = records.substances.flatMap((s) => [...(s.cas ?? []), ...Object.keys(s.salts ?? {})])

  test('a number stands once', () => {
    // Records that are the same substance may share one.
    const same = records.substances.flatMap((s) => (s.same_as ? (s.cas ?? []) : []))
    expect(all.filter((cas, i) => all.indexOf(cas) !== i && !same.includes(cas))).toEqual([])
  })

  test('the table of sources and the records hold the same numbers', () => {
    expect(head).toBe('cas\tsubstance\tform\tinchikey\tsources')
    for (const { cas, substance, form } of rows) {
      const record = substances.get(substance)!
      expect(form === '' ? record.cas : [record.salts?.[cas]], cas).toContain(form === '' ? cas : form)
    }
    const salts = rows.filter(({ form }) => form !== '').map(({ cas }) => cas)
    expect(records.substances.flatMap((s) => Object.keys(s.salts ?? {})).sort()).toEqual(salts.sort())
  })

  test('the structure of a source has the InChIKey of the record, or is a salt of it', () => {
    for (const { cas, substance, form, inchikey } of rows) {
      const recorded = substances.get(substance)!.inchikey
      if (form === '') expect(recorded, cas).toBe(inchikey)
      else expect(inchikey, cas).not.toBe(recorded)
    }
  })

  test('every source is named with its licence', () => {
    const readme = readFileSync(join(dataFolder, 'numbers/README.md'), 'utf8')
    for (const source of new Set(rows.flatMap(({ sources }) => sources))) expect(readme).toContain(`\n| ${source} | `)
  })
})

/** What is added to a base to make each form. Salts with metals are drawn with another charge and not compared. */
const acids: Readonly<Record<string, string>> = {
  hydrochloride: '.Cl',
  'hydrochloride (1:2)': '.Cl.Cl',
  dihydrochloride: '.Cl.Cl',
  hydrobromide: '.Br',
  hydroiodide: '.I',
  nitrate: '.O[N+](=O)[O-]',
  'hydrogen sulfate': '.OS(=O)(=O)O',
  mesylate: '.CS(=O)(=O)O',
  maleate: '.OC(=O)/C=C\\C(=O)O',
  citrate: '.OC(=O)CC(O)(CC(=O)O)C(=O)O',
  salicylate: '.OC(=O)c1ccccc1O',
  bitartrate: '.O[C@H]([C@@H](O)C(=O)O)C(=O)O',
}

describe('the InChIKey of a salt is that of the recorded substance with its acid', () => {
  const keyed = rows.filter(({ form, inchikey }) => inchikey !== '' && form in acids)

  test('most salts whose source draws them are compared', () => expect(keyed.length).toBeGreaterThan(70))

  test.each(keyed)('$cas, $substance $form', ({ substance, form, inchikey }) => {
    const salt = `${substances.get(substance)!.smiles}${acids[form]}`
    const key = reader.read(salt, (structure) => structure.inchikey)
    // One source has a key that is not standard.
    expect(key?.slice(0, 23)).toBe(inchikey.slice(0, 23))
  })
})
