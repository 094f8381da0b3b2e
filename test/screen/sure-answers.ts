import { describe, expect, test } from 'vitest'
import { assess, withNames, type Assessment, type Query } from '../../src/matching/index.js'
import { SureAnswers } from '../../src/screen/index.js'
import { edition, law, reader } from '../support/law.js'
import { inOrderOf, shuffled, v2000 } from '../support/rewrite.js'

const days: readonly Query[] = [{ asOf: '2026-09-01' }, { asOf: '2018-11-26', jurisdictions: ['CN', 'US'] }]

/** The answer for a SMILES without RDKit, if there is one, and that of the full path. */
export async function bothAnswers(smiles: string, query: Query, named: string | null = null) {
  const judged = answers.judged(smiles, query, named)
  const sure = judged && (await withNames(async () => reader, smiles, judged, 'all'))
  await reader.ready()
  const full: Assessment | null =
    sure && assess(reader, law, smiles, query, { identify: 'all', ...(named === null ? {} : { named }) })
  return { sure, full }
}

const answers = SureAnswers.of(law)

/** @param every tests every n-th recorded substance */
export function sureAnswersAreThoseOfTheFullPath(every: number): void {
  const recorded = edition.substances.flatMap(({ id, smiles }) => (smiles === null ? [] : [{ id, smiles }]))
  const some = recorded.filter((_, i) => i % every === 0)
  describe.each(days)('on $asOf', (query) => {
    test(`${some.length} recorded substances, as drawn, in another order and by name`, async () => {
      let answered = 0
      for (const { id, smiles } of some) {
        for (const [text, named] of [
          [smiles, null],
          [inOrderOf(shuffled(v2000(smiles), 7)), null],
          [smiles, id],
        ] as const) {
          const { sure, full } = await bothAnswers(text, query, named)
          if (!sure) continue
          answered++
          expect(JSON.stringify(sure), `${text} ${named ?? ''}`).toBe(JSON.stringify(full))
        }
      }
      expect(answered / (3 * some.length)).toBeGreaterThan(0.7)
    })
  })
}
