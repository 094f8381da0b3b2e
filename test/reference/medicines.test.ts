import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Reader } from '../../src/chem/index.js'
import { assess, strength, type Judgement, type LawIndex, type Verdict } from '../../src/matching/index.js'
import { sharedReader, shippedLaw } from '../support/law.js'

interface Catch {
  readonly jurisdiction: string
  readonly rule: string
  readonly counts: Verdict
  /** The reading, or the fact, that explains why the rule covers the medicine. */
  readonly why: string
}

interface Medicine {
  readonly inn: string
  readonly chemical_name: string
  readonly smiles: string
  readonly formula: string
  readonly listed_in?: readonly string[]
  readonly precursor_in?: readonly string[]
  readonly catches?: readonly Catch[]
}

const reference = JSON.parse(readFileSync(new URL('medicines.json', import.meta.url), 'utf8')) as {
  readonly as_of: string
  readonly jurisdictions: readonly string[]
  readonly medicines: readonly Medicine[]
}
const { medicines, as_of: asOf } = reference

let law: LawIndex
/** Rules of the edition and the kind of control they impose. */
let rules: Map<string, string>
let reader: Reader
const judged = new Map<string, Judgement>()

beforeAll(async () => {
  law = shippedLaw()
  rules = new Map(law.edition.jurisdictions.flatMap((j) => j.rules.map((rule) => [rule.id, rule.control])))
  reader = await sharedReader()
  for (const { inn, smiles } of medicines) {
    await reader.ready()
    const result = assess(reader, law, smiles, { asOf }, { identify: 'controlled' })
    if (result.kind !== 'judged') throw new Error(`${inn}: ${result.problem.message}`)
    judged.set(inn, result.judgement)
  }
}, 120_000)

const judgement = (inn: string) => judged.get(inn)!

describe('the set', () => {
  test('500 medicines or more, each named once', () => {
    expect(medicines.length).toBeGreaterThanOrEqual(500)
    expect(new Set(medicines.map((m) => m.inn)).size).toBe(medicines.length)
  })
  test('no structure occurs twice', () => {
    const keys = new Map<string, string>()
    for (const { inn, smiles } of medicines) {
      const key = reader.read(smiles, (structure) => structure.inchikey ?? smiles)
      expect(keys.get(key), `${inn} is drawn like ${keys.get(key)}`).toBeUndefined()
      keys.set(key, inn)
    }
  })
  test('every structure has the formula given', () => {
    const differing = medicines.filter((m) => reader.read(m.smiles, (structure) => structure.formula) !== m.formula)
    expect(differing.map((m) => m.inn)).toEqual([])
  })
})

describe(`what is controlled on ${asOf}`, () => {
  const strongest = (m: Medicine, verdicts: readonly Verdict[]) =>
    `${m.inn}: ${strength.find((v) => verdicts.includes(v)) ?? 'uncontrolled'}`

  test.each(reference.jurisdictions)('%s: the marked medicines, and no others', (code) => {
    const found = (m: Medicine) =>
      judgement(m.inn)
        .jurisdictions.find((j) => j.code === code)!
        .findings.flatMap((f) => ('control' in f && f.control === 'drug' && f.counts) || [])
    const expected = (m: Medicine): Verdict[] => [
      ...(m.listed_in?.includes(code) ? ['listed' as const] : []),
      ...(m.catches ?? []).filter((c) => c.jurisdiction === code && rules.get(c.rule) === 'drug').map((c) => c.counts),
    ]
    expect(medicines.map((m) => strongest(m, found(m)))).toEqual(medicines.map((m) => strongest(m, expected(m))))
  })

  test('precursors: the marked medicines, and no others', () => {
    const listedIn = (m: Medicine) =>
      judgement(m.inn).jurisdictions.filter((j) =>
        j.findings.some((f) => f.kind === 'listed' && f.control === 'precursor'),
      )
    const found = medicines.flatMap((m) => listedIn(m).map((j) => `${m.inn} ${j.code}`))
    expect(found).toEqual(medicines.flatMap((m) => (m.precursor_in ?? []).map((code) => `${m.inn} ${code}`)))
  })
})

describe('class rules in force', () => {
  /** Every class rule that covers a medicine, or leaves it open, in any jurisdiction of the edition. */
  const caught = (m: Medicine) =>
    judgement(m.inn).jurisdictions.flatMap((j) =>
      j.findings.flatMap((f) => (f.kind === 'class' && f.counts !== null ? [`${j.code} ${f.ruleId} ${f.counts}`] : [])),
    )
  const marked = (m: Medicine) =>
    (m.catches ?? []).filter((c) => rules.has(c.rule)).map((c) => `${c.jurisdiction} ${c.rule} ${c.counts}`)

  test.each(medicines.filter((m) => m.catches))('$inn is caught as the file says', (m) => {
    expect(caught(m).sort()).toEqual(marked(m).sort())
    for (const { why } of m.catches!) expect(why.length).toBeGreaterThan(20)
  })

  test('no other medicine is caught by any class', () => {
    const surprises = medicines.filter((m) => !m.catches).flatMap((m) => caught(m).map((c) => `${m.inn}: ${c}`))
    expect(surprises).toEqual([])
  })

  test('no gap in the records makes a medicine undecided that is not controlled anywhere', () => {
    const free = medicines.filter((m) => !m.listed_in && !m.precursor_in && !m.catches)
    const open = free.flatMap((m) =>
      judgement(m.inn).jurisdictions.flatMap((j) =>
        j.findings.flatMap((f) => (f.kind === 'gap' ? [`${m.inn}: ${j.code} ${f.gap}`] : [])),
      ),
    )
    expect(open).toEqual([])
  })
})
