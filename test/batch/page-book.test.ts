import { expect, test } from 'vitest'
import type { Drawing } from '../../src/chem/index.js'
import { PageBook, pageRows } from '../../src/batch/index.js'
import { noteOf } from '../../src/cli/run/batch-page.js'
import type { Result } from '../../src/report/index.js'

const result = (index: number, verdict: Result['verdict']): Result => ({
  index,
  id: `row-${index}`,
  input: 'C',
  verdict,
  asOf: '2020-01-01',
  structure: verdict === 'unreadable' ? null : { smiles: null, inchikey: null, formula: 'CH4' },
  jurisdictions: [],
  edition: { id: 'x', sha256: '0'.repeat(64) },
  tool: { name: 'coverage', version: '0' },
  query: { jurisdictions: null, assume: [] },
  problem: verdict === 'unreadable' ? { code: 'syntax', message: 'no', position: null } : null,
})
const book = () =>
  new PageBook({
    draw: () => Promise.reject(new Error('nothing is to be drawn')),
    rests: [],
    asOf: '2020-01-01',
    drawAll: false,
  })

test('uncontrolled rows are listed up to a limit, others beyond it; all are counted', async () => {
  const kept = book()
  for (let i = 1; i <= pageRows.uncontrolled + 5; i++) await kept.add(result(i, 'uncontrolled'))
  await kept.add(result(pageRows.uncontrolled + 6, 'unreadable'))
  await kept.finish()
  expect(kept.rows.length).toBe(pageRows.uncontrolled + 1)
  expect(kept.rows.at(-1)!.verdict).toBe('unreadable')
  expect(kept.left).toEqual({ uncontrolled: 5, others: 0 })
  expect(kept.counts.verdicts).toMatchObject({ uncontrolled: pageRows.uncontrolled + 5, unreadable: 1 })
  expect(noteOf(kept, {}, kept.counts.total, true)).toBe(
    '20001 of 20006 rows are shown; the others are uncontrolled and only counted.',
  )
})

test('a full page says so, and so does an early end', async () => {
  const kept = book()
  for (let i = 1; i <= pageRows.most + 1; i++) await kept.add(result(i, 'unreadable'))
  await kept.finish()
  expect(kept.rows.length).toBe(pageRows.most)
  expect(noteOf(kept, {}, kept.counts.total, true)).toContain('the most a page can hold')
  expect(noteOf(book(), {}, 7, false)).toContain('stopped early')
  expect(noteOf(book(), {}, 0, true)).toBeNull()
})

const drawing = (width: number): Drawing => ({
  width,
  height: 1,
  lines: '',
  hairs: '',
  dashes: '',
  shapes: '',
  atoms: [],
  bonds: [],
})

test('rows keep their order and their own drawings, whichever drawing is ready first', async () => {
  const ready: (() => void)[] = []
  const kept = new PageBook({
    draw: (text) => new Promise((resolve) => ready.push(() => resolve(drawing(text.length)))),
    rests: [],
    asOf: '2020-01-01',
    drawAll: true,
  })
  for (const length of [1, 2, 3]) await kept.add({ ...result(length, 'uncontrolled'), input: 'C'.repeat(length) })
  for (const finish of ready.reverse()) finish()
  await kept.finish()
  expect(kept.rows.map((row) => [row.input, row.drawing?.width])).toEqual([
    ['C', 1],
    ['CC', 2],
    ['CCC', 3],
  ])
})

test('an error while drawing is not lost', async () => {
  const kept = new PageBook({
    draw: () => Promise.reject(new Error('no thread')),
    rests: [],
    asOf: '2020-01-01',
    drawAll: true,
  })
  await kept.add(result(1, 'uncontrolled'))
  await expect(kept.finish()).rejects.toThrow('no thread')
})
