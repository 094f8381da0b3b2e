import { summarise, type Day, type Found } from '../../law/index.js'
import { heading, items, section, table, type Block } from './blocks/blocks.js'
import { spanWords, statusAndSpan, unconfirmedWords } from './periods.js'

/** A jurisdiction in short; its page has the rest. */
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
    ...section(
      `Lists on ${on}`,
      table(
        ['List', 'Substances', 'Entries', 'Id'],
        lists.map((l) => summarise(l, on)).map((s) => [s.name, String(s.substances), String(s.entries), s.id]),
      ),
    ),
    ...section(
      'Class rules',
      items(rules.map((r) => `${r.title} (${r.id}): ${r.periods.map((p) => statusAndSpan(p)).join('; ')}`)),
    ),
    ...section(
      'Expressly excluded',
      items(
        j.exceptions.map(
          (e) => `${e.substance}: ${e.reads} (${e.cite})${e.unconfirmed ? ` [${unconfirmedWords(e)}]` : ''}`,
        ),
      ),
    ),
    ...section('Known gaps', items(j.gaps.map((g) => `${spanWords(g)}: ${g.reads} (${g.cite})`))),
    ...section(
      `Instruments (${instruments.length})`,
      table(
        ['In effect', 'Act', 'Id'],
        instruments.map((a) => [a.effective ?? 'unknown', a.title, a.id]),
      ),
    ),
  ]
}
