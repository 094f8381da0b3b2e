import type { RuleExamples } from '../../../law/index.js'
import { section, table, type Block } from '../blocks/blocks.js'

/** The side of a class on which an example is. */
export const sideWords = { fits: 'inside', misses: 'outside', unsettled: 'undecided' } satisfies Record<
  keyof RuleExamples,
  string
>

/** The examples of a rule, with the clauses or the question that decide. */
export function exampleTable({ fits, misses, unsettled }: RuleExamples, level: 2 | 3): Block[] {
  const name = (e: { substance?: string | undefined; name?: string | undefined }) => e.substance ?? e.name ?? ''
  return section(
    'Examples',
    table(
      ['Substance', 'Result', 'Reason'],
      [
        ...fits.map((e) => [name(e), byWords(e.by), e.why]),
        ...misses.map((e) => [name(e), sideWords.misses, e.why]),
        ...unsettled.map((e) => [name(e), `${sideWords.unsettled}: ${questionName(e.reading)}`, e.why]),
      ],
    ),
    level,
  )
}

function byWords(clauses: readonly string[]): string {
  if (clauses.length === 0) return sideWords.fits
  if (clauses.length === 1 && clauses[0] === 'named') return `${sideWords.fits}: named`
  return `${sideWords.fits}: ${clauses.length === 1 ? 'clause' : 'clauses'} ${clauses.join(', ')}`
}

function questionName(reading: string): string {
  return reading === 'open words' ? 'wording' : `question ${reading}`
}
