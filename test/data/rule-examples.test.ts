import { describe, expect, it } from 'vitest'
import { withMedicines, type Rule, type RuleExamples } from '../../src/law/index.js'
import { readDataFolder } from '../../src/cli/law-files/data-folder.js'
import { testRule, type ExampleResult } from '../../src/matching/index.js'
import { readScaffold } from '../../src/rules/index.js'
import { dataFolder, edition, law, reader } from '../support/law.js'

const records = readDataFolder(dataFolder)
const structures = new Map(records.substances.map((s) => [s.id, s.smiles]))

/** Rules whose examples show each clause separately, a near miss of each, and the site of each change. */
const shownInFull = new Set(['us-fentanyl-related-substances', 'cn-fentanyl-class', 'cn-proposed-fentanyl-class'])

for (const { rules, examples } of records.jurisdictions) {
  for (const rule of rules) {
    const own = examples.get(rule.id)
    describe(rule.id, () => {
      it('has examples', () => expect(own).toBeDefined())
      if (!own) return
      const test = testRule(
        reader,
        withMedicines(rule, records.medicines),
        own,
        law.terms,
        (id) => structures.get(id) ?? null,
      )

      it('no clause and no scaffold is without an example', () => {
        expect([test.unreachedClauses, test.unreachedScaffolds]).toEqual([[], []])
      })
      it('a substance is named on one side only', () => {
        const all = test.examples.map((e) => e.name)
        expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([])
      })
      it.each(test.examples)('$side $expected: $name', (example) => {
        expect(example.passed || meetsNamedReading(example, rule), JSON.stringify(example.outcome)).toBe(true)
      })
      if (shownInFull.has(rule.id)) showsInFull(rule, own, test.examples)
    })
  }
}

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
  it('shows every clause by a substance that fits by that clause only', () => {
    expect(ids.filter((id) => !own.fits.some((e) => e.by.join() === id))).toEqual([])
  })
  it('shows a near miss for every clause', () => {
    expect(ids.filter((id) => !own.misses.some((e) => e.near === id))).toEqual([])
  })
  it.each(results.filter((r) => r.side === 'fits'))(
    '$name: the atoms of each clause are at its site',
    ({ name, outcome }) => {
      if (outcome?.fit !== 'fits') throw new Error('it does not fit')
      const structure = structures.get(name) ?? own.fits.find((e) => e.name === name)!.smiles!
      for (const hit of outcome.clauses) {
        expect(hit.atoms.length).toBeGreaterThan(0)
        expect(hit.atoms.filter((atom) => !beyond(structure, rule, hit.id).has(atom))).toEqual([])
      }
    },
  )
  it.each(results.filter((r) => r.side === 'misses' && r.expected.length > 0))(
    '$name fails at a site of $expected',
    ({ expected, outcome }) => {
      if (outcome?.fit !== 'misses' || !('sites' in outcome.failure))
        throw new Error(`it fails nowhere: ${JSON.stringify(outcome)}`)
      const wanted = rule.clauses.find((c) => c.id === expected[0])!.sites
      expect(outcome.failure.sites.filter((site) => wanted.includes(site))).not.toEqual([])
    },
  )
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
