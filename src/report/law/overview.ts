import { summarise, type Day, type Hit, type Records, type Stats, type Structures } from '../../law/index.js'
import { heading, items, table, text, type Block } from '../document/model.js'
import { declaredWords, spanWords, statusAndSpan } from './list-blocks.js'
import { decidedLine } from './edition-changes.js'
import { comparedLine } from './compared-line.js'

/** The contents of the library: jurisdictions, lists and rules, with counts on a day and spans. */
export function contentsBlocks(records: Records, on: Day): Block[] {
  return [
    heading(`Law records, edition ${records.edition.id}, on ${on}`, 1),
    text(`${records.substances.length} substances, ${records.terms.length} terms.`),
    ...records.jurisdictions.flatMap(({ jurisdiction: j, instruments, lists, rules }): Block[] => [
      heading(
        `${j.code}  ${j.name}: ${lists.length} lists, ${rules.length} class rules, ${instruments.length} ` +
          `instruments; records from ${j.records_from ?? 'an unknown day'}, reviewed up to ` +
          `${j.verified_through}`,
      ),
      ...table(
        ['List', 'Control', 'Substances', 'Entries', 'Period', 'Official count'],
        lists.map((list) => {
          const { id, control, substances, entries, declared = [], ...span } = summarise(list, on)
          return [id, control, substances, entries, spanWords(span), declared.map(declaredWords).join('; ')]
        }),
      ),
      ...table(
        ['Class rule', 'Control', 'Clauses', 'Period'],
        rules.map((r) => [r.id, r.control, r.clauses.length, r.periods.map((p) => statusAndSpan(p)).join('; ')]),
      ),
    ]),
  ]
}

export function statsBlocks(s: Stats): Block[] {
  const { 'chemical weapon': weapons } = s.individually
  const marks = Object.entries(s.tags).map(
    ([tag, n]) => `${tagWords[tag] ?? tag}: ${n ?? 'not marked in the lists in force that day'}`,
  )
  return [
    heading(`${s.name} (${s.jurisdiction}) on ${s.asOf}`, 1),
    ...items([
      `${s.individually.drug} substances controlled individually as drugs, ${s.individually.precursor} as ` +
        `precursors or listed chemicals${weapons > 0 ? `, ${weapons} under the Chemical Weapons Convention` : ''}`,
      ...marks,
      `${s.classRules.length} class rules in force` +
        `${s.classRules.length > 0 ? `: ${s.classRules.map((r) => r.title).join('; ')}` : ''}`,
      `${s.instruments.inEffect} recorded instruments in effect by that day` +
        `${s.instruments.dayUnknown > 0 ? `, ${s.instruments.dayUnknown} more whose day is unknown` : ''}`,
      ...(s.startUnknown > 0
        ? [`${s.startUnknown} entries not counted, because their first day is unknown and may be later`]
        : []),
      ...(s.recordsFrom !== null && s.asOf < s.recordsFrom
        ? [`records begin on ${s.recordsFrom}, after this day`]
        : []),
      ...s.reconciled.map((r) => `compared with ${comparedLine(r)}`),
      ...(s.decided ? [decidedLine(s.decided)] : []),
      ...(s.structures.drawn > 0 ? [structuresLine(s.structures)] : []),
      ...(s.numbers.substances > 0 ? [numbersLine(s.numbers)] : []),
      ...(s.asOf > s.verifiedThrough
        ? [`law reviewed up to ${s.verifiedThrough}; later amendments are not included`]
        : []),
    ]),
    ...table(
      ['List', 'Control', 'Substances', 'Entries'],
      s.lists.map((l) => [l.short, l.control, l.substances, l.entries]),
    ),
  ]
}

const tagWords: Readonly<Record<string, string>> = { nps: 'new psychoactive substances (NPS)', fentanyl: 'fentanyls' }

function numbersLine({ substances, numbered, salts }: Stats['numbers']): string {
  const share = Math.round((100 * numbered) / substances)
  return (
    `CAS numbers: ${numbered} of ${substances} substances that its lists name (${share} %) have one, and ` +
    `${salts} of their salts are recorded; a number that is not found may still be that of a controlled ` +
    'substance'
  )
}

/** Hits of a search; `limit` rows are shown and the rest are counted. */
export function hitBlocks(query: string, hits: readonly Hit[], limit: number): Block[] {
  if (hits.length === 0) return [text(`Nothing found for "${query}".`)]
  return [
    text(
      `${hits.length} record${hits.length === 1 ? '' : 's'} for "${query}"` +
        `${hits.length > limit ? `, the first ${limit} shown` : ''}.`,
    ),
    ...table(
      ['Kind', 'Id', 'Name', 'Found in'],
      hits.slice(0, limit).map((h) => [h.kind, h.id, h.name, `${h.field}: ${h.text}`]),
    ),
  ]
}

/** How well established the structures of a law are, in one line. */
export function structuresLine({ drawn, fromName, confirmed, atomsAndBonds }: Structures): string {
  const none = drawn - confirmed - atomsAndBonds
  return (
    `${drawn} structures: ${fromName} reproduced from the systematic name in their record; ${confirmed} ` +
    `confirmed by a name printed in an official text, ${atomsAndBonds} more confirmed except for ` +
    `stereochemistry; ${none} without a second source`
  )
}
