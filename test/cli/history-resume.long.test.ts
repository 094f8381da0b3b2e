import { createHash } from 'node:crypto'
import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeJournal } from '../../src/batch/index.js'
import { carfentanil, crotonylfentanyl, fentanyl, ibuprofen, run } from './fake-host.js'
import { temporaryFolder } from './files.js'

const folder = temporaryFolder('coverage-history-')
const at = (name: string) => join(folder, name)
beforeAll(() => {
  const lines = [fentanyl, 'C1CC', ibuprofen, crotonylfentanyl, carfentanil, 'CNC(C)C(=O)c1ccccc1', 'C1CCC']
  writeFileSync(at('in.smi'), `${lines.map((smiles, i) => `${smiles} row${i + 1}`).join('\n')}\n`)
})

const history = (output: string, ...more: string[]) => run(['history', at('in.smi'), '-o', at(output), ...more])

/** Leaves an output and its journal like a run killed after two rows, and in the middle of the third. */
async function interrupted(output: string, endOfSecond: (text: string) => number): Promise<Buffer> {
  expect((await history(output, '--resume')).code).toBe(3)
  const whole = readFileSync(at(output))
  const { check: _, ...journal } = JSON.parse(readFileSync(`${at(output)}.journal`, 'utf8'))
  const bytes = Buffer.byteLength(whole.toString().slice(0, endOfSecond(whole.toString())))
  await writeJournal(at(output), {
    ...journal,
    done: false,
    bytes,
    sha256: createHash('sha256').update(whole.subarray(0, bytes)).digest('hex'),
    tally: { ...journal.tally, total: 2, verdicts: { ...journal.tally.verdicts, uncontrolled: 1 } },
    next: { index: 3, source: 0, row: 3, read: null },
  })
  truncateSync(at(output), bytes + 20)
  return whole
}

const endOfLine = (text: string, count: number) =>
  text
    .split('\n')
    .slice(0, count)
    .reduce((sum, line) => sum + line.length + 1, 0)

describe.each<[string, (text: string) => number]>([
  ['rows.ndjson', (text) => endOfLine(text, 2)],
  // A row of it is a span; the second input is one line.
  ['rows.csv', (text) => text.indexOf('row2') + text.slice(text.indexOf('row2')).indexOf('\n') + 1],
])('%s', (output, endOfSecond) => {
  test('an interrupted run is continued, and ends with the bytes of an uninterrupted one', async () => {
    const whole = await interrupted(output, endOfSecond)
    const { code, err } = await history(output, '--resume')
    // The second row, judged before the interruption, is unreadable.
    expect([code, err]).toEqual([3, expect.stringContaining('wrote ')])
    expect(readFileSync(at(output)).toString()).toBe(whole.toString())
  })

  test('it is not begun again, nor continued with another choice or by another command', async () => {
    await interrupted(output, endOfSecond)
    expect((await history(output)).err).toMatch(/unfinished run \(2 rows\); continue with --resume/)
    expect((await history(output, '--resume', '-j', 'US')).err).toMatch(/options \(jurisdictions\) changed/)
    const batch = await run(['batch', at('in.smi'), '-o', at(output), '--resume'])
    expect([batch.code, batch.err]).toEqual([2, expect.stringMatching(/cannot be resumed: options \(history/)])
  })
})

test('a run that fails says why, and nothing of verdicts, which histories do not count', async () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `${'C'.repeat(1 + (i % 9))} row${i}`).join('\n')
  const whole = gzipSync(lines)
  writeFileSync(at('cut.smi.gz'), whole.subarray(0, whole.length - 200))
  const { code, err } = await run(['history', at('cut.smi.gz'), '-j', 'US', '-o', at('cut.ndjson')])
  expect([code, err]).toEqual([2, expect.stringContaining('cut.smi.gz')])
  expect(err).not.toContain('uncontrolled')
})

test('an uninterrupted run leaves no journal and no lock', async () => {
  await history('plain.ndjson')
  expect(readFileSync(at('plain.ndjson'), 'utf8').trim().split('\n')).toHaveLength(7)
  expect([existsSync(at('plain.ndjson.journal')), existsSync(at('plain.ndjson.lock'))]).toEqual([false, false])
})

test('a run that is continued keeps the day on which it began', async () => {
  const whole = await interrupted('day.ndjson', (text) => endOfLine(text, 2))
  const { code } = await run(['history', at('in.smi'), '-o', at('day.ndjson'), '--resume'], { today: '2026-10-15' })
  expect(code).toBe(3)
  expect(readFileSync(at('day.ndjson')).toString()).toBe(whole.toString())
})

test.each([
  ['structures that are no file', ['mdma', '-o', 'x.ndjson']],
  ['text', ['FILE', '-o', 'x.txt']],
  ['a page', ['FILE', '-o', 'x.html']],
  ['stdout', ['FILE', '--json']],
])('--resume is refused for %s', async (_, args) => {
  const given = args.map((arg) => (arg === 'FILE' ? at('in.smi') : arg.startsWith('x.') ? at(arg) : arg))
  const { code, err } = await run(['history', ...given, '--resume'])
  expect([code, err]).toEqual([2, expect.stringContaining('--resume continues the rows of a file of structures')])
})

test('the journal is not written over the input', async () => {
  writeFileSync(at('x.ndjson.journal'), '{"smiles":"CCO"}\n')
  const { code, err } = await run(['history', at('x.ndjson.journal'), '--input-format', 'ndjson', '-o', at('x.ndjson')])
  expect([code, err]).toEqual([2, expect.stringContaining('is both an input and a file next to the output')])
})
