import type { Found } from '../../law/index.js'
import { controlWords } from '../words/finding-words.js'
import { heading, items, section, table, text, type Block } from './blocks/blocks.js'
import {
  codeWords,
  declaredWords,
  extendsWords,
  joined,
  scopeWords,
  spanWords,
  unconfirmedOf,
  unconfirmedWords,
} from './periods.js'

/** A statutory list in the law's own order. */
export function listBlocks({ jurisdiction, list }: Extract<Found, { kind: 'list' }>): Block[] {
  return [
    heading(`${list.name} (${list.id})`, 1),
    text(
      `${jurisdiction}, ${controlWords[list.control]}; ` +
        `${list.records_from === null ? 'not known to be complete for any day' : `intended to be complete from ${list.records_from}`}` +
        `.${list.note ? ` ${list.note}` : ''}`,
    ),
    ...section('Scope', items(list.scope.map(scopeWords))),
    ...section('Official counts', items((list.declared ?? []).map(declaredWords))),
    ...section('Unconfirmed', items(unconfirmedOf(list))),
    ...section(
      `Entries (${list.entries.length})`,
      table(
        ['No.', 'Name in law', 'Record', 'In force', 'Citation'],
        list.entries.flatMap((e) =>
          e.periods.map((p, i) => [
            i === 0 ? [e.entry, codeWords(e)].filter(Boolean).join(' / ') : '',
            i === 0 ? e.name_in_law + (e.limited_to ? ` [limited to: ${e.limited_to}]` : '') : '',
            i === 0 ? e.substance : '',
            spanWords(p),
            joined([p.cite, p.extends_to ? `extends to ${extendsWords(p.extends_to)}` : '', unconfirmedWords(p)]),
          ]),
        ),
      ),
    ),
  ]
}
