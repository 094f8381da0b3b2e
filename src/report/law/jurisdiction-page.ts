import { structuresOf, summarise, type List, type Records, type ScopeClause } from '../../law/index.js'
import { heading, items, links, section, table, text, type Block } from './blocks/blocks.js'
import { declaredWords, scopeWords, spanWords, unconfirmedOf, unconfirmedWords } from './periods.js'
import { comparedLine } from './reconcile/reconcile-words.js'
import { daysOf, rulePages } from './rule/rule-page.js'
import { capital } from './sentence.js'
import { structuresLine } from './structures-line.js'

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
      `${isFile ? 'Generated from the records in this folder by "coverage law pages"; edit the records, not this page. ' : ''}` +
        'Law ' +
        `reviewed up to ${on}. Records begin on ${j.records_from ?? 'an unknown day'}. Authority: ` +
        `${j.authority}.`,
    ),
    ...(j.note ? [text(j.note)] : []),
    ...section('Lists', listsOn(lists, on)),
    ...section('Comparison with official texts', items((records.reconciled ?? []).map(comparedLine))),
    ...section('Structures', [text(`${structuresLine(structuresOf(lists, substances))}.`)]),
    ...section('Official counts', items(countLines(records))),
    ...section('Scope of the lists', items(scopeLines(lists))),
    ...section(
      'Class rules',
      links(rulePages(records).map((page) => ({ text: page.title, to: `rules/${page.id}.md`, about: daysOf(page) }))),
    ),
    ...openSections(records),
    ...section(
      'Instruments',
      table(
        ['In effect', 'Act', 'Citation'],
        instruments.map((a) => [a.effective ?? 'unknown', `${a.title} (${a.id})`, a.cite]),
      ),
    ),
  ]
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
        .map((s) => [`${s.name} (${s.id})`, s.control, String(s.substances), String(s.entries), String(s.recorded)]),
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
  const excluded = j.exceptions.map(
    (e) => `${e.substance}, ${spanWords(e)}: ${e.reads} (${e.cite})${e.unconfirmed ? ` [${unconfirmedWords(e)}]` : ''}`,
  )
  const questions = rules.flatMap((r) =>
    r.readings.filter((x) => x.choice === 'open').map((x) => `${r.id}: ${x.question} ${capital(x.basis)}`),
  )
  return [
    ...section('Expressly excluded', items(excluded)),
    ...section('Known gaps', items(j.gaps.map((g) => `${spanWords(g)}: ${g.reads} (${g.cite})`))),
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
