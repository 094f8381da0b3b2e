import { describe, expect, test } from 'vitest'
import type { Impact } from '../../src/report/index.js'
import { crotonylfentanyl, fentanyl, ibuprofen, run } from './fake-host.js'
import { testFolder } from './files.js'

const put = testFolder()
const quick = ['--no-others', '--as-of', '2018-11-26', '--quiet']

const impact = async (args: readonly string[]): Promise<Impact> => {
  const { code, out, err } = await run(['impact', ...args, '--json'])
  expect({ code, err: code === 0 ? '' : err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Impact
}

describe('libraries', () => {
  const lines = [
    `${crotonylfentanyl} croto`,
    `${fentanyl} fent`,
    'CCCCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1 valeryl',
    'C1CC( bad',
    ...Array.from({ length: 60 }, (_, i) => `${ibuprofen} ibu${i}`),
  ]
  const library = () => put('library.smi', `${lines.join('\n')}\n`)
  const counts = { covered: 2, undecided: 0, 'not covered': 61, unreadable: 1 }
  test('counted by clause, with an interval and kinds by scaffold', async () => {
    const found = await impact(['cn-proposed-fentanyl-class', library(), ...quick])
    const set = found.sets.at(-1)!
    expect(set).toMatchObject({ kind: 'library', total: 64, counts, clauses: { E: { under: 2, alone: 2 } }, kinds: 1 })
    expect(set.interval![0]).toBeCloseTo(0.0087, 3)
    expect(set.covered.map((c) => c.id)).toEqual(['croto', 'valeryl'])
  })
  test('an empty one cannot be reported on', async () => {
    const { code, err } = await run(['impact', 'cn-proposed-fentanyl-class', put('none.smi', ''), ...quick])
    expect(code).toBe(2)
    expect(err).toContain('none.smi')
  })
})
