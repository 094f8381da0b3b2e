import { find, type Records, structuresOf, summarise, type List, type ScopeClause } from '../../law/index.js'
import { heading, items, table, text, type Block, links, section } from '../document/model.js'
import { instrumentsId, isAt } from './addresses.js'
import { gapLines, recordBlocks } from './record-blocks.js'
import { contentsBlocks, structuresLine } from './overview.js'
import { rulePageBlocks, rulePages, type RulePage, daysOf } from './rule/rule-page.js'
import { declaredWords, scopeWords, unconfirmedOf, unconfirmedWords } from './list-blocks.js'
import { decidedLine } from './edition-changes.js'
import { comparedLine } from './compared-line.js'
import { capital } from './sentence.js'
import { onRequestLines } from './on-request.js'

/** The content at an address: blocks, and the class whose picture belongs to them. */
export interface RecordPage {
  readonly blocks: readonly Block[]
  readonly rule: { readonly code: string; readonly page: RulePage } | null
}

const plain = (blocks: readonly Block[]): RecordPage => ({ blocks, rule: null })

/** The page of the record at an address; null if there is none. @param on the day on which lists are counted */
export function recordPage(records: Records, address: string, on: string): RecordPage | null {
  const [first = '', kind, id = ''] = address.split('/')
  if (first === '') return plain(contentsBlocks(records, on))
  if (first === 'substance' || first === 'term') {
    const found = find(records, kind ?? '').find((record) => record.kind === first)
    return found ? plain(recordBlocks(found, on, records.terms)) : null
  }
  const law = records.jurisdictions.find((j) => j.jurisdiction.code.toLowerCase() === first)
  if (!law) return null
  const { code } = law.jurisdiction
  if (kind === undefined) {
    const [title, ...rest] = pageBlocks(law, records.substances, false)
    return plain([title!, ...items([`Instruments by day (${instrumentsId(code)})`]), ...rest])
  }
  if (kind === 'instruments') return plain(instrumentsBlocks(law))
  if (kind === 'rule') {
    const page = rulePages(law).find((own) => own.id === id || own.rules.some((rule) => rule.id === id))
    return page ? { blocks: rulePageBlocks(page, law, records.terms, true, false), rule: { code, page } } : null
  }
  const found = find(records, id).find((record) => isAt(record, code, kind))
  return found ? plain(recordBlocks(found, on, records.terms)) : null
}

/** The acts of a jurisdiction by the day on which they took effect, the latest first. */
function instrumentsBlocks({ jurisdiction, instruments }: Records['jurisdictions'][number]): Block[] {
  const sorted = [...instruments].sort((a, b) => ((a.effective ?? '') < (b.effective ?? '') ? 1 : -1))
  return [
    heading(`Instruments of ${jurisdiction.name} (${jurisdiction.code})`, 1),
    text(`${instruments.length} recorded acts by the day on which they took effect, the latest first.`),
    ...actsTable(sorted),
  ]
}

type Jurisdiction = Records['jurisdictions'][number]

/**
 * The page of a jurisdiction for readers: everything in its records, counted on the day up to which they were verified.
 * @param isFile whether it is a file in the folder of the records, which somebody could edit
 */
export function pageBlocks(records: Jurisdiction, substances: Records['substances'], isFile = true): Block[] {
  const { jurisdiction: j, instruments, lists } = records
  const on = j.verified_through
  return [
    heading(`${j.name} (${j.code})`, 1),
    text(
      (isFile
        ? 'Generated from the records in this folder by "coverage law pages"; edit the records, not this page. '
        : '') +
        `Law reviewed up to ${on}. Records begin on ${j.records_from ?? 'an unknown day'}. Authority: ` +
        `${j.authority}.`,
    ),
    ...onRequestLines(j).map(text),
    ...(j.note ? [text(j.note)] : []),
    ...section('Lists', listsOn(lists, on)),
    ...section('Comparison with official texts', items((records.reconciled ?? []).map(comparedLine))),
    ...section('Where it is published', items((records.sources?.texts ?? []).map(publishedLine))),
    ...section('Decided', items(j.decided ? [decidedLine(j.decided)] : [])),
    ...section('Structures', [text(`${structuresLine(structuresOf(lists, substances))}.`)]),
    ...section('Official counts', items(countLines(records))),
    ...section('Scope of the lists', items(scopeLines(lists))),
    ...section(
      'Class rules',
      links(rulePages(records).map((page) => ({ text: page.title, to: `rules/${page.id}.md`, about: daysOf(page) }))),
    ),
    ...openSections(records),
    ...section('Instruments', actsTable(instruments)),
  ]
}

function publishedLine({ title, address, tried, reader, note }: NonNullable<Jurisdiction['sources']>['texts'][number]) {
  const seen = tried === 'untried' ? 'address not tried' : `seen ${tried}`
  const read = reader === null ? 'no reader; compared by a person' : `read by ${reader}`
  return `${title}: ${address ?? 'no address'} (${seen}; ${read})${note ? `. ${note}` : ''}`
}

function actsTable(acts: Jurisdiction['instruments']): Block[] {
  return table(
    ['In effect', 'Act', 'Citation'],
    acts.map((act) => [act.effective ?? 'unknown', `${act.title} (${act.id})`, act.cite]),
  )
}

function listsOn(lists: readonly List[], on: string): Block[] {
  return [
    text(
      `Entries in force on ${on}. An entry has a number of its own in the law and can cover several ` +
        'substances; the last column also counts substances whose entries have ended or have not begun.',
    ),
    ...table(
      ['List', 'Control', 'Substances', 'Entries', 'Substances ever recorded'],
      lists
        .map((l) => summarise(l, on))
        .map((s) => [`${s.name} (${s.id})`, s.control, s.substances, s.entries, s.recorded]),
    ),
  ]
}

function countLines({ lists, instruments }: Jurisdiction): string[] {
  return [
    ...lists.flatMap((l) => (l.declared ?? []).map((d) => `${l.short}: ${declaredWords(d)}`)),
    ...instruments.flatMap((a) =>
      a.declared ? [`${a.cite}, ${a.effective ?? 'day unknown'}: ${declaredWords(a.declared)}`] : [],
    ),
  ]
}

/** What is excluded, missing, open or unconfirmed. */
function openSections({ jurisdiction: j, lists, rules, instruments }: Jurisdiction): Block[] {
  const excluded = j.exceptions.map((e) => `${e.substance}, ${scopeWords(e)}`)
  const questions = rules.flatMap((r) =>
    r.readings.filter((x) => x.choice === 'open').map((x) => `${r.id}: ${x.question} ${capital(x.basis)}`),
  )
  return [
    ...section('Expressly excluded', items(excluded)),
    ...section('Known gaps', items(gapLines(j))),
    ...section('Open questions', items(questions)),
    ...section(
      'Unconfirmed',
      items([
        ...lists.flatMap((l) => unconfirmedOf(l).map((u) => `${l.short}: ${u}`)),
        ...instruments.flatMap((a) => (a.unconfirmed ? [`${a.id}: ${unconfirmedWords(a)}`] : [])),
      ]),
    ),
  ]
}

/** The scope sentences of lists; lists with the same sentence share a line, which has the citation of each. */
function scopeLines(lists: readonly List[]): string[] {
  const same = new Map<string, { names: string[]; cites: string[]; scope: ScopeClause }>()
  for (const { short, scope } of lists)
    for (const one of scope) {
      const key = scopeWords({ ...one, cite: '' })
      const group = same.get(key) ?? { names: [], cites: [], scope: one }
      same.set(key, group)
      group.names.push(short)
      if (!group.cites.includes(one.cite)) group.cites.push(one.cite)
    }
  return [...same.values()].map(
    ({ names, cites, scope }) => `${names.join('; ')}: ${scopeWords({ ...scope, cite: cites.join('; ') })}`,
  )
}
