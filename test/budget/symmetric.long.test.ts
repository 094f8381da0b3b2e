import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { runJson } from '../cli/fake-host.js'
import { wildRule } from './wild-rule.js'
import { caiFurerImmerman, diamond, fullerene, lcf, mobius, prism, smilesOf, torus, type Graph } from './graphs.js'
import { temporaryFolder } from '../cli/files.js'

const graphs: readonly (readonly [name: string, graph: Graph])[] = [
  ['cfi-280-mobius', caiFurerImmerman(mobius(28))],
  ['cfi-280-coxeter', caiFurerImmerman(lcf([-7, 7], 28))],
  ['cfi-400', caiFurerImmerman(mobius(40))],
  ['cfi-180', caiFurerImmerman(lcf([5, -5], 18))],
  ['cfi-600', caiFurerImmerman(lcf([-7, 7], 60))],
  ['prism-24', prism(12)],
  ['prism-180', prism(90)],
  ['torus-120', torus(10, 6)],
  ['torus-280', torus(14, 10)],
  ['torus-600', torus(20, 15)],
  ['diamond-64', diamond(2)],
  ['diamond-216', diamond(3)],
  ['fullerene-60', fullerene(3)],
  ['fullerene-70', fullerene(4)],
  ['fullerene-200', fullerene(17)],
]
/** Graphs that exceed the work limit of one structure, for reading or for naming too. */
const unreadable = ['cfi-280-mobius', 'cfi-400', 'cfi-600', 'torus-600']
const unnamed = ['cfi-280-coxeter', 'prism-180', 'torus-280']
/** Each has a rule whose wildcards match it in too many ways; large ones take seconds and show no more. */
const small = graphs.filter(([name]) =>
  ['cfi-180', 'prism-24', 'torus-120', 'diamond-64', 'fullerene-60'].includes(name),
)

const folder = temporaryFolder('coverage-symmetric-')
let input = ''
beforeAll(() => {
  input = join(folder, 'in.smi')
  writeFileSync(input, linesOf(graphs))
  writeFileSync(join(folder, 'small.smi'), linesOf(small))
})

const linesOf = (of: typeof graphs) => of.map(([name, graph]) => `${smilesOf(graph)} ${name}\n`).join('')
const rowsOf = async (...args: string[]) => rowsIn(input, ...args)
const rowsIn = async (file: string, ...args: string[]) =>
  (await runJson(['batch', file, '-j', 'US', '--format', 'ndjson', '--quiet', ...args])).rows

let identified: Promise<any[]> | null = null
/** The rows with names, computed once. */
const identifiedRows = () => (identified ??= rowsOf('--identify', 'all'))

test('every graph has an answer: an unreadable one says why, and one that cannot be named is still judged', async () => {
  const rows = await identifiedRows()
  expect(rows.filter((r) => r.verdict === 'unreadable').map((r) => r.id)).toEqual(unreadable)
  for (const row of rows.filter((r) => r.verdict === 'unreadable'))
    expect(row.problem).toMatchObject({ code: 'budget', message: expect.stringMatching(/million steps|MB of memory/) })
  expect(rows.filter((r) => r.structure?.unnamed !== undefined).map((r) => r.id)).toEqual(unnamed)
  expect(rows.filter((r) => r.verdict === 'uncontrolled').length).toBe(graphs.length - unreadable.length)
  expect(rows.find((r) => r.id === 'fullerene-60').structure.inchikey).toMatch(/-N$/)
})

test('the same rows with and without the screen, and the same verdicts with and without names', async () => {
  const rows = await rowsOf()
  expect(await rowsOf('--no-screen')).toEqual(rows)
  expect((await identifiedRows()).map((r) => r.verdict)).toEqual(rows.map((r) => r.verdict))
})

test.each([
  ['a chain', `[*:1]${'~*'.repeat(23)}`],
  ['a ring', `[*:1]1${'~*'.repeat(22)}~*~1`],
])('a user rule with %s of 24 wildcard atoms: undecided if there are too many ways', async (_, smarts) => {
  const rule = join(folder, 'us-wild.json')
  writeFileSync(rule, JSON.stringify(wildRule(smarts)))
  const few = join(folder, 'small.smi')
  const rows = await rowsIn(few, '--rule', rule)
  expect(rows.length).toBe(small.length)
  expect(rows.find((r) => r.id === 'fullerene-60')).toMatchObject({ verdict: 'undecided' })
  expect(await rowsIn(few, '--rule', rule, '--no-screen')).toEqual(rows)
})
