import type { Pattern } from '../schema/fields.js'
import type { Reader } from '../../chem/index.js'
import { BadRecord, type RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { usesIn, type Term } from '../schema/term.js'
import { located } from '../versions/located.js'
import { check, type Flaw } from '../records/check.js'

/** Checks every SMARTS pattern of terms, gaps and rules. @throws {BadRecord}; {EngineFailure} if the reader is broken */
export function checkPatterns(records: Records, reader: Reader): void {
  const problems = patternsIn(records).filter(({ found }) => !isPattern(found, reader))
  if (problems.length > 0) throw new BadRecord(located(records, problems))
}

function isPattern(smarts: string, reader: Reader): boolean {
  try {
    reader.checkPattern(smarts)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

/** Every SMARTS pattern of terms, gaps and rules, as what is found at its place. */
export function patternsIn(records: Records): RecordProblem[] {
  return patterns.run(records)
}

const patterns = check('patterns', 'every pattern is SMARTS', {
  term: ofTerm,
  lawTerm: ofTerm,
  *list({ cores = [] }) {
    for (const [i, { smarts, wide }] of cores.entries()) yield* at(`cores[${i}]`, smarts, wide)
  },
  *jurisdiction({ jurisdiction }) {
    for (const gap of jurisdiction.gaps) yield* at(`gap ${gap.id}`, ...smartsOf(gap))
  },
  *reading({ subject }) {
    yield* at('subject', ...smartsOf(subject))
  },
  *rule(rule, { terms = [] }) {
    for (const [i, { smarts }] of rule.scaffolds.entries()) yield* at(`scaffolds[${i}].smarts`, smarts)
    for (const [i, { smarts }] of (rule.conditions ?? []).entries()) yield* at(`conditions[${i}].smarts`, smarts)
    yield* at('open_words', ...smartsOf(rule.open_words ?? {}))
    for (const [i, clause] of rule.clauses.entries())
      for (const [{ chain }] of clause.with.flatMap((item) => [...usesIn(item)]))
        yield* at(`clauses[${i}].with`, ...(chain?.over ?? []))
    for (const term of rule.terms ?? []) if (!terms.includes(term)) yield* ofTerm(term)
  },
})

function* ofTerm({ id, is }: Term): Generator<Flaw> {
  for (const [i, shape] of is.entries()) {
    const { at: place, root, core, every = [], some = [], none = [], ring } = shape
    yield* at(`${id}.is[${i}]`, place, root, core, ...every, ...some, ...none, ...(ring?.is ?? []))
  }
}

function* at(field: string, ...patterns: readonly (string | undefined)[]): Generator<Flaw> {
  for (const smarts of patterns) if (smarts !== undefined) yield [field, smarts, 'a SMARTS pattern']
}

type Reached = readonly Pattern[] | undefined

function smartsOf({ reaches = [], unless = [] }: { readonly reaches?: Reached; readonly unless?: Reached }): string[] {
  return [...reaches, ...unless].map(({ smarts }) => smarts)
}
