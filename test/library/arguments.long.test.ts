import { describe, expect, test } from 'vitest'
import { check, historyOf, loadEdition, Reader, ReaderClosed, toJson, WrongArgument } from '../../src/index.js'
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
  test.each<[string, string, unknown, object, object?]>([
    ['query.jurisdiction', 'query.jurisdictions', 'CCO', { ...query, jurisdiction: ['US'] }],
    ['query.as_of', 'query.asOf', 'CCO', { ...query, as_of: '2020-01-01' }],
    ['options.lookup', 'options.lookUp', 'CCO', query, { identify: 'none', lookup: true }],
    ['structure.CAS', 'structure.cas', { CAS: '50-36-2' }, query],
    ['structure.smiles', 'one of structure, inchi, inchikey, cas, name', { smiles: 'CCO' }, query],
  ])('check: %s, which does not exist, with the nearest name', async (argument, like, input, asked, ...options) => {
    const reader = await Reader.start()
    const call = (check as (...all: unknown[]) => Promise<unknown>)(reader, law, input, asked, ...options)
    await expect(call).rejects.toThrow(`${argument} is not known; expected ${like}`)
    await expect(call).rejects.toMatchObject({ name: 'WrongArgument', argument })
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

test('laws by name are those of the command line, and one that does not exist is refused', async () => {
  const reader = await Reader.start()
  const jurisdictions = ['USA', 'Germany', 'us']
  const { judgement } = (await check(reader, law, 'PCP', { ...query, jurisdictions })) as Extract<
    Awaited<ReturnType<typeof check>>,
    { kind: 'judged' }
  >
  expect(judgement.jurisdictions.map(({ code }) => code).sort()).toEqual(['DE', 'US'])
  const histories = (...codes: string[]) =>
    reader.read('CCO', (structure) => historyOf(structure, law, { jurisdictions: codes }))
  expect(histories('China').map(({ code }) => code)).toEqual(['CN'])
  expect(() => histories('Atlantis')).toThrow('no jurisdiction ATLANTIS')
  reader.close()
})
