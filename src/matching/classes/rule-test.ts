import type { Reader } from '../../chem/index.js'
import { type Rule, type RuleExamples, specialClauses } from '../../law/index.js'
import { cleavableKindsOf, hydroxyForms, withReadingOfForms } from './class-forms.js'
import { fitRule } from './fit-rule.js'
import { withNamedReadings, type RuleOutcome } from './outcome.js'
import type { Terms } from '../../rules/index.js'

/** Looks up the structure of a recorded substance; null if it has none. */
export type StructureOf = (substance: string) => string | null

export type RuleTest = ReturnType<typeof testRule>
export type ExampleResult = RuleTest['examples'][number]

/**
 * Runs a rule on its examples: each must be on its side, by exactly the clauses it names. The name of an example is the
 * id of its substance or its own.
 */
export function testRule(reader: Reader, rule: Rule, examples: RuleExamples, terms: Terms, structureOf: StructureOf) {
  const matched = new Set<string>()
  const results = [
    ...examples.fits.map((e) => ({ side: 'fits' as const, example: e, expected: [...e.by].sort() })),
    ...examples.misses.map((e) => ({
      side: 'misses' as const,
      example: e,
      expected: e.near === undefined ? [] : [e.near],
    })),
    ...examples.unsettled.map((e) => ({ side: 'unsettled' as const, example: e, expected: [e.reading] })),
  ].map(({ side, example, expected }) => {
    const name = example.substance ?? example.name!
    const smiles = example.smiles ?? structureOf(example.substance!)
    const outcome =
      smiles === null ? null : byRecord(rule, example.substance, outcomeOf(reader, rule, terms, smiles, matched))
    return { side, name, expected, outcome, passed: outcome !== null && asExpected(side, expected, outcome) }
  })
  const met = new Set(
    results.flatMap((r) =>
      r.side !== 'misses' && r.outcome && r.outcome.fit !== 'misses' ? r.outcome.clauses.map((c) => c.id) : [],
    ),
  )
  return {
    rule: rule.id,
    examples: results,
    /** Clauses that no example uses, whether the example matches or depends on a reading. */
    unreachedClauses: rule.clauses.map((c) => c.id).filter((id) => !met.has(id)),
    /** Scaffolds that no example of any side matches. */
    unreachedScaffolds: rule.scaffolds.map((s) => s.id).filter((id) => !matched.has(id)),
  }
}

/** The outcome of a rule for a recorded substance: what it says by name precedes its words for the structure. */
function byRecord(rule: Rule, substance: string | undefined, outcome: RuleOutcome): RuleOutcome {
  if (substance === undefined) return outcome
  if (rule.leaves_out.some((out) => out.what === 'substances' && out.substances.includes(substance)))
    return { fit: 'misses', failure: { why: 'left out by name', atoms: [] }, accounted: 0 }
  if (rule.names?.some((n) => n.substance === substance))
    return { fit: 'fits', clauses: [{ id: specialClauses.named, atoms: [] }], readings: [] }
  return withNamedReadings(outcome, rule, new Set([substance]), 0)
}

function outcomeOf(reader: Reader, rule: Rule, terms: Terms, smiles: string, matched: Set<string>): RuleOutcome {
  return reader.read(smiles, (structure) => {
    for (const { id, smarts } of rule.scaffolds) if (structure.match(smarts).embeddings.length > 0) matched.add(id)
    const words = [...new Set(rule.periods.flatMap(cleavableKindsOf))]
    const outcomes = structure.molecule.components.flatMap((component) => {
      const drawn = fitRule(structure, component, rule, terms)
      if (drawn.fit !== 'misses') return [drawn]
      return [
        drawn,
        ...hydroxyForms(structure, component, rule, words, terms).forms.map((form) =>
          withReadingOfForms(fitRule(form.structure, form.component, rule, terms), rule, form),
        ),
      ]
    })
    return outcomes.find((o) => o.fit === 'fits') ?? outcomes.find((o) => o.fit === 'open') ?? outcomes[0]!
  })
}

function asExpected(side: 'fits' | 'misses' | 'unsettled', expected: readonly string[], outcome: RuleOutcome): boolean {
  switch (side) {
    case 'fits':
      return (
        outcome.fit === 'fits' &&
        outcome.clauses
          .map((c) => c.id)
          .sort()
          .join() === expected.join()
      )
    case 'misses':
      return outcome.fit === 'misses'
    case 'unsettled':
      return (
        outcome.fit === 'open' &&
        (outcome.because === 'open words'
          ? expected.includes(specialClauses.openWords)
          : outcome.readings.some((r) => expected.includes(r)))
      )
  }
}
