import { describe, expect, test } from 'vitest'
import { check, loadEdition, Reader, ReaderClosed, toJson, WrongArgument } from '../../src/index.js'
import { edition } from '../support/law.js'

const law = loadEdition(edition)
const query = { asOf: '2020-01-01' }

describe('a missing or wrong argument throws a typed error that names it', () => {
  test.each<[string, unknown[]]>([
    ['structure', [null, query]],
    ['structure', [undefined, query]],
    ['structure', [42, query]],
    ['query', ['CCO', undefined]],
    ['query', ['CCO', {}]],
  ])('check: %s %j', async (argument, args) => {
    const reader = await Reader.start()
    const call = (check as (...all: unknown[]) => Promise<unknown>)(reader, law, ...args)
    await expect(call).rejects.toThrow(WrongArgument)
    await expect(call).rejects.toMatchObject({ argument })
    reader.close()
  })
  test('check: reader and law', async () => {
    const call = check as (...all: unknown[]) => Promise<unknown>
    await expect(call(null, law, 'CCO', query)).rejects.toMatchObject({ argument: 'reader' })
    const reader = await Reader.start()
    await expect(call(reader, null, 'CCO', query)).rejects.toMatchObject({ argument: 'law' })
    reader.close()
  })
  test('toJson', () => {
    const call = toJson as (...all: unknown[]) => unknown
    expect(() => call()).toThrow(WrongArgument)
    expect(() => call()).toThrow('ref is missing; expected the input: { index, id, input }')
    expect(() => call({ index: 1, id: 'a', input: 'CCO' }, null)).toThrow('assessment is null')
  })
})

test('a closed reader says so, and closing it again is not an error', async () => {
  const reader = await Reader.start()
  expect((await check(reader, law, 'CCO', query)).kind).toBe('judged')
  reader.close()
  reader.close()
  await expect(check(reader, law, 'CCO', query)).rejects.toThrow(ReaderClosed)
  expect(() => reader.read('CCO', () => 1)).toThrow('the reader was closed')
})
