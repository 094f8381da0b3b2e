import type { Found } from '../../law/index.js'
import { heading, items, section, table, type Block } from './blocks/blocks.js'
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
