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
  test('in shards: the report is that of a single run', async () => {
    const file = library()
    const rows = [1, 2, 3].map((n) => file.replace('library.smi', `part-${n}.ndjson`))
    for (const [i, path] of rows.entries()) {
      const { code, out, err } = await run([
        'impact',
        'cn-proposed-fentanyl-class',
        file,
        '--shard',
        `${i + 1}/3`,
        '--rows',
        path,
        ...quick,
      ])
      expect({ code, out }).toEqual({ code: 0, out: '' })
      expect(err).toContain('--rows')
    }
    const whole = await impact(['cn-proposed-fentanyl-class', file, ...quick])
    const joined = await impact(['cn-proposed-fentanyl-class', '--rows', rows[2]!, rows[0]!, rows[1]!, ...quick])
    const { file: _, sha256: __, id: ___, ...of } = joined.sets.at(-1)!
    expect(whole.sets.at(-1)).toMatchObject(of)
    const missing = await run(['impact', 'cn-proposed-fentanyl-class', '--rows', rows[0]!, rows[1]!, ...quick])
    expect(missing).toMatchObject({ code: 2 })
    expect(missing.err).toContain('shard 3 of 3 is missing')
    const twice = await run(['impact', 'cn-proposed-fentanyl-class', '--rows', rows[0]!, ...rows, ...quick])
    expect(twice).toMatchObject({ code: 2 })
    expect(twice.err).toContain('shard 1 is given twice')
    const other = await run(['impact', 'cn-fentanyl-class', '--rows', ...rows, ...quick])
    expect(other.err).toContain('is of another draft, edition or day')
  })
  test('an empty one cannot be reported on', async () => {
    const { code, err } = await run(['impact', 'cn-proposed-fentanyl-class', put('none.smi', ''), ...quick])
    expect(code).toBe(2)
    expect(err).toContain('none.smi')
  })
})
