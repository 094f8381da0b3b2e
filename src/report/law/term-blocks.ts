import type { Found } from '../../law/index.js'
import { patternsIn } from './rule/rule-blocks.js'
import { heading, items, section, text, type Block } from './blocks/blocks.js'

export function termBlocks({ term: t, usedBy }: Extract<Found, { kind: 'term' }>): Block[] {
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
