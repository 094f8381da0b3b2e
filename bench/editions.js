// Editions with less law in them. Their hash is no longer that of the shipped one: they are read with --unverified-edition.
import { readFileSync, writeFileSync } from 'node:fs'

const shipped = () => JSON.parse(readFileSync(new URL('../dist/edition.json', import.meta.url), 'utf8'))

/** The shipped edition with no class rules but those on fentanyls. */
export function writeFentanylsAlone(file) {
  const edition = shipped()
  for (const jurisdiction of edition.jurisdictions)
    jurisdiction.rules = jurisdiction.rules.filter((rule) => rule.id.includes('fentanyl'))
  writeFileSync(file, JSON.stringify(edition))
}

/**
 * One substructure as all the law there is: a rule of open words that reaches whatever has it, in force on any day, and no recorded
 * substance. What has the substructure is `undecided`.
 */
export function writeOneQuery(file, smarts) {
  const edition = shipped()
  const [first] = edition.jurisdictions
  const { code, name, authority, records_from, verified_through } = first.jurisdiction
  const cite = 'the query'
  const rule = {
    id: 'query',
    title: 'the query',
    control: 'drug',
    reads: ['Whatever has the substructure.'],
    periods: [
      { from: '2000-01-01', until: null, instrument: first.instruments[0].id, act: 'act', cite, status: 'in force' },
    ],
    scaffolds: [],
    sites: [],
    clauses: [],
    at_least: 0,
    open_words: {
      question: 'Has it the substructure?',
      basis: 'the query',
      cite,
      reaches: [{ smarts, reads: 'the query' }],
    },
    leaves_out: [],
    readings: [],
  }
  const jurisdiction = { code, name, authority, records_from, verified_through, exceptions: [], gaps: [] }
  writeFileSync(
    file,
    JSON.stringify({
      ...edition,
      substances: [],
      jurisdictions: [{ ...first, jurisdiction, lists: [], rules: [rule] }],
    }),
  )
}
