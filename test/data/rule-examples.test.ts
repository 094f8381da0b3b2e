import { describe, expect, it } from 'vitest'
import { withMedicines, type Rule, type RuleExamples } from '../../src/law/index.js'
import { testRule, type ExampleResult, type RuleOutcome } from '../../src/matching/index.js'
import { readScaffold } from '../../src/rules/index.js'
import { edition, law, loadRecords, reader } from '../support/law.js'
import { atomRuns } from '../support/atom-runs.js'
import { StoredSections } from '../support/stored-sections.js'

const records = loadRecords({})
const structures = new Map(records.substances.map((s) => [s.id, s.smiles]))

/** Rules whose examples show each clause separately, a near miss of each, and the site of each change. */
const shownInFull = new Set(['us-fentanyl-related-substances', 'cn-fentanyl-class', 'cn-proposed-fentanyl-class'])

/** A file for each jurisdiction with the outcome of every example. */
const outcomes = new Map(
  records.jurisdictions.map(({ jurisdiction: { code } }) => [
    code,
    new StoredSections(new URL(`outcomes/${code}.txt`, import.meta.url)),
  ]),
)

describe.each(records.jurisdictions.map((j) => [j.jurisdiction.code, j] as const))(
  '%s',
  (code, { rules, examples }) => {
    // One test per rule: what the rule makes of its examples is worked out once.
    it.each(rules.map((rule) => [rule.id, rule] as const))('the examples of %s', (_, rule) => {
      const own = examples.get(rule.id)!
      const test = testRule(
        reader,
        withMedicines(rule, records.medicines),
        own,
        law.terms,
        (id) => structures.get(id) ?? null,
      )
      const wrong = test.examples.filter((example) => !(example.passed || meetsNamedReading(example, rule)))
      expect(wrong, 'each is on its side, by its clauses').toEqual([])
      expect(test.unreachedClauses, 'clauses without an example').toEqual([])
      expect(test.unreachedScaffolds, 'scaffolds without an example').toEqual([])
      const names = test.examples.map((e) => e.name)
      expect(
        names.filter((name, i) => names.indexOf(name) !== i),
        'named on two sides',
      ).toEqual([])
      outcomes.get(code)!.expectRows(rule.id, rowsOf(test.examples))
      if (shownInFull.has(rule.id)) showsInFull(rule, own, test.examples)
    })
    it('the file of outcomes has no other rules', () => {
      outcomes.get(code)!.expectHeadings(rules.map((rule) => rule.id))
    })
  },
)

/** A line for each outcome with its examples, atoms as numbered in the structure. The side says whether the rule fits. */
function rowsOf(results: readonly ExampleResult[]): string[] {
  const rows = new Map<string, { readonly side: string; readonly text: string; readonly names: string[] }>()
  for (const { side, name, outcome } of results) {
    const text = outcome === null ? 'no structure' : outcomeIn(side, outcome)
    const row = rows.get(`${side} ${text}`) ?? { side, text, names: [] }
    rows.set(`${side} ${text}`, row)
    row.names.push(name)
  }
  return [...rows.values()].map(({ side, text, names }) => `${side} ${names.join('; ')}: ${text}`)
}

function outcomeIn(side: ExampleResult['side'], outcome: RuleOutcome): string {
  if (outcome.fit === 'misses') {
    const { why, atoms, reads: _, ...more } = { atoms: [], reads: '', ...outcome.failure }
    const facts = Object.entries(more).map(([key, value]) => (key === why ? ` ${value}` : ` ${key} ${value}`))
    const where = atoms.length === 0 ? '' : ` [${atomRuns(atoms)}]`
    return `${side === 'misses' ? '' : 'misses, '}${why}${facts.join('')}${where}, ${outcome.accounted} accounted`
  }
  const clauses = outcome.clauses.map(({ id, atoms, reads }) => `${id}[${atomRuns(atoms)}]${reads ? start(reads) : ''}`)
  const readings = outcome.readings.length === 0 ? [] : [`readings ${outcome.readings.join()}`]
  const open = outcome.fit !== 'open' || outcome.because === 'open words' ? [] : [`open by ${outcome.because}`]
  const fit = side === 'fits' || outcome.fit === 'open' ? [] : ['fits']
  return [...fit, ...open, clauses.join(' '), ...readings].filter((part) => part !== '').join(', ')
}

/** As much of the words of a clause as tells it from others with the same id. */
const start = (reads: string) => ` (${reads.length > 40 ? `${reads.slice(0, 40)}...` : reads})`

/** A reading about named substances is applied after the wording; the wording alone fits. */
function meetsNamedReading({ side, name, expected, outcome }: ExampleResult, rule: Rule): boolean {
  const reading = rule.readings.find((r) => r.id === expected[0])
  return (
    side === 'unsettled' &&
    reading?.choice === 'open' &&
    reading.substances?.includes(name) === true &&
    outcome?.fit === 'fits'
  )
}

function showsInFull(rule: Rule, own: RuleExamples, results: readonly ExampleResult[]): void {
  const ids = rule.clauses.map((c) => c.id)
  const alone = ids.filter((id) => !own.fits.some((e) => e.by.join() === id))
  expect(alone, 'clauses without a substance that fits by them only').toEqual([])
  expect(
    ids.filter((id) => !own.misses.some((e) => e.near === id)),
    'clauses without a near miss',
  ).toEqual([])
  for (const { side, name, expected, outcome } of results) {
    if (side === 'fits') {
      if (outcome?.fit !== 'fits') throw new Error(`${name} does not fit`)
      const structure = structures.get(name) ?? own.fits.find((e) => e.name === name)!.smiles!
      for (const hit of outcome.clauses) {
        expect(hit.atoms.length, `${name}: atoms of ${hit.id}`).toBeGreaterThan(0)
        expect(
          hit.atoms.filter((atom) => !beyond(structure, rule, hit.id).has(atom)),
          `${name}: at its site`,
        ).toEqual([])
      }
    }
    if (side === 'misses' && expected.length > 0) {
      if (outcome?.fit !== 'misses' || !('sites' in outcome.failure))
        throw new Error(`${name} fails nowhere: ${JSON.stringify(outcome)}`)
      const wanted = rule.clauses.find((c) => c.id === expected[0])!.sites
      expect(
        outcome.failure.sites.filter((site) => wanted.includes(site)),
        `${name}: at a site`,
      ).not.toEqual([])
    }
  }
}

/** Atoms outside the scaffold attached to the sites of a clause, for any embedding of the scaffold. */
function beyond(smiles: string, rule: Rule, clauseId: string): Set<number> {
  const clause = rule.clauses.find((c) => c.id === clauseId)!
  const names = new Set(rule.sites.filter((s) => clause.sites.includes(s.id)).flatMap((s) => s.on))
  return reader.read(smiles, (structure) => {
    const found = new Set<number>()
    for (const scaffold of rule.scaffolds) {
      const order = readScaffold(scaffold.smarts).names
      for (const embedding of structure.match(scaffold.smarts).embeddings) {
        const kept = new Set(embedding)
        const queue = embedding.filter((_, i) => order[i] != null && names.has(order[i]!))
        for (let next = 0; next < queue.length; next++) {
          for (const { atom } of structure.molecule.neighbours[queue[next]!]!) {
            if (kept.has(atom) || found.has(atom)) continue
            found.add(atom)
            queue.push(atom)
          }
        }
      }
    }
    return found
  })
}

it('every rule of the edition was read with its examples', () => {
  expect(edition.jurisdictions.flatMap((j) => j.rules).length).toBe(
    records.jurisdictions.reduce((n, j) => n + j.examples.size, 0),
  )
})
