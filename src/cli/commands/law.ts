import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { find, search, statsOn, summarise, type LawRecord, type Hit, type Records } from '../../law/index.js'
import { contentsBlocks, recordBlocks, hitBlocks, statsBlocks } from '../../report/documents.js'
import { CannotRun, type AddCommand, type Host } from '../host.js'
import { addDecided } from './law/decided.js'
import { addGaps } from './law/gaps.js'
import { loadRecords } from '../law-files/law-data.js'
import { rulesOfFile } from '../law-files/named-rules.js'
import { chosen, print, recordQuery } from './law/print.js'
import { withJurisdictions, type Options } from '../options.js'

/** Rows of a search that text shows. */
const hitsShown = 25

/** `coverage law ...`: the records as a library. */
export const add: AddCommand = (program, host, done) => {
  const law = program.command('law').description('Read, search, count and check the law records.')
  law.commandsGroup('Read the records:')
  addList(law, host)
  addShow(law, host)
  addSearch(law, host, done)
  addStats(law, host)
  addGaps(law, host, done)
  addDecided(law, host, done)
}

function addList(law: Command, host: Host): void {
  withJurisdictions(
    recordQuery(
      law.command('list'),
      'Jurisdictions, lists and class rules, with counts, periods and the day up to which the law was reviewed.',
    ),
  ).action((options: Options) => {
    const all = loadRecords(options)
    const records = { ...all, jurisdictions: chosen(all, options.jurisdiction) }
    const on = options.asOf ?? host.today
    print(host, options, contentsBlocks(records, on), () => contentsJson(records, on))
  })
}

function addShow(law: Command, host: Host): void {
  recordQuery(law.command('show'), 'One record in words: a substance, list, class rule, instrument, law or term.')
    .argument('<id...>', 'ids of records; a name, alias, CAS number or InChIKey of exactly one record; or rule files')
    .action((ids: string[], options: Options) => {
      const records = loadRecords(options)
      const found = ids.flatMap((id) => resolve(records, id))
      print(
        host,
        options,
        found.flatMap((f) => recordBlocks(f, options.asOf ?? host.today, records.terms)),
        () => (found.length === 1 ? found[0] : found),
      )
    })
}

function addSearch(law: Command, host: Host, done: (code: number) => void): void {
  withJurisdictions(
    recordQuery(
      law.command('search'),
      'Find records by name, alias, Chinese name, systematic name, formula, CAS number, code or citation.',
    ),
  )
    .argument('<text...>', 'words to look for')
    .action((words: string[], options: Options) => {
      const hits = search(within(loadRecords(options), options.jurisdiction), words.join(' '))
      print(host, options, hitBlocks(words.join(' '), hits, hitsShown), () => hits)
      if (hits.length === 0) done(1)
    })
}

/** The records of some laws, and the substances that their lists name. */
function within(records: Records, codes: readonly string[] | undefined): Records {
  if (codes === undefined) return records
  const jurisdictions = chosen(records, codes)
  const named = new Set(jurisdictions.flatMap(({ lists }) => lists.flatMap((l) => l.entries.map((e) => e.substance))))
  return { ...records, jurisdictions, substances: records.substances.filter(({ id }) => named.has(id)) }
}

function addStats(law: Command, host: Host): void {
  withJurisdictions(
    recordQuery(
      law.command('stats'),
      'How much is controlled on a day: individually by list and kind, by class rule, by tag (NPS, fentanyls), and ' +
        'by how many instruments.',
    ),
  ).action((options: Options) => {
    const records = loadRecords(options)
    const stats = chosen(records, options.jurisdiction).map((j) =>
      statsOn(j, options.asOf ?? host.today, records.substances),
    )
    print(host, options, stats.flatMap(statsBlocks), () => stats)
  })
}

/** The records with this id, the one record with exactly this name, or the rules of a file. */
function resolve(records: Records, id: string): LawRecord[] {
  const found = find(records, id)
  if (found.length > 0) return found
  if (id.endsWith('.json') && existsSync(id))
    return rulesOfFile(id, records).map((own) => ({ kind: 'rule', jurisdiction: 'Draft', ...own }))
  const hits = search(records, id)
  const exact = hits.filter(
    (h) => h.rank === 0 && h.field !== 'code' && h.field !== 'citation' && h.field !== 'formula',
  )
  if (exact.length === 1) return find(records, exact[0]!.id)
  throw new CannotRun(`no record ${id}.${suggestion(exact.length > 0 ? exact : hits)}`)
}

function suggestion(hits: readonly Hit[]): string {
  return hits.length === 0
    ? ''
    : ` Near: ${hits
        .slice(0, 5)
        .map((h) => h.id)
        .join(', ')}`
}

function contentsJson(records: Records, on: string): unknown {
  return {
    edition: records.edition.id,
    asOf: on,
    substances: records.substances.length,
    jurisdictions: records.jurisdictions.map(({ jurisdiction: j, instruments, lists, rules }) => ({
      code: j.code,
      name: j.name,
      records_from: j.records_from,
      verified_through: j.verified_through,
      instruments: instruments.length,
      lists: lists.map((l) => summarise(l, on)),
      rules: rules.map((r) => ({
        id: r.id,
        title: r.title,
        control: r.control,
        clauses: r.clauses.length,
        periods: r.periods.map(({ status, from, until }) => ({ status, from, until })),
      })),
    })),
  }
}
