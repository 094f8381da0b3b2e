import { Asked } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition, JurisdictionRecords } from '../law/index.js'
import { indexLaw, type Judgement, type LawIndex, type Query } from '../matching/index.js'
import type { OtherRule, OthersImpact } from '../report/impact/index.js'
import { inWords, type Draft } from '../matching/index.js'

/** Limits: rules compared with a draft, and structures named for each difference. */
const most = { rules: 7, examples: 5, intersections: 24 }

interface JudgedStructure {
  readonly name: string
  readonly smiles: string
  /** Whether the draft covers it. */
  readonly covered: boolean
}

/** Compares the draft with class rules of other jurisdictions that overlap with it: what only one of the two covers. */
export async function othersImpact(
  reader: ReadyReader,
  edition: Edition,
  { code, rule }: Draft,
  asOf: string,
  structures: readonly JudgedStructure[],
): Promise<OthersImpact> {
  const jurisdictions = edition.jurisdictions.filter((j) => j.jurisdiction.code !== code).map(wordsAlone)
  const law = indexLaw({ ...edition, jurisdictions })
  const query: Query = { asOf, kinds: [rule.control] }
  const rules = await rulesOf(reader, law, query, structures)
  const others = otherRules(edition, structures, rules)
  const shown = [rule.id, ...others.map((r) => r.id)]
  const sets = new Map<string, number>()
  structures.forEach(({ covered }, i) => {
    const own = shown.filter((id) => (id === rule.id ? covered : rules[i]!.has(id)))
    if (own.length > 0) sets.set(own.join(), (sets.get(own.join()) ?? 0) + 1)
  })
  const intersections = [...sets]
    .map(([ids, count]) => ({ rules: ids.split(','), count }))
    .sort((a, b) => b.count - a.count || a.rules.length - b.rules.length)
    .slice(0, most.intersections)
  return { universe: structures.length, rules: others, intersections }
}

/** The class rules of a law by their words alone, like the draft: without lists, and without rules by reference. */
function wordsAlone(records: JurisdictionRecords): JurisdictionRecords {
  return {
    ...records,
    jurisdiction: { ...records.jurisdiction, gaps: [] },
    lists: [],
    rules: records.rules.filter((r) => r.reference === undefined).map(inWords),
  }
}

/** The class rules that cover each structure. */
async function rulesOf(
  reader: ReadyReader,
  law: LawIndex,
  query: Query,
  structures: readonly JudgedStructure[],
): Promise<ReadonlySet<string>[]> {
  const asked = new Asked(reader, law, query, { engine: true, expected: structures.length })
  const found: ReadonlySet<string>[] = []
  for (const { smiles } of structures) {
    const answer = await asked.answer(smiles, 'none')
    found.push(answer.kind === 'judged' ? classesIn(answer.judgement) : new Set())
  }
  return found
}

function classesIn({ jurisdictions }: Judgement): Set<string> {
  return new Set(
    jurisdictions.flatMap((j) =>
      j.findings.flatMap((f) => (f.kind === 'class' && f.counts === 'class' ? [f.ruleId] : [])),
    ),
  )
}

/** Rules that share structures with the draft, largest overlap first. */
function otherRules(
  edition: Edition,
  structures: readonly JudgedStructure[],
  found: readonly ReadonlySet<string>[],
): OtherRule[] {
  const shared = new Map<string, number>()
  structures.forEach(({ covered }, i) => {
    if (covered) for (const id of found[i]!) shared.set(id, (shared.get(id) ?? 0) + 1)
  })
  const first = [...shared].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most.rules)
  const draft = structures.filter((a) => a.covered).length
  return first.map(([id, both]): OtherRule => {
    const own = edition.jurisdictions.find((j) => j.rules.some((r) => r.id === id))!
    const onlyDraft = structures.filter(({ covered }, i) => covered && !found[i]!.has(id))
    const onlyOther = structures.filter(({ covered }, i) => !covered && found[i]!.has(id))
    return {
      id,
      code: own.jurisdiction.code,
      title: own.rules.find((r) => r.id === id)!.title,
      both,
      onlyDraft: draft - both,
      onlyOther: onlyOther.length,
      examplesDraft: onlyDraft.slice(0, most.examples).map((a) => a.name),
      examplesOther: onlyOther.slice(0, most.examples).map((a) => a.name),
    }
  })
}
