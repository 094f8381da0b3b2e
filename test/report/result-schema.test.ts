import { Ajv2020 as Ajv } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { result, resultSchema, runFileSchema } from '../../src/report/schema.js'
import { crotonylfentanyl, fentanyl, ibuprofen, runJson } from '../cli/fake-host.js'

/** What the build writes to `dist`. */
const shipped = new Ajv({ strict: false, validateFormats: false }).compile(resultSchema())

test('the facts of a run have a JSON Schema too', () => {
  expect(runFileSchema()).toMatchObject({ title: expect.stringContaining('run'), type: 'object' })
})

describe('the schema describes real outputs completely', () => {
  const cases: [verdict: string, args: readonly string[]][] = [
    ['listed', [fentanyl]],
    ['listed', ['CCN']],
    ['listed', ['PCP']],
    ['listed', ['cannabis']],
    ['class', ['--as-of', '2018-11-26', '--assume', 'cn-proposed-fentanyl-class', crotonylfentanyl]],
    ['class', ['--as-of', '2019-05-01', '--explain', crotonylfentanyl]],
    ['undecided', ['*CC(*)c1ccccc1']],
    ['undecided', ['-j', 'US', '--as-of', '1960-01-01', fentanyl]],
    ['uncontrolled', ['--explain', ibuprofen]],
    ['uncontrolled', ['--explain', '--kinds', 'drug', '-j', 'CN', 'C1CN(CCc2ccccc2)CCC1Nc1ccccc1']],
    ['unreadable', ['C1CC']],
    ['unreadable', ['CC[Xx]']],
    ['unreadable', ['']],
  ]
  test.each<[string, readonly string[]]>(cases)('%s: %j', async (verdict, args) => {
    const { rows } = await runJson(['check', '--json', ...args])
    expect(rows[0].verdict).toBe(verdict)
    expect(result.safeParse(rows[0]).error).toBeUndefined()
    expect(shipped(rows[0]) || shipped.errors).toBe(true)
  })
  test('batch rows with columns', async () => {
    const { rows } = await runJson(['batch', '--explain', '-', '--input-format', 'csv'], {
      stdin: `id,smiles\na,${fentanyl}\nb,${ibuprofen}\nc,C1\nd,*C\n`,
    })
    expect(rows).toHaveLength(4)
    for (const row of rows) expect(result.safeParse(row).error).toBeUndefined()
  })
  test('an unknown field or a missing one is rejected', async () => {
    const { rows } = await runJson(['check', '--json', fentanyl])
    expect(result.safeParse({ ...rows[0], more: 1 }).success).toBe(false)
    expect(result.safeParse({ ...rows[0], edition: undefined }).success).toBe(false)
  })
})
