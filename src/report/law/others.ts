import { summarise, type Day, type Found } from '../../law/index.js'
import { heading, items, part, table, text, type Block } from './blocks.js'
import { declaredWords, spanWords, unconfirmedWords } from './periods.js'

/** A legal act with the entries it added, and the number it declares. */
export function instrumentBlocks({
  jurisdiction,
  instrument: a,
  entries,
  rules,
}: Extract<Found, { kind: 'instrument' }>): Block[] {
  return [
    heading(`${a.title} (${a.id})`, 1),
    ...items(
      [
        `${jurisdiction}: ${a.cite}`,
        `published ${a.published ?? 'on an unknown day'}, in effect ${a.effective ?? 'on different days, or on an unknown day'}`,
        a.declared ? `declares ${declaredWords(a.declared)}` : '',
        a.url ?? '',
        a.note ?? '',
        unconfirmedWords(a),
      ].filter((line) => line !== ''),
    ),
    ...part(
      `Entries (${entries.length})`,
      table(
        ['Substance', 'Name in law', 'List', 'In force'],
        entries.map((e) => [e.entry.substance, e.entry.name_in_law, e.list.short, spanWords(e)]),
      ),
    ),
    ...part('Class rules', items(rules.map((r) => `${r.title} (${r.id})`))),
  ]
}

export function jurisdictionBlocks(
  { jurisdiction: j, instruments, lists, rules }: Extract<Found, { kind: 'jurisdiction' }>,
  on: Day,
): Block[] {
  return [
    heading(`${j.name} (${j.code})`, 1),
    ...items([
      `Authority: ${j.authority}`,
      `Records from ${j.records_from ?? 'an unknown day'}, reviewed up to ${j.verified_through}`,
      ...(j.note ? [j.note] : []),
    ]),
    ...part(
      `Lists on ${on}`,
      table(
        ['List', 'Substances', 'Entries', 'Id'],
        lists.map((l) => summarise(l, on)).map((s) => [s.name, String(s.substances), String(s.entries), s.id]),
      ),
    ),
    ...part(
      'Class rules',
      items(
        rules.map((r) => `${r.title} (${r.id}): ${r.periods.map((p) => `${p.status} ${spanWords(p)}`).join('; ')}`),
      ),
    ),
    ...part(
      'Named as outside',
      items(
        j.exceptions.map(
          (e) => `${e.substance}: ${e.reads} (${e.cite})${e.unconfirmed ? ` [${unconfirmedWords(e)}]` : ''}`,
        ),
      ),
    ),
    ...part('Gaps', items(j.gaps.map((g) => `${spanWords(g)}: ${g.reads} (${g.cite})`))),
    ...part(
      `Instruments (${instruments.length})`,
      table(
        ['In effect', 'Act', 'Id'],
        instruments.map((a) => [a.effective ?? '', a.title, a.id]),
      ),
    ),
  ]
}

export function termBlocks({ term: t, usedBy }: Extract<Found, { kind: 'term' }>): Block[] {
  return [
    heading(`Term: ${t.id}`, 1),
    text(t.reads),
    ...(t.source ? [text(`Source: ${t.source}`)] : []),
    ...(t.note ? [text(t.note)] : []),
    ...part('Is', items(t.is.map((shape) => JSON.stringify(shape)))),
    ...part('Examples', items([`in: ${t.examples.in.join('  ')}`, `out: ${t.examples.out.join('  ')}`])),
    ...part('Used by', items(usedBy)),
  ]
}
