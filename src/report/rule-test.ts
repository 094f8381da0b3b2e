import type { Rule } from '../law/index.js'
import type { ExampleResult, RuleTest } from '../matching/index.js'
import { failureWords } from './words/finding-words.js'

/** One line for each example with an unexpected result, and for each part of the rule that no example covers. */
export function ruleTestLines(test: RuleTest, { sites, clauses: all }: Pick<Rule, 'sites' | 'clauses'>): string[] {
  const failed = test.examples
    .filter((e) => !e.passed)
    .map((e) => `  ${e.name}: expected ${expectation(e)}; ${found(e, sites)}`)
  const clauses = test.unreachedClauses.map(
    (id) => `  clause ${id} (${all.find((c) => c.id === id)!.reads}): no example uses it`,
  )
  const scaffolds = test.unreachedScaffolds.map(
    (id) => `  scaffold ${id}: no example contains it; a rule whose scaffold never matches never applies`,
  )
  const passed = test.examples.length - failed.length
  return [
    `${test.rule}: ${passed} of ${test.examples.length} examples as expected`,
    ...failed,
    ...clauses,
    ...scaffolds,
  ]
}

function expectation({ side, expected }: ExampleResult): string {
  switch (side) {
    case 'fits':
      return `to fit by ${expected.join(', ') || 'no clause'}`
    case 'misses':
      return 'not to fit'
    case 'unsettled':
      return `to depend on ${expected.join(', ')}`
  }
}

function found({ outcome }: ExampleResult, sites: Rule['sites']): string {
  if (outcome === null) return 'it has no structure'
  const atoms = (list: readonly number[]) => (list.length > 0 ? ` (atoms ${list.join(' ')})` : '')
  switch (outcome.fit) {
    case 'fits':
      return `it fits by ${outcome.clauses.map((c) => `${c.id}${atoms(c.atoms)}`).join(', ') || 'no clause'}`
    case 'open':
      return (
        `it is open (${[outcome.because, ...outcome.readings].join(', ')}) with ` +
        `${outcome.clauses.map((c) => c.id).join(', ') || 'no clause'}`
      )
    case 'misses':
      return (
        `it does not fit: ${failureWords(outcome.failure, sites)}` +
        `${'atoms' in outcome.failure ? atoms(outcome.failure.atoms) : ''}`
      )
  }
}
