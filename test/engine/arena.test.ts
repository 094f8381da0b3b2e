import { expect, test } from 'vitest'
import { Addresses, Arena, FastGraph, memoryBytes, memoryWords, readSmiles, patternOf } from '../../src/engine/index.js'
import { numbered } from '../../src/engine/smarts/encode.js'
import { allMatches } from '../../src/engine/smarts/match.js'
import { Tables } from '../../src/screen/screen-tables.js'

const sizes = [8, 60, 64, 4, 65_536, 100, 70_000, 200_000, 12, 0, 65_472, 33_000, 1_000_000]

test('what is allocated does not overlap, is zeroed, and tables start at a cache line', () => {
  const arena = new Arena()
  const given = [...sizes, ...sizes].map((bytes) => ({ at: arena.allocate(bytes), bytes }))
  for (const { at, bytes } of given) {
    expect(at % (bytes < 64 ? 8 : 64)).toBe(0)
    expect(memoryBytes.subarray(at, at + bytes).every((byte) => byte === 0)).toBe(true)
    memoryBytes.fill(0xff, at, at + bytes)
  }
  const inOrder = given.filter(({ bytes }) => bytes > 0).sort((a, b) => a.at - b.at)
  for (const [i, { at }] of inOrder.entries())
    if (i > 0) expect(at).toBeGreaterThanOrEqual(inOrder[i - 1]!.at + inOrder[i - 1]!.bytes)
  arena.free()
})

test('freed memory is used again, zeroed', () => {
  const before = Arena.held
  const arena = new Arena()
  const first = arena.allocate(300_000)
  memoryBytes.fill(0xff, first, first + 300_000)
  expect(Arena.held).toBeGreaterThanOrEqual(before + 300_000)
  arena.free()
  expect(Arena.held).toBe(before)
  const again = arena.allocate(300_000)
  expect(again).toBe(first)
  expect(memoryBytes.subarray(again, again + 300_000).every((byte) => byte === 0)).toBe(true)
  arena.free()
})

test('an arena keeps what it has while others are freed around it', () => {
  const arenas = Array.from({ length: 40 }, () => new Arena())
  const lists = arenas.map((arena, i) => arena.list(Array.from({ length: 20_000 }, (_, k) => i + k)))
  for (const [i, arena] of arenas.entries()) if (i % 2 === 0) arena.free()
  for (const [i, arena] of arenas.entries()) if (i % 2 === 0) lists[i] = arena.list(Array(50_000).fill(i))
  for (const [i, at] of lists.entries()) {
    const own = memoryWords.subarray(at >> 2, (at >> 2) + 20_001)
    expect([own[0], own[1], own[20_000]]).toEqual(i % 2 === 0 ? [50_000, i, i] : [20_000, i, i + 19_999])
  }
  for (const arena of arenas) arena.free()
})

test('an edition that needs more memory than there is ends with a clear error', () => {
  const arena = new Arena()
  const before = Arena.held
  expect(() => arena.allocate(2 ** 30)).toThrow(RangeError)
  // Memory that was refused is not allocated.
  expect(Arena.held).toBe(before)
  expect(arena.allocate(8)).toBeGreaterThan(0)
  arena.free()
})

test('addresses are forgotten with what they point to', () => {
  const arena = new Arena()
  const addresses = new Addresses<object>(arena)
  const key = {}
  addresses.set(key, arena.allocate(8))
  expect(addresses.get(key)).toBeDefined()
  arena.free()
  expect(addresses.get(key)).toBeUndefined()
})

test('patterns are written again after their memory was freed, and predicates numbered again answer for themselves', () => {
  const texts = ['[#6;X4]-[#8;H1]', '[#7;H2]', 'c:n', '[#6;$(C=O)]', '[#6;!$(C=O)]']
  const graph = new FastGraph()
  expect(readSmiles('NCC(=O)c1ccncc1CO', graph)).toBe(true)
  const found = (own: readonly string[]) =>
    new Map(own.map((text) => [text, JSON.stringify(allMatches(graph, patternOf(text)!, 50))]))
  Tables.freeAll()
  const before = found(texts)
  const numbers = texts.map((text) => numbered(patternOf(text)!.atoms[0]!.test).id)
  Tables.freeAll()
  // In another order, so that each number now means another predicate.
  const after = found(texts.toReversed())
  expect(texts.map((text) => numbered(patternOf(text)!.atoms[0]!.test).id)).not.toEqual(numbers)
  for (const text of texts) expect(after.get(text), text).toBe(before.get(text))
  expect(new Set(before.values()).size).toBe(texts.length)
})
