import { type Day, type LawRecord, type Term, summarise } from '../../law/index.js'
import { type Block, heading, items, section, text, table } from '../document/model.js'
import { citedWords, listBlocks, declaredWords, spanWords, unconfirmedWords, statusAndSpan } from './list-blocks.js'
import { ruleBlocks, patternsIn } from './rule/rule-blocks.js'
import { substanceBlocks } from './substance-blocks.js'
import { onRequestLines } from './on-request.js'

/** Any record as a page. @param terms of all laws, that rules may use */
export function recordBlocks(found: LawRecord, on: Day, terms: readonly Term[]): Block[] {
  switch (found.kind) {
    case 'substance':
      return substanceBlocks(found)
    case 'list':
      return listBlocks(found)
    case 'rule':
      return ruleBlocks(found, terms)
    case 'instrument':
      return instrumentBlocks(found)
    case 'jurisdiction':
      return jurisdictionBlocks(found, on)
    case 'term':
      return termBlocks(found)
  }
}

function termBlocks({ term: t, usedBy }: Extract<LawRecord, { kind: 'term' }>): Block[] {
  return [
    heading(`Term: ${t.id}`, 1),
    text(t.reads),
    ...(t.source ? [text(`Source: ${t.source}`)] : []),
    ...(t.note ? [text(t.note)] : []),
    ...section('Examples', items([`inside: ${t.examples.in.join('  ')}`, `outside: ${t.examples.out.join('  ')}`])),
    ...section('Used by', items(usedBy)),
    text(patternsIn(t.id)),
  ]
}

/** A legal act with the entries it added, and the number it declares. */
function instrumentBlocks({
  jurisdiction,
  instrument: a,
  entries,
  rules,
}: Extract<LawRecord, { kind: 'instrument' }>): Block[] {
  return [
    heading(`${a.title} (${a.id})`, 1),
    ...items(
      [
        `${jurisdiction}: ${a.cite}`,
        `published ${a.published ?? 'on an unknown day'}, in effect ` +
          `${a.effective ?? 'on various days or on an unknown day'}`,
        a.declared ? `declares ${declaredWords(a.declared)}` : '',
        a.url ?? '',
        a.note ?? '',
        unconfirmedWords(a),
      ].filter((line) => line !== ''),
    ),
    ...section(
      `Entries (${entries.length})`,
      table(
        ['Substance', 'Name in law', 'List', 'In force'],
        entries.map((e) => [e.entry.substance, e.entry.name_in_law, e.list.short, spanWords(e)]),
      ),
    ),
    ...section('Class rules', items(rules.map((r) => `${r.title} (${r.id})`))),
  ]
}

export const gapLines = ({ gaps }: Extract<LawRecord, { kind: 'jurisdiction' }>['jurisdiction']): string[] =>
  gaps.map((gap) => `${spanWords(gap)}: ${gap.reads} (${gap.cite})`)

/** A jurisdiction in short; its page has the rest. */
function jurisdictionBlocks(
  { jurisdiction: j, instruments, lists, rules }: Extract<LawRecord, { kind: 'jurisdiction' }>,
  on: Day,
): Block[] {
  return [
    heading(`${j.name} (${j.code})`, 1),
    ...items([
      `Authority: ${j.authority}`,
      `Records from ${j.records_from ?? 'an unknown day'}, reviewed up to ${j.verified_through}`,
      ...onRequestLines(j),
      ...(j.note ? [j.note] : []),
    ]),
    ...section(
      `Lists on ${on}`,
      table(
        ['List', 'Substances', 'Entries', 'Id'],
        lists.map((l) => summarise(l, on)).map((s) => [s.name, s.substances, s.entries, s.id]),
      ),
    ),
    ...section(
      'Class rules',
      items(rules.map((r) => `${r.title} (${r.id}): ${r.periods.map((p) => statusAndSpan(p)).join('; ')}`)),
    ),
    ...section('Expressly excluded', items(j.exceptions.map((e) => `${e.substance}: ${citedWords(e)}`))),
    ...section('Known gaps', items(gapLines(j))),
    ...section(
      `Instruments (${instruments.length})`,
      table(
        ['In effect', 'Act', 'Id'],
        instruments.map((a) => [a.effective ?? 'unknown', a.title, a.id]),
      ),
    ),
  ]
}
