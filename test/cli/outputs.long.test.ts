import { execFileSync, spawn } from 'node:child_process'
import { lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, test } from 'vitest'
import { ibuprofen, run } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-outputs-')

const day = ['--as-of', '2026-09-01', '-j', 'US']
beforeAll(() => void put('in.smi', `${ibuprofen}\nCCO\n`))
const input = () => path('in.smi')

async function shards(): Promise<string[]> {
  const files = [path('1.ndjson'), path('2.ndjson')]
  for (const [i, file] of files.entries()) await run(['batch', input(), ...day, '--shard', `${i + 1}/2`, '-o', file])
  return files
}

async function results(): Promise<string> {
  await run(['batch', input(), ...day, '-o', path('rows.ndjson')])
  return path('rows.ndjson')
}

/** Commands that write to a path. */
const commands: [name: string, ending: string, args: () => Promise<string[]>][] = [
  ['batch', '.ndjson', async () => ['batch', input(), ...day, '-o']],
  ['batch, a workbook', '.xlsx', async () => ['batch', input(), ...day, '-o']],
  ['facts of a batch', '.json', async () => ['batch', input(), ...day, '--run-info']],
  ['merge', '.ndjson', async () => ['merge', ...(await shards()), '-o']],
  ['check', '.json', async () => ['check', 'CCO', ...day, '-o']],
  ['a drawing', '.svg', async () => ['check', 'CCO', ...day, '-o']],
  ['compare', '.json', async () => ['compare', input(), ...day, '--against', '2020-01-01', '-o']],
  ['history', '.csv', async () => ['history', 'CCO', '-j', 'US', '-o']],
  ['report', '.html', async () => ['report', await results(), '-o']],
]

describe('an output', () => {
  test.each(commands)('may be a pipe or a device: %s', async (name, ending, args) => {
    const given = await args()
    const plain = path(`plain ${name}${ending}`)
    expect((await run([...given, plain])).err).not.toContain('cannot be written')
    const pipe = path(`pipe ${name}${ending}`)
    execFileSync('mkfifo', [pipe])
    const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'inherit'] })
    const read = text(reader.stdout)
    const { code, err } = await run([...given, pipe])
    expect([code, err]).toEqual([0, expect.not.stringContaining('cannot be written')])
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    const written = readFileSync(plain, 'utf8')
    // A batch writes its facts next to a file, and into the rows of a pipe.
    if (name === 'batch') expect((await read).split('\n')).toHaveLength(written.split('\n').length)
    else expect((await read) === written).toBe(true)
  })
  test.each(commands)('may be a link, which stays one: %s', async (name, ending, args) => {
    mkdirSync(path(`folder of ${name}`))
    const link = path(`link ${name}${ending}`)
    symlinkSync(`folder of ${name}/file${ending}`, link)
    const given = await args()
    for (const when of ['to a file that does not exist yet', 'to a file']) {
      expect((await run([...given, link])).code, when).toBe(0)
      expect(lstatSync(link).isSymbolicLink(), when).toBe(true)
      expect(lstatSync(path(`folder of ${name}/file${ending}`)).size, when).toBeGreaterThan(0)
    }
  })
})
