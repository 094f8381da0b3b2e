import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readDataFolder } from '../../src/cli/data-folder.js'
import { counterIons, instruments, jurisdiction, lintRecords, list, rule, ruleExamples, substance, term } from '../../src/law/index.js'
import { dataFolder, reader } from '../support/law.js'

const records = readDataFolder(dataFolder)

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? files(join(folder, entry.name)) : entry.name.endsWith('.json') ? [join(folder, entry.name)] : []))
}

const schemas: readonly (readonly [RegExp, z.ZodType])[] = [
  [/^substances\//, substance],
  [/^terms\//, term],
  [/^counterions\.json$/, counterIons],
  [/^edition\.json$/, z.strictObject({ id: z.string() })],
  [/\/jurisdiction\.json$/, jurisdiction],
  [/\/instruments\.json$/, instruments],
  [/\/lists\//, list],
  [/\/rules\/.*\.examples\.json$/, ruleExamples],
  [/\/rules\//, rule],
]

// FIX=1 npx vitest run test/data lays out anew what is bent.
it('every file is laid out alike: two blanks, keys in schema order, one line end at the end', () => {
  const bent = files(dataFolder).flatMap((path) => {
    const file = relative(dataFolder, path)
    const schema = schemas.find(([pattern]) => pattern.test(file))?.[1]
    if (!schema) return [`${file}: no schema`]
    const text = readFileSync(path, 'utf8')
    const straight = `${JSON.stringify(schema.parse(JSON.parse(text)), null, 2)}\n`
    if (text === straight) return []
    if (process.env['FIX'] === '1') writeFileSync(path, straight)
    return [file]
  })
  expect(bent).toEqual([])
})

it('the records agree with one another', () => {
  expect(() => lintRecords(records)).not.toThrow()
})

describe('every structure', () => {
  it.each(records.substances.filter((s) => s.smiles === null).map((s) => [s.id, s] as const))('%s has none, and says why', (_, s) => {
    expect(s.structure.from).toBe('none')
    expect(s.structure.why).toBeTruthy()
  })
  const drawn = records.substances.filter((s): s is typeof s & { smiles: string } => s.smiles !== null)
  it('is read, and gives the InChIKey and the formula on record', () => {
    const wrong = drawn.filter((s) => {
      const [key, formula] = reader.read(s.smiles, (r) => [r.inchikey, r.formula])
      return key !== s.inchikey || formula !== s.formula
    })
    expect(wrong.map((s) => s.id)).toEqual([])
  })
  it('says where it comes from', () => {
    expect(drawn.filter((s) => s.structure.from === 'none' || (s.structure.from === 'chemical name' && !s.chemical_name && !s.structure.why)).map((s) => s.id)).toEqual([])
  })
})

it('CAS numbers have the right check digit', () => {
  const wrong = records.substances.flatMap((s) => (s.cas ?? []).filter((cas) => !hasCheckDigit(cas)).map((cas) => `${s.id} ${cas}`))
  expect(wrong).toEqual([])
})

/** The digits before the last, weighted 1, 2, 3 ... from the right. Source: CAS, Check Digit Verification. */
function hasCheckDigit(cas: string): boolean {
  const digits = [...cas.replaceAll('-', '')].map(Number).reverse()
  return digits.slice(1).reduce((sum, digit, i) => sum + digit * (i + 1), 0) % 10 === digits[0]
}

it('examples of terms are groups written from the rest of the molecule', () => {
  const all = records.terms.flatMap((t) => [...t.examples.in, ...t.examples.out])
  expect(all.filter((group) => !/^\*[^*]+$/.test(group))).toEqual([])
})

it('nothing is dated after the day through which its jurisdiction was checked, unless it says so', () => {
  const late = records.jurisdictions.flatMap(({ jurisdiction, lists }) =>
    lists.flatMap((l) => l.entries.flatMap((e) => e.periods.filter((p) => p.from !== null && p.from > jurisdiction.verified_through).map((p) => `${l.id} ${e.substance} ${p.from}`))),
  )
  expect(late).toEqual([])
})
