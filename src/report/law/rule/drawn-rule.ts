import type { Reader } from '../../../chem/index.js'
import type { Records, Rule, RuleExamples } from '../../../law/index.js'
import { fitRule, scaffoldPlaceIn } from '../../../matching/index.js'
import type { RulePage } from './rule-page.js'
import { rulePicture, type DrawnExample } from './rule-picture.js'

type Example = RuleExamples[keyof RuleExamples][number]

/** The picture of a class for its page: its latest version, with the examples that have a structure. */
export async function drawnRule(
  reader: Reader,
  { rules }: RulePage,
  examples: ReadonlyMap<string, RuleExamples>,
  { substances, terms }: Pick<Records, 'substances' | 'terms'>,
): Promise<string | null> {
  const rule = rules[0]!
  const { fits, misses, unsettled } = examples.get(rule.id) ?? { fits: [], misses: [], unsettled: [] }
  const structures = new Map(substances.map(({ id, smiles }) => [id, smiles]))
  const shared = new Map(terms.map((term) => [term.id, term]))
  const drawn = async (own: readonly Example[]) => {
    const found: DrawnExample[] = []
    for (const example of own) {
      const smiles = example.smiles ?? structures.get(example.substance ?? '') ?? null
      if (smiles === null) continue
      await reader.ready()
      const one = read(reader, rule, example, smiles, shared)
      if (one) found.push(one)
    }
    return found
  }
  return rulePicture(rule, { fits: await drawn(fits), misses: await drawn(misses), unsettled: await drawn(unsettled) })
}

function read(
  reader: Reader,
  rule: Rule,
  { substance, name, why }: Example,
  smiles: string,
  shared: Parameters<typeof fitRule>[3],
): DrawnExample | null {
  return reader.read(smiles, (structure) => {
    const { drawing } = structure
    if (!drawing) return null
    const outcomes = structure.molecule.components.map((component) => fitRule(structure, component, rule, shared))
    return {
      name: substance ?? name!,
      why,
      drawing,
      outcome: outcomes.find(({ fit }) => fit !== 'misses') ?? outcomes[0]!,
      place: scaffoldPlaceIn(structure, rule, shared),
    }
  })
}
