import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/law/index.js'
import { readDataFolder } from '../../src/cli/data-folder.js'
import { dataFolder, fit, law, reader, substanceOf } from '../support/law.js'
import { readScaffold } from '../../src/matching/scaffold.js'

const records = readDataFolder(dataFolder)

for (const { rules, examples } of records.jurisdictions) {
  for (const rule of rules) {
    const own = examples.get(rule.id)
    describe(rule.id, () => {
      it('has examples', () => expect(own).toBeDefined())
      if (!own) return

      it.runIf(rule.at_least <= 1)('shows every clause by a substance that fits by it alone', () => {
        const alone = new Set(own.fits.filter((e) => e.by.length === 1).map((e) => e.by[0]))
        expect(rule.clauses.map((c) => c.id).filter((id) => !alone.has(id))).toEqual([])
      })
      it('shows for every clause a substance that nearly fits', () => {
        const near = new Set(own.misses.map((e) => e.near))
        expect(rule.clauses.map((c) => c.id).filter((id) => !near.has(id))).toEqual([])
      })
      it('names a substance on one side only', () => {
        const all = [...own.fits, ...own.misses, ...own.unsettled].map((e) => e.substance)
        expect(all.filter((id, i) => all.indexOf(id) !== i)).toEqual([])
      })

      it.each(own.fits)('$substance fits by $by', ({ substance, by }) => {
        const { smiles } = substanceOf(substance)
        const outcome = fit(smiles, rule)
        expect(outcome).toMatchObject({ fit: 'fits' })
        if (outcome.fit !== 'fits') return
        expect(outcome.clauses.map((c) => c.id)).toEqual(by)
        for (const hit of outcome.clauses) {
          expect(hit.atoms.length).toBeGreaterThan(0)
          expect(hit.atoms.filter((atom) => !beyond(smiles, rule, hit.id).has(atom))).toEqual([])
        }
      })

      it.each(own.misses)('$substance misses', ({ substance, near }) => {
        const outcome = fit(substanceOf(substance).smiles, rule)
        expect(outcome.fit).toBe('misses')
        if (outcome.fit !== 'misses' || near === undefined) return
        const sites = 'sites' in outcome.failure ? outcome.failure.sites : []
        const wanted = rule.clauses.find((c) => c.id === near)!.sites
        expect(sites.some((site) => wanted.includes(site)), `${near} is nearly met, yet it fails as ${JSON.stringify(outcome.failure)}`).toBe(true)
      })

      it.each(own.unsettled)('$substance hangs on $reading', ({ substance, reading }) => {
        const record = rule.readings.find((r) => r.id === reading)!
        expect(record.choice).toBe('open')
        const outcome = fit(substanceOf(substance).smiles, rule)
        // A reading that names substances is laid on the words afterwards; the words alone fit.
        if (record.substances) {
          expect(record.substances).toContain(substance)
          expect(outcome.fit).toBe('fits')
        } else {
          expect(outcome).toMatchObject({ fit: 'open', readings: [reading], bound: false })
        }
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
  expect(law.edition.jurisdictions.flatMap((j) => j.rules).length).toBe(records.jurisdictions.reduce((n, j) => n + j.examples.size, 0))
})
