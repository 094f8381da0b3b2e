import { expect, test } from 'vitest'
import { inOrder, type PartialResult } from '../../src/batch/threads/in-order.js'

const whole = <T>(result: T): PartialResult<T, T> => ({ result, rest: [] })
const later = <T>(value: T, ms: number) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms))

async function all<T>(results: AsyncIterable<T>): Promise<T[]> {
  const out: T[] = []
  for await (const result of results) out.push(result)
  return out
}

test('results come in the order of the items, whichever finishes first', async () => {
  async function* items() {
    yield* [30, 0, 20, 10]
  }
  expect(await all(inOrder(items(), 3, async (ms) => whole(await later(ms, ms))))).toEqual([30, 0, 20, 10])
})

test('a result does not wait for an item that never comes', async () => {
  async function* items() {
    yield 1
    await new Promise(() => {})
  }
  const first = await inOrder(items(), 4, async (n) => whole(n)).next()
  expect(first).toEqual({ done: false, value: 1 })
})

test('no more items than allowed are processed at once', async () => {
  let most = 0
  let inHand = 0
  async function* items() {
    for (let i = 0; i < 20; i++) yield i
  }
  await all(
    inOrder(items(), 3, async (n) => {
      most = Math.max(most, ++inHand)
      await later(null, 1)
      inHand--
      return whole(n)
    }),
  )
  expect(most).toBe(3)
})

test('an error among the items comes after the results before it', async () => {
  async function* items() {
    yield 1
    yield 2
    throw new Error('unreadable')
  }
  const seen: number[] = []
  const run = async () => {
    for await (const n of inOrder(items(), 4, async (n: number) => whole(await later(n, 5)))) seen.push(n)
  }
  await expect(run()).rejects.toThrow('unreadable')
  expect(seen).toEqual([1, 2])
})

test('nothing comes after an item that failed: a hole would go unnoticed', async () => {
  async function* items() {
    yield* [1, 2, 3]
  }
  const seen: number[] = []
  const run = async () => {
    for await (const n of inOrder(items(), 3, async (n: number) =>
      n === 2 ? Promise.reject(new Error('died')) : whole(n),
    ))
      seen.push(n)
  }
  await expect(run()).rejects.toThrow('died')
  expect(seen).toEqual([1])
})
