import { AskedRule, AskedThroughout } from '../answers/index.js'
import type { ReadyReader } from '../chem/index.js'
import type { Edition } from '../law/index.js'
import type { CoveredStructure, DraftFit, Impact, NamedStructure, SetImpact } from '../report/impact/index.js'
import { clauseUse } from './clause-use.js'
import { indexLaw, type Draft } from '../matching/index.js'
import { exclusions } from './exclusions.js'
import { parentOf } from './facts.js'
import type { Item } from './items.js'
import { withListed } from './listed-here.js'
import { missedAnalogues } from './missed.js'
import { othersImpact } from './others.js'
import type { Prints } from './prints.js'
import { recordedItems } from './recorded.js'
import { SetTally } from './set-tally.js'
import { timeImpact, type TimeQuestion } from './time.js'

/** A shipped set of structures. */
export interface ShippedSet {
  readonly id: string
  readonly kind: 'medicines' | 'everyday'
  readonly items: readonly Item[]
}

export interface Question {
  readonly draft: Draft
  readonly asOf: string
  readonly shipped: readonly ShippedSet[]
  readonly time: Omit<TimeQuestion, 'code'>
  /** Whether to compare the draft with class rules of other jurisdictions, the slowest part. */
  readonly others: boolean
  /** Rules next to it whatever their status. */
  readonly assumed: readonly Draft[]
}

export type Measured = Pick<Impact, 'sets' | 'reach' | 'collateral' | 'time' | 'others'> & {
  readonly parent: NamedStructure | null
}

/**
 * Measures a draft on the recorded substances and the shipped sets.
 * @param prints cached from one measurement to the next
 */
export async function measure(prints: Prints, edition: Edition, question: Question): Promise<Measured> {
  const { reader } = prints
  const { draft, asOf, time, assumed } = question
  const judge = new AskedRule(reader, edition, draft, asOf, { engine: true })
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
  const asked = new AskedThroughout(reader, indexLaw({ ...edition, jurisdictions }), {}, { engine: true })
  return async ({ smiles }: Item) => {
    if (jurisdictions.length === 0) return []
    const found = await asked.about({ kind: 'structure', text: smiles, lookup: null, orName: false })
    return found.kind === 'history' ? found.histories : []
  }
}

async function tallied(judge: AskedRule, tally: SetTally, items: readonly Item[]): Promise<DraftFit[]> {
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
