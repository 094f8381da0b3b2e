import { LawQuestion } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition, JurisdictionRecords } from '../law/index.js'
import { indexLaw, inWords, type Draft, type Judgement } from '../matching/index.js'
import type { OtherRule, OthersImpact } from '../report/index.js'

interface Compared {
  readonly draft: Draft
  readonly asOf: string
  /** Compared whatever their status, also those of the jurisdiction of the draft. */
  readonly assumed: readonly Draft[]
  /** Whether rules in force of other jurisdictions are compared too. */
  readonly others: boolean
}

/** Compares the draft with class rules of other jurisdictions that overlap with it: what only one of the two covers. */
export async function othersImpact(
  reader: ReadyReader,
  edition: Edition,
  { draft: { code, rule }, asOf, assumed, others }: Compared,
  structures: readonly { readonly name: string; readonly smiles: string; readonly covered: boolean }[],
): Promise<OthersImpact> {
  const ids = assumed.map((d) => d.rule.id)
  const whole = withDrafts(edition, assumed)
  const jurisdictions = whole.jurisdictions.map((j) => {
    const isAsked = others && j.jurisdiction.code !== code
    return wordsAlone(isAsked ? j : { ...j, rules: j.rules.filter((r) => ids.includes(r.id)) })
  })
  const kinds = [...new Set([rule.control, ...assumed.map((d) => d.rule.control)])]
  const law = indexLaw({ ...whole, jurisdictions })
  const query = { asOf, kinds, assume: ids }
  const asked = new LawQuestion(reader, law, query, { engine: true, expected: structures.length })
  const overlap = new Overlap()
  for (const { name, smiles, covered } of structures) {
    const answer = await asked.answer(smiles, 'none')
    const found = answer.kind === 'judged' ? classesIn(answer.judgement) : []
    overlap.add(name, covered ? [rule.id, ...found] : found)
  }
  return overlap.result(whole, rule.id, assumed, null)
}

/** The edition with drafts, which replace recorded rules of the same id. */
export function withDrafts(edition: Edition, drafts: readonly Draft[]): Edition {
  const ids = drafts.map((d) => d.rule.id)
  const jurisdictions = edition.jurisdictions.map((j) => {
    const own = drafts.filter((d) => d.code === j.jurisdiction.code).map((d) => d.rule)
    return own.length === 0 ? j : { ...j, rules: [...j.rules.filter((r) => !ids.includes(r.id)), ...own] }
  })
  return { ...edition, jurisdictions }
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

function classesIn({ jurisdictions }: Judgement): string[] {
  return jurisdictions.flatMap((j) =>
    j.findings.flatMap((f) => (f.kind === 'class' && f.counts === 'class' ? [f.ruleId] : [])),
  )
}

/** Limits: rules compared with a draft, and structures named for each difference. */
const most = { rules: 7, examples: 5, intersections: 24 }

/** Structures that the same rules cover: how many, and the first ones with their place among all. */
interface Sharing {
  readonly rules: readonly string[]
  count: number
  readonly first: { readonly at: number; readonly name: string }[]
}

/** Counts which rules cover the same structures, in memory that depends on the rules alone. */
export class Overlap {
  readonly #sharing = new Map<string, Sharing>()
  #total = 0

  /** @param rules ids of those that cover the structure, the draft by its own */
  add(name: string, rules: readonly string[]): void {
    const ids = [...new Set(rules)].sort()
    const own = this.#sharing.get(ids.join()) ?? { rules: ids, count: 0, first: [] }
    this.#sharing.set(ids.join(), own)
    own.count++
    if (own.first.length < most.examples) own.first.push({ at: this.#total, name })
    this.#total++
  }

  /** @param assumed shown even if they share nothing with the draft */
  result({ jurisdictions }: Edition, draft: string, assumed: readonly Draft[], file: string | null): OthersImpact {
    const all = [...this.#sharing.values()]
    const where = (has: readonly string[], not: readonly string[]) =>
      all.filter((s) => has.every((id) => s.rules.includes(id)) && !not.some((id) => s.rules.includes(id)))
    const named = assumed.map((d) => d.rule.id)
    const shared = new Set(
      where([draft], []).flatMap((s) => s.rules.filter((id) => id !== draft && !named.includes(id))),
    )
    const others = [...shared].map((id) => ({ id, both: countOf(where([draft, id], [])) }))
    const first = others.sort((a, b) => b.both - a.both || (a.id < b.id ? -1 : 1)).map((r) => r.id)
    const rules = [...named, ...first].slice(0, Math.max(most.rules, named.length)).map((id): OtherRule => {
      const law = jurisdictions.find((j) => j.rules.some((r) => r.id === id))!
      const [onlyDraft, onlyOther] = [where([draft], [id]), where([id], [draft])]
      return {
        id,
        code: law.jurisdiction.code,
        title: law.rules.find((r) => r.id === id)!.title,
        both: countOf(where([draft, id], [])),
        onlyDraft: countOf(onlyDraft),
        onlyOther: countOf(onlyOther),
        examplesDraft: firstOf(onlyDraft),
        examplesOther: firstOf(onlyOther),
      }
    })
    const shown = [draft, ...rules.map((r) => r.id)]
    const sets = new Set(all.map((s) => shown.filter((id) => s.rules.includes(id)).join()).filter((key) => key !== ''))
    const intersections = [...sets]
      .map((key) => key.split(','))
      .map((ids) => ({
        rules: ids,
        count: countOf(
          where(
            ids,
            shown.filter((id) => !ids.includes(id)),
          ),
        ),
      }))
      .sort((a, b) => b.count - a.count || a.rules.length - b.rules.length)
    return { file, universe: this.#total, rules, intersections: intersections.slice(0, most.intersections) }
  }
}

const countOf = (sharing: readonly Sharing[]) => sharing.reduce((n, s) => n + s.count, 0)

function firstOf(sharing: readonly Sharing[]): string[] {
  const first = sharing.flatMap((s) => s.first).sort((a, b) => a.at - b.at)
  return first.slice(0, most.examples).map((one) => one.name)
}
