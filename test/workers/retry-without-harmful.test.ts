import { expect, test } from 'vitest'
import { restOfChunk } from '../../src/batch/run/rest-of-chunk.js'
import { nothingHarmful, retryWithoutHarmful, type Harmful } from '../../src/workers/index.js'

/** A task on workers that crash at an item unless it is left out; what each attempt was told. */
async function attempts(deadly: number, known?: Harmful): Promise<Harmful[]> {
  const told: Harmful[] = []
  const attempt = (harmful: Harmful) => {
    told.push(harmful)
    const result = harmful.crashed.includes(deadly) ? Promise.resolve() : Promise.reject(new Error('crashed'))
    return { result, place: () => deadly, isLate: () => false }
  }
  await retryWithoutHarmful(attempt, () => false, undefined, known)
  return told
}

test('an item is left out once two workers crashed at it, in this attempt or an earlier one', async () => {
  expect((await attempts(3)).map((h) => h.crashed)).toEqual([[], [], [3]])
  expect((await attempts(3, { ...nothingHarmful, suspect: 3 })).map((h) => h.crashed)).toEqual([[], [3]])
  expect((await attempts(3, { ...nothingHarmful, crashed: [3] })).map((h) => h.crashed)).toEqual([[3]])
})

test('the rest of a chunk remembers what harmed its workers', () => {
  const records = Array.from({ length: 130 }, (_, i) => ({
    text: 'C',
    name: null,
    fields: [],
    problem: null,
    row: i + 1,
  }))
  const chunk = { kind: 'records', source: 0, row: 1, rows: 130, records, layout: null, read: null } as const
  const harmful = { crashed: [4, 61], late: [50, 129], suspect: 112 }
  const parts = restOfChunk({ chunk, index: 1 }, { judged: 10, cleared: null, harmful })
  expect(parts.map((part) => part.harmful)).toEqual([
    { crashed: [], late: [40], suspect: null },
    { crashed: [1], late: [], suspect: null },
    { crashed: [], late: [19], suspect: 2 },
  ])
})
