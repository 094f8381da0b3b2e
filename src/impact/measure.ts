import { RuleQuestion, HistoryQuestion, LawQuestion } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition, Rule } from '../law/index.js'
import type { CoveredStructure, SetImpact, MissedAnalogue, ClauseUse } from '../report/index.js'
import type { DraftFit } from '../report/documents.js'
import { indexLaw, type Draft, tanimoto, type Failure } from '../matching/index.js'
import { exclusions, notCovered } from './exclusions.js'
import { parentOf } from './facts.js'
import type { Item } from './set-items.js'
import { othersImpact } from './others.js'
import type { FingerprintCache } from './fingerprint-cache.js'
import { recordedItems, type RecordedItem, timeImpact, type TimeQuestion } from './time.js'
import { SetTally } from './set-tally.js'
import { withoutClause } from './variants.js'

export interface ShippedSet {
  readonly id: string
  readonly kind: 'medicines' | 'everyday'
  readonly items: readonly Item[]
}

interface Question {
  readonly draft: Draft
  readonly asOf: string
  readonly shipped: readonly ShippedSet[]
  readonly time: Omit<TimeQuestion, 'code'>
  /** Whether to compare the draft with class rules of other jurisdictions, the slowest part. */
  readonly others: boolean
  /** Rules next to it whatever their status. */
  readonly assumed: readonly Draft[]
}

/**
 * Measures a draft on the recorded substances and the shipped sets.
 * @param prints cached from one measurement to the next
 */
export async function measure(prints: FingerprintCache, edition: Edition, question: Question) {
  const { reader } = prints
  const { draft, asOf, time, assumed } = question
  const judge = new RuleQuestion(reader, edition, draft, asOf, { engine: true })
  const parent = parentOf(edition, draft)
  const print = parent && (await prints.of(parent.smiles))
  const recorded = recordedItems(edition, asOf)
  const own = new SetTally(prints, print)
  const fits = await tallied(judge, own, recorded)
  const covered = new Set(own.covered.map((c) => c.id))
  const sets: SetImpact[] = [own.impact({ id: 'recorded', kind: 'recorded', file: null, sha256: null })]
  const medicines: CoveredStructure[] = []
  for (const { id, kind, items } of question.shipped) {
    const tally = new SetTally(prints, print)
    await tallied(judge, tally, items)
    const found = await withListed(reader, edition, draft.code, asOf, tally.covered)
    if (kind === 'medicines') medicines.push(...found.filter((s) => !s.listed))
    sets.push({ ...tally.impact({ id, kind, file: null, sha256: null }), covered: found })
  }
  const here = recorded.filter((s) => covered.has(s.id) && s.listedIn.includes(draft.code)).length
  const nowhere = recorded.filter((s) => covered.has(s.id) && s.listedIn.length === 0).length
  const missed = recorded.filter((_, i) => fits[i] === 'not covered')
  return {
    parent,
    sets,
    reach: {
      recorded: recorded.length,
      covered: covered.size,
      here,
      nowhere,
      elsewhere: covered.size - here - nowhere,
      clauses: await clauseUse(reader, edition, draft, asOf, own.covered),
      missed: await missedAnalogues(prints, judge, draft.rule, print, missed),
    },
    collateral: {
      medicines: medicines.map((m) => m.name),
      exclusions: await exclusions(reader, edition, draft, asOf, medicines, own.covered),
    },
    time: await timeImpact(recorded, covered, { code: draft.code, ...time }, historiesOf(reader, edition, draft.code)),
    others:
      question.others || assumed.length > 0
        ? await othersImpact(
            reader,
            edition,
            { draft, asOf, assumed, others: question.others },
            askedOf([recorded, ...question.shipped.map((s) => s.items)], sets),
          )
        : null,
  }
}

/** The history of a structure under the law of one jurisdiction. */
function historiesOf(reader: ReadyReader, edition: Edition, code: string) {
  const jurisdictions = edition.jurisdictions.filter((j) => j.jurisdiction.code === code)
  const asked = new HistoryQuestion(reader, indexLaw({ ...edition, jurisdictions }), {}, { engine: true })
  return async ({ smiles }: Item) => {
    if (jurisdictions.length === 0) return []
    const found = await asked.about({ kind: 'structure', text: smiles, lookup: null, orName: false })
    return found.kind === 'history' ? found.histories : []
  }
}

async function tallied(judge: RuleQuestion, tally: SetTally, items: readonly Item[]): Promise<DraftFit[]> {
  const fits: DraftFit[] = []
  for (const item of items) {
    const answer = await judge.answer(item.smiles)
    fits.push(answer.fit)
    await tally.add(item, answer)
  }
  return fits
}

/** All structures of the sets, without duplicates. */
function askedOf(items: readonly (readonly Item[])[], sets: readonly SetImpact[]) {
  const covered = new Set(sets.flatMap((s) => s.covered.map((c) => c.smiles)))
  const all = new Map(items.flat().map((item) => [item.smiles, item]))
  return [...all.values()].map(({ name, smiles }) => ({ name, smiles, covered: covered.has(smiles) }))
}

/** Adds to each structure whether a drug list of the jurisdiction names it on that day. */
async function withListed(
  reader: ReadyReader,
  edition: Edition,
  code: string,
  asOf: string,
  covered: readonly CoveredStructure[],
): Promise<CoveredStructure[]> {
  const jurisdictions = edition.jurisdictions
    .filter((j) => j.jurisdiction.code === code)
    .map((j) => ({ ...j, jurisdiction: { ...j.jurisdiction, gaps: [] }, rules: [] }))
  const asked = new LawQuestion(
    reader,
    indexLaw({ ...edition, jurisdictions }),
    { asOf },
    { engine: true, expected: covered.length },
  )
  const found: CoveredStructure[] = []
  for (const structure of covered) {
    const answer = await asked.answer(structure.smiles, 'none')
    const listed =
      answer.kind === 'judged' &&
      answer.judgement.jurisdictions.some((j) =>
        j.findings.some((f) => f.kind === 'listed' && f.control === 'drug' && f.counts === 'listed'),
      )
    found.push({ ...structure, listed })
  }
  return found
}

/** The least similarity to the parent of an analogue. Substances with a scaffold of the draft are analogues too. */
const alike = 0.4
/** Why a substance without a scaffold of the draft is missed. */
const far = Number.MAX_SAFE_INTEGER

/** Recorded analogues that the draft does not cover, most similar first, each with the reason. */
export async function missedAnalogues(
  prints: FingerprintCache,
  judge: RuleQuestion,
  rule: Rule,
  parent: Uint8Array | null,
  items: readonly RecordedItem[],
): Promise<MissedAnalogue[]> {
  const missed: MissedAnalogue[] = []
  for (const { id, name, smiles, listedIn } of items) {
    const similarity = parent && tanimoto(parent, await prints.of(smiles))
    const resembles = similarity !== null && similarity >= alike
    if (!resembles && !judge.couldHaveScaffold(smiles)) continue
    const near = await judge.nearMiss(smiles)
    const failure = near?.failure ?? null
    const left = near && near.size - near.accounted
    if (!resembles && failure === null) continue
    missed.push({ substance: id, name, smiles, similarity, listedIn, failure, left, clauses: clausesOf(failure, rule) })
  }
  return missed.sort(
    (a, b) =>
      (b.similarity ?? 0) - (a.similarity ?? 0) || (a.left ?? far) - (b.left ?? far) || (a.name < b.name ? -1 : 1),
  )
}

/** The clauses that failed in the closest attempt, or whose sites failed. */
function clausesOf(failure: Failure | null, rule: Rule): string[] {
  if (failure === null) return []
  if ('clause' in failure) return [failure.clause]
  if (!('sites' in failure)) return []
  return rule.clauses.filter((c) => c.sites.some((site) => failure.sites.includes(site))).map((c) => c.id)
}

/** For each clause, how many covered structures come under it, and which would be lost without it. */
async function clauseUse(
  reader: ReadyReader,
  edition: Edition,
  draft: Draft,
  asOf: string,
  covered: readonly CoveredStructure[],
): Promise<ClauseUse[]> {
  const use: ClauseUse[] = []
  for (const { id, cite, reads } of draft.rule.clauses) {
    // Structures that do not use the clause stay covered without it.
    const under = covered.filter((s) => s.clauses.some((hit) => hit.id === id))
    const without = new RuleQuestion(reader, edition, { ...draft, rule: withoutClause(draft.rule, id) }, asOf, {
      engine: true,
      expected: under.length,
    })
    const onlyBy = await notCovered(under, without)
    const alone = under.filter((s) => s.clauses.length === 1).length
    use.push({ id, cite, reads, under: under.length, alone, onlyBy })
  }
  return use
}
