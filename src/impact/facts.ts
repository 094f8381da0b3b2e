import type { Edition } from '../law/index.js'
import type { Draft } from '../matching/index.js'
import type { DraftFacts, NamedStructure } from '../report/index.js'

/** The parent, to which similarity is measured; null if the draft names none. */
export function parentOf({ substances }: Edition, { rule }: Draft): NamedStructure | null {
  const parent = substances.find((s) => s.id === rule.parent)
  return parent && parent.smiles !== null ? { id: parent.id, name: parent.name, smiles: parent.smiles } : null
}

/** What a report says about the draft itself. */
export function factsOf({ rule, code }: Draft, parent: NamedStructure | null): DraftFacts {
  return {
    id: rule.id,
    title: rule.title,
    jurisdiction: code,
    reads: rule.reads,
    parent,
    sites: rule.sites.map(({ id, reads }) => ({ id, reads })),
    readings: rule.readings.map(({ id, question, choice }) => ({ id, question, choice })),
  }
}
