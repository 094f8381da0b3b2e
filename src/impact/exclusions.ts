import { RuleQuestion } from '../answers/index.js'
import { massOf, type Reader, type ReadyReader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { CoveredStructure, DraftChange, Exclusion } from '../report/index.js'
import type { Draft } from '../matching/index.js'
import { changed } from './variants.js'

type Change = Parameters<typeof changed>[1]

/** Of changes that free as much and lose as little, the smaller first. */
const kinds: readonly DraftChange['kind'][] = [
  'carbons',
  'no further substitution',
  'one group',
  'mass',
  'without clause',
]

/** Changes of a draft that free covered medicines, best first, each with the recorded substances that it loses. */
export async function exclusions(
  reader: ReadyReader,
  edition: Edition,
  draft: Draft,
  asOf: string,
  medicines: readonly CoveredStructure[],
  recorded: readonly CoveredStructure[],
): Promise<Exclusion[]> {
  if (medicines.length === 0) return []
  const own = new Set(medicines.map((m) => m.smiles))
  const others = recorded.filter((s) => !own.has(s.smiles))
  const found: Exclusion[] = []
  for (const change of changesFor(await reader(), draft, medicines)) {
    const variant = { ...draft, rule: changed(draft.rule, change) }
    const judge = new RuleQuestion(reader, edition, variant, asOf, {
      engine: true,
      expected: medicines.length + others.length,
    })
    const frees = await notCovered(medicines, judge)
    if (frees.length > 0) found.push({ change, frees, loses: await notCovered(others, judge) })
  }
  found.sort(
    (a, b) =>
      b.frees.length - b.loses.length - (a.frees.length - a.loses.length) ||
      kinds.indexOf(a.change.kind) - kinds.indexOf(b.change.kind),
  )
  // Last, because it is always possible and affects only these.
  return [...found, { change: { kind: 'by name' }, frees: medicines.map((m) => m.name), loses: [] }]
}

/** Names of structures that a rule does not cover. */
export async function notCovered(structures: readonly CoveredStructure[], judge: RuleQuestion): Promise<string[]> {
  const names: string[] = []
  for (const { name, smiles } of structures) if ((await judge.answer(smiles)).fit === 'not covered') names.push(name)
  return names
}

/** Candidate changes: limits just below what the medicines have, in the clauses that cover them. */
function changesFor(reader: Reader, { rule }: Draft, medicines: readonly CoveredStructure[]): Change[] {
  const carbons = new Map<string, number[]>()
  const masses: number[] = []
  for (const { smiles, clauses } of medicines)
    reader.read(smiles, ({ molecule }) => {
      masses.push(Math.max(...molecule.components.map((component) => massOf(molecule, component))))
      for (const { id, atoms } of clauses) {
        const own = carbons.get(id) ?? []
        own.push(atoms.filter((a) => molecule.atoms[a]!.z === 6).length)
        carbons.set(id, own)
      }
    })
  const changes: Change[] = []
  for (const clause of rule.clauses) {
    const own = carbons.get(clause.id)
    if (!own) continue
    changes.push({ kind: 'without clause', clause: clause.id })
    if (clause.change === 'core') continue
    // Every limit between two of them: the tightest frees all, the widest only the largest.
    for (const least of [...new Set(own)].sort((a, b) => a - b).slice(0, 6))
      if (least > 1) changes.push({ kind: 'carbons', clause: clause.id, max: least - 1 })
    if ((clause.at_most ?? 2) > 1) changes.push({ kind: 'one group', clause: clause.id })
    changes.push({ kind: 'no further substitution', clause: clause.id })
  }
  const lightest = Math.min(...masses)
  if (Number.isFinite(lightest)) changes.push({ kind: 'mass', max: Math.floor(lightest) - 1 })
  return changes
}
