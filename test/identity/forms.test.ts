import { beforeAll, describe, expect, it } from 'vitest'
import { Reader } from '../../src/chem/index.js'
import { candidatesOf } from '../../src/matching/candidate.js'
import { law } from './edition.js'
import { charged, tautomers } from './forms.js'

let reader: Reader
beforeAll(async () => {
  reader = await Reader.start()
})

describe.each([
  ['tautomers', tautomers],
  ['salts, solvates, mixtures and charged forms', charged],
] as const)('%s', (_, forms) => {
  it.each(forms.map((f) => [f.name, f] as const))('%s', (__, form) => {
    const found = reader.read(form.smiles, (s) =>
      candidatesOf(s, law).flatMap((c) => c.known.map((k) => ({ substance: k.record.id, forms: c.forms }))),
    )
    const chosen = found.find((f) => f.substance === form.substance) ?? found[0] ?? { substance: null, forms: [] }
    expect(chosen).toEqual({ substance: form.substance, forms: form.forms })
  })
})

it('a salt keeps its stoichiometry in the formula of the whole input', () => {
  expect(reader.read('CC(N)Cc1ccccc1.CC(N)Cc1ccccc1.OS(=O)(=O)O', (s) => s.formula)).toBe('C18H28N2O4S')
  expect(reader.read('OCCCC(=O)[O-].OCCCC(=O)[O-].[Ca+2]', (s) => s.formula)).toBe('C8H14CaO6')
})
