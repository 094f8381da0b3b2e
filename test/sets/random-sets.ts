import { describe, expect, it } from 'vitest'
import { LawQuestion } from '../../src/answers/index.js'
import { Resolver } from '../../src/identifiers/index.js'
import { remembered } from '../../src/remembered.js'
import type { Judgement, SetVerdict } from '../../src/matching/index.js'
import { edition, law, sharedReader } from '../support/law.js'
import { kekule } from '../support/rewrite.js'

const query = { asOf: '2026-09-01' }
const resolver = new Resolver(law, sharedReader)
const byEngine = new LawQuestion(resolver.reader, law, query, { engine: true, expected: Infinity })
const byRdkit = new LawQuestion(resolver.reader, law, query, { engine: false })

const answers = new Map<string, ReturnType<typeof judged>>()
/** The answer of the engine, asked for once. */
const once = (input: string) => remembered(answers, input, () => judged(input))

async function judged(input: string, asked = byEngine) {
  const { meaning } = await resolver.resolve({ structure: input })
  const answer = await asked.about(meaning, resolver.names, 'none')
  if (answer.kind !== 'judged') throw new Error(`${input}: ${answer.kind}`)
  return { judgement: answer.judgement, members: 'members' in answer ? (answer.members ?? []) : [] }
}

/** The fold as the words of the documents say it, written without the code under test. */
function expected(verdicts: readonly string[]): SetVerdict {
  const kinds = [...new Set(verdicts)].sort().join()
  if (!kinds.includes(',')) return kinds as SetVerdict
  return kinds === 'class,listed' ? 'controlled' : 'depends'
}

function verdictsOf(judgement: Judgement): Record<string, string> {
  return Object.fromEntries(judgement.jurisdictions.map((j) => [j.code, j.ofSet?.verdict ?? j.verdict]))
}

/** Without near misses, of which the engine gives none. */
function answerOf({ judgement, members }: Awaited<ReturnType<typeof judged>>) {
  const without = (own: Judgement) => own.jurisdictions.map(({ nearMisses: _, ...j }) => j)
  return [without(judgement), members.map((m) => [m.label, m.structure, without(m.judgement)])]
}

/** Sets of recorded structures that nothing but chance brings together. */
export function randomSets(count: number): void {
  const pool = edition.substances.flatMap(({ smiles }) => (smiles === null || smiles.length > 150 ? [] : [smiles]))
  let state = 20
  const next = (below: number) => (state = (state * 48271) % 2147483647) % below
  const sets = Array.from({ length: count }, () => Array.from({ length: 2 + next(4) }, () => pool[next(pool.length)]!))
  describe(`${count} sets`, () => {
    it('have the fold of the verdicts of their members in every law', async () => {
      for (const set of sets) {
        const alone: Judgement[] = []
        for (const smiles of set) alone.push((await once(smiles)).judgement)
        const own = await once(set.join(' | '))
        const codes = Object.keys(verdictsOf(alone[0]!))
        const folded = codes.map((code) => [code, expected(alone.map((j) => verdictsOf(j)[code]!))])
        expect(verdictsOf(own.judgement), set.join(' | ')).toEqual(Object.fromEntries(folded))
        expect(own.judgement.ofSet!.verdict).toBe(expected(alone.map((j) => j.verdict)))
      }
    })
    it('have the same verdict in another order and drawing', async () => {
      for (const set of sets) {
        const own = await once(set.join(' | '))
        const other = await judged(set.toReversed().map(kekule).join(' | '))
        expect(verdictsOf(other.judgement), set.join(' | ')).toEqual(verdictsOf(own.judgement))
        expect(other.members.length).toBe(own.members.length)
      }
    })
    it('have the same answer with the engine and with RDKit', async () => {
      for (const set of sets.slice(0, Math.ceil(count / 5))) {
        const text = set.join(' | ')
        expect(answerOf(await once(text)), text).toEqual(answerOf(await judged(text, byRdkit)))
      }
    })
  })
}
