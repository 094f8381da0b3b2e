import { execFileSync, spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { run, runJson } from './fake-host.js'
import { temporaryFolder } from './files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const folder = temporaryFolder('coverage-streams-')

describe('stdin that stays open without more input', () => {
  /** Sends this many rows and leaves stdin open; calls back with each part of the output. */
  async function waiting(rows: number, given: (child: ChildProcessWithoutNullStreams, part: Buffer) => void) {
    const child = spawn(process.execPath, [
      ...[program, 'batch', '-', '--input-format', 'smi', '-j', 'US', '--format', 'ndjson'],
      ...['--workers', '1'],
    ])
    let err = ''
    child.stderr.on('data', (part: Buffer) => (err += part.toString()))
    child.stdin.on('error', () => {})
    child.stdin.write('CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCO name\n'.repeat(rows))
    child.stdout.on('data', (part: Buffer) => given(child, part))
    const code = await new Promise((resolve) => child.on('close', resolve))
    return { code, err }
  }

  test('a reader that goes away still ends the run', async () => {
    expect(await waiting(2000, (child) => child.stdout.destroy())).toEqual({ code: 2, err: '' })
  }, 30_000)
  test.each<[NodeJS.Signals, number]>([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])(
    '%s still ends the run',
    async (signal, code) => {
      let rows = 0
      const ended = await waiting(2000, (child, part) => {
        rows += part.toString().split('\n').length - 1
        if (rows === 1000) child.kill(signal)
      })
      expect([ended.code, ended.err]).toEqual([code, expect.stringContaining(`stopped by ${signal} after 1000 rows`)])
    },
    30_000,
  )
})

test('a second signal ends a run whose output nobody reads', async () => {
  const path = join(folder, 'many.smi')
  writeFileSync(path, 'CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCO name\n'.repeat(20_000))
  const child = spawn(process.execPath, [program, 'batch', path, '-j', 'US', '--format', 'ndjson', '--workers', '1'])
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)))
  const waited = (ms: number) => new Promise((resolve) => setTimeout(() => resolve('waited'), ms))
  await new Promise((resolve) => child.stdout.once('readable', resolve))
  child.kill('SIGINT')
  expect(await Promise.race([ended, waited(2000)])).toBe('waited')
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  child.stdout.destroy()
}, 30_000)

describe.skipIf(!existsSync('/dev/full'))('a full device', () => {
  const input = () => {
    const path = join(folder, 'few.smi')
    writeFileSync(path, 'CCO\nCCN\n')
    return path
  }
  test.each(['ndjson', 'csv', 'summary', 'parquet', 'html'])('%s on stdout: exit code 2 and the reason', (format) => {
    const ran = spawnSync(
      'bash',
      ['-c', 'exec "$0" "$@" > /dev/full', process.execPath, program, 'batch', input(), '-j', 'US', '--format', format],
      { encoding: 'utf8' },
    )
    expect([ran.status, ran.stderr]).toEqual([
      2,
      expect.stringMatching(/^coverage: the output cannot be written \(the disk is full\)\.$/m),
    ])
  })
  test.each(['ndjson', 'csv', 'parquet', 'html'])('%s as output file: exit code 2 and the reason', async (format) => {
    const { code, err } = await run(['batch', input(), '--format', format, '-j', 'US', '-o', '/dev/full'])
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/^coverage: \/dev\/full: cannot be written \(the disk is full\)\.$/m),
    ])
  })
  test('stderr only: all rows are written', () => {
    const ran = spawnSync(
      'bash',
      [
        ...['-c', 'exec "$0" "$@" 2> /dev/full', process.execPath, program, 'batch', input(), '-j', 'US'],
        ...['--format', 'ndjson'],
      ],
      { encoding: 'utf8' },
    )
    expect(ran.stdout.split('\n').length).toBe(3)
  })
})

test.skipIf(process.platform === 'win32')('no row of several pipes is lost', async () => {
  const lines = join(folder, 'lines.smi')
  writeFileSync(lines, 'CCO x\n'.repeat(20_000))
  const pipes = ['one', 'two'].map((name) => join(folder, name))
  execFileSync('mkfifo', pipes)
  const writers = pipes.map((pipe) => spawn('sh', ['-c', `cat '${lines}' > '${pipe}'`]))
  try {
    const { out } = await run(['batch', ...pipes, '--input-format', 'smi', '-j', 'US', '--format', 'csv', '--quiet'])
    expect(out.trimEnd().split('\n')).toHaveLength(1 + 40_000)
    writers.push(spawn('sh', ['-c', `cat '${lines}' > '${pipes[0]}'`]))
    const days = ['-j', 'US', '--as-of', '2020-01-01', '--against', '2021-01-01']
    const { rows } = await runJson(['compare', pipes[0]!, '--input-format', 'smi', '--json', ...days])
    expect(rows[0].summary).toMatchObject({ total: 20_000, files: [{ file: pipes[0], sha256: null }] })
  } finally {
    for (const writer of writers) writer.kill()
  }
})
