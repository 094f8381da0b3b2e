import type { Found } from '../../law/index.js'
import { controlWords } from '../words.js'
import { heading, items, part, table, text, type Block } from './blocks.js'
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
      `${jurisdiction}, ${controlWords[list.control]}; records ${list.records_from === null ? 'not complete from any known day' : `meant to be complete from ${list.records_from}`}.${list.note ? ` ${list.note}` : ''}`,
    ),
    ...part('What it extends to', items(list.scope.map(scopeWords))),
    ...part('Official numbers', items((list.declared ?? []).map(declaredWords))),
    ...part('Unconfirmed', items(unconfirmedOf(list))),
    ...part(
      `Entries (${list.entries.length})`,
      table(
        ['No.', 'Name in law', 'Record', 'In force', 'Citation'],
        list.entries.flatMap((e) =>
          e.periods.map((p, i) => [
            i === 0 ? [e.entry, codeWords(e)].filter(Boolean).join(' / ') : '',
            i === 0 ? e.name_in_law + (e.limited_to ? ` [only: ${e.limited_to}]` : '') : '',
            i === 0 ? e.substance : '',
            spanWords(p),
            joined([p.cite, p.extends_to ? `reaches ${extendsWords(p.extends_to)}` : '', unconfirmedWords(p)]),
          ]),
        ),
      ),
    ),
  ]
}
