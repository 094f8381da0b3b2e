import { describe, expect, it } from 'vitest'
import { specialClauses, type Rule } from '../../src/law/index.js'
import { readDataFolder } from '../../src/cli/data-folder.js'
import { fitRule, type RuleOutcome } from '../../src/matching/index.js'
import { readScaffold } from '../../src/matching/scaffold.js'
import { dataFolder, edition, law, reader, substanceOf } from '../support/law.js'

const records = readDataFolder(dataFolder)

/** An example with its structure, whether recorded or the example's own. */
function drawn<T extends { substance?: string | undefined; name?: string | undefined; smiles?: string | undefined }>(examples: readonly T[]) {
  return examples.map((example) => ({ ...example, title: example.substance ?? example.name!, structure: example.smiles ?? substanceOf(example.substance!).smiles }))
}

/** A rule read on a structure, whatever the lists say of it: the strongest of its components. */
function fit(smiles: string, rule: Rule): RuleOutcome {
  return reader.read(smiles, (s) => {
    const outcomes = s.molecule.components.map((component) => fitRule(s, component, rule, law.terms))
    return outcomes.find((o) => o.fit === 'fits') ?? outcomes.find((o) => o.fit === 'open') ?? outcomes[0]!
  })
}

for (const { rules, examples } of records.jurisdictions) {
  for (const rule of rules) {
    const own = examples.get(rule.id)
    describe(rule.id, () => {
      it('has examples', () => expect(own).toBeDefined())
      if (!own) return
      const named = (id: string | undefined) => rule.names?.some((n) => n.substance === id) ?? false
      // A clause that rests on another cannot be met alone.
      const free = rule.clauses.filter((c) => rule.at_least <= 1 && !c.needs && c.counts !== false)

      it('shows every clause by a substance that fits by it alone', () => {
        const alone = new Set(own.fits.filter((e) => e.by.length === 1).map((e) => e.by[0]))
        expect(free.map((c) => c.id).filter((id) => !alone.has(id))).toEqual([])
      })
      it('shows for every clause a substance that nearly fits', () => {
        const near = new Set(own.misses.map((e) => e.near))
        expect(rule.clauses.map((c) => c.id).filter((id) => !near.has(id))).toEqual([])
      })
      it('names a substance on one side only', () => {
        const all = [...own.fits, ...own.misses, ...own.unsettled].map((e) => e.substance ?? e.name)
        expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([])
      })

      it.each(drawn(own.fits))('$title fits by $by', ({ substance, structure, by }) => {
        if (named(substance)) return expect(by).toEqual([specialClauses.named])
        const outcome = fit(structure, rule)
        expect(outcome).toMatchObject({ fit: 'fits' })
        if (outcome.fit !== 'fits') return
        expect(outcome.clauses.map((c) => c.id).sort()).toEqual([...by].sort())
        for (const hit of outcome.clauses.filter((c) => rule.clauses.some((r) => r.id === c.id))) {
          expect(hit.atoms.length).toBeGreaterThan(0)
          expect(hit.atoms.filter((atom) => !beyond(structure, rule, hit.id).has(atom))).toEqual([])
        }
      })

      it.runIf(own.misses.length > 0).each(drawn(own.misses))('$title misses', ({ structure, near }) => {
        const outcome = fit(structure, rule)
        expect(outcome.fit).toBe('misses')
        if (outcome.fit !== 'misses' || near === undefined) return
        const { failure } = outcome
        const sites = 'sites' in failure ? failure.sites : []
        const wanted = rule.clauses.find((c) => c.id === near)!.sites
        const nearly = sites.some((site) => wanted.includes(site)) || ('clause' in failure && failure.clause === near)
        expect(nearly, `${near} is nearly met, yet it fails as ${JSON.stringify(failure)}`).toBe(true)
      })

      it.runIf(own.unsettled.length > 0).each(drawn(own.unsettled))('$title hangs on $reading', ({ substance, structure, reading }) => {
        const outcome = fit(structure, rule)
        if (reading === specialClauses.openWords) return expect(outcome).toMatchObject({ fit: 'open', because: 'open words' })
        const record = rule.readings.find((r) => r.id === reading)!
        expect(record.choice).toBe('open')
        // A reading that names substances is laid on the words afterwards; the words alone fit.
        if (!record.substances) return expect(outcome).toMatchObject({ fit: 'open', readings: expect.arrayContaining([reading]) })
        expect(record.substances).toContain(substance)
        expect(outcome.fit).toBe('fits')
      })
    })
  }
}

/** Atoms outside the scaffold that hang on the sites of a clause, for any way of laying the scaffold. */
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
  expect(edition.jurisdictions.flatMap((j) => j.rules).length).toBe(records.jurisdictions.reduce((n, j) => n + j.examples.size, 0))
})
