import { usesIn, usesOf, type Item } from '../schema/term.js'
import { check, type Flaw } from '../records/check.js'
import { fileOf } from '../records/records.js'
import { fileOfVersion } from '../versions/located.js'

export const rulePartsFit = check(
  'rule-parts',
  'sites, terms, readings and map numbers that a rule uses exist, and no scaffold has a map number twice',
  {
    rule(rule, _, records) {
      const terms = new Map([...records.terms, ...(rule.terms ?? [])].map((t) => [t.id, t]))
      const readings = new Set(rule.readings.map((r) => r.id))
      const sites = new Set(rule.sites.map((s) => s.id))
      const clauses = new Set(rule.clauses.map((c) => c.id))
      const met = new Set<string>()
      const flaws: Flaw[] = []
      const need = (known: ReadonlySet<string>, id: string | undefined, what: string, field: string) =>
        void (id !== undefined && !known.has(id) && flaws.push([field, id, `the id of a ${what} of this rule`]))
      const names = rule.scaffolds.map((s) => new Set(mapNumbers(s.smarts)))
      for (const [i, { smarts, reading, meets = [] }] of rule.scaffolds.entries()) {
        const twice = repeated(mapNumbers(smarts))
        const found = `map number ${twice.join(', ')} more than once`
        if (twice.length > 0) flaws.push([`scaffolds[${i}].smarts`, found, 'each map number on one atom'])
        need(readings, reading, 'reading', `scaffolds[${i}].reading`)
        for (const other of meets) need(clauses, other, 'clause', `scaffolds[${i}].meets`)
      }
      for (const [i, { on, parent }] of rule.sites.entries()) {
        const missing = on.filter((n) => !names.some((set) => set.has(n)))
        if (missing.length > 0) flaws.push([`sites[${i}].on`, String(missing), 'map numbers of a scaffold'])
        if (parent !== undefined) checkUses(usesIn(parent, `sites[${i}].parent`))
      }
      for (const [i, clause] of rule.clauses.entries()) {
        for (const s of clause.sites) need(sites, s, 'site', `clauses[${i}].sites`)
        for (const [k, item] of clause.with.entries()) checkUses(usesIn(item, `clauses[${i}].with[${k}]`))
        for (const other of clause.needs ?? []) need(clauses, other, 'clause', `clauses[${i}].needs`)
        if (clause.between !== undefined && clause.change !== 'bridge')
          flaws.push([`clauses[${i}].between`, clause.between, 'a clause whose change is bridge'])
      }
      const { jurisdiction } = rule.reference ?? {}
      if (jurisdiction !== undefined && !records.jurisdictions.some((j) => j.jurisdiction.code === jurisdiction))
        flaws.push(['reference.jurisdiction', jurisdiction, 'the code of a jurisdiction in the records'])
      return flaws

      function checkUses(uses: Iterable<readonly [Exclude<Item, string>, string]>): void {
        for (const [{ term: id, reading }, field] of uses) {
          const term = terms.get(id)
          if (!term) flaws.push([field, id, 'the id of a term record'])
          need(readings, reading, 'reading', `${field}.reading`)
          // A term may refer to itself further out.
          if (!term || met.has(id)) continue
          met.add(id)
          for (const shape of term.is) checkUses(usesOf(shape.further, `term ${id}`))
        }
      }
    },
  },
)

/** Map numbers that name atoms, in order. */
function mapNumbers(smarts: string): number[] {
  return [...smarts.matchAll(/:(\d+)\]/g)].map((m) => Number(m[1]))
}

function repeated(numbers: readonly number[]): number[] {
  return [...new Set(numbers.filter((n, i) => numbers.indexOf(n) !== i))]
}

export const rulesHaveExamples = check(
  'rule-examples',
  'each rule has examples, unless it only refers to the law of another jurisdiction',
  {
    *rule({ id, reference, scaffolds }, { examples }, { files }) {
      // A base edition contributes rules whose files are not here.
      const onlyRefers = reference !== undefined && scaffolds.length === 0
      if (onlyRefers || !files.has(`rule:${id}`)) return
      const { fits = [], misses = [], unsettled = [] } = examples.get(id) ?? {}
      if (fits.length + misses.length + unsettled.length === 0)
        yield ['examples', 'none', `at least one example in ${id}.examples.json`]
    },
  },
)

export const termsStandOnce = check(
  'terms-once',
  'words that rules of one law share stand once, in the terms of that law',
  {
    *records(records) {
      for (const { jurisdiction, rules, terms = [] } of records.jurisdictions) {
        const known = new Map<string, string>()
        for (const rule of rules) {
          const name = fileOf(records, `rule:${rule.id}`)
          const file = fileOfVersion(name)
          for (const [i, term] of (rule.terms ?? []).entries()) {
            if (terms.includes(term)) continue
            const text = JSON.stringify(term)
            const other = known.get(text) ?? file
            const expected = `one file, ${jurisdiction.code.toLowerCase()}/terms/${term.id}.json`
            if (other !== file) yield { file: name, field: `terms[${i}]`, found: `${term.id} as in ${other}`, expected }
            known.set(text, file)
          }
        }
      }
    },
  },
)
