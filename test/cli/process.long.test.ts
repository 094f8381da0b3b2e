import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { getPriority } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { fentanyl, ibuprofen } from './fake-host.js'
import { temporaryFolder } from './files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const folder = temporaryFolder('coverage-process-')

const coverage = (args: readonly string[], options: { input?: string; env?: Record<string, string> } = {}) =>
  spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    ...options,
    env: { PATH: process.env.PATH, ...options.env },
  })

test.each<[number, string[]]>([
  // A day soon enough after every review: otherwise there is a warning.
  [0, ['check', '--as-of', '2020-01-01', fentanyl]],
  [1, ['check', '--as-of', '2020-01-01', '--fail-on', 'listed', fentanyl]],
  [2, ['check', '--as-of', 'yesterday', fentanyl]],
  [2, ['batch', 'no-such-file.smi']],
  [3, ['check', '--as-of', '2020-01-01', 'C1CC']],
])('exit code %i: %j', (code, args) => {
  const ran = coverage(args)
  expect(ran.status).toBe(code)
  expect(ran.stderr === '').toBe(code !== 2)
})

test.each([['law', 'list'], ['--help'], ['completion', 'fish'], ['check', '--json', 'CCO']])(
  'a full disk: reported, and no success: %s %s',
  (...args) => {
    const ran = spawnSync('/bin/sh', ['-c', 'exec "$@" > /dev/full', 'sh', process.execPath, program, ...args], {
      encoding: 'utf8',
    })
    expect(ran.stderr).toContain('the output cannot be written (the disk is full)')
    expect(ran.status).toBe(2)
  },
)

test('colour into a pipe only with FORCE_COLOR, and NO_COLOR wins', () => {
  expect(coverage(['check', fentanyl]).stdout).not.toContain('\u001b')
  expect(coverage(['check', fentanyl], { env: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b')
  expect(coverage(['check', fentanyl], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain('\u001b')
})

test('stdin is read', () => {
  const ran = coverage(['check', '--json', '-'], { input: `${fentanyl} a\n${ibuprofen} b\n` })
  expect(
    ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).verdict),
  ).toEqual(['listed', 'uncontrolled'])
})

test.skipIf(process.platform !== 'linux')('in a batch the judging thread has priority over those of V8', async () => {
  const child = spawn(
    process.execPath,
    [program, 'batch', '-', '--input-format', 'smi', '--quiet', '--format', 'summary'],
    { stdio: ['pipe', 'ignore', 'ignore'] },
  )
  try {
    const own = getPriority()
    const threads = () => readdirSync(`/proc/${child.pid}/task`).map(Number)
    // It waits for its input, with the four threads that V8 starts.
    await vi.waitFor(
      () => expect(threads().filter((id) => getPriority(id) === own + 4).length).toBeGreaterThanOrEqual(4),
      { timeout: 60_000 },
    )
    expect(getPriority(child.pid)).toBe(own)
  } finally {
    child.stdin.end(`${ibuprofen}\n`)
  }
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0)
})

test('a reader that goes away ends the run without a message', async () => {
  const path = join(folder, 'many.smi')
  writeFileSync(path, `${ibuprofen}\n`.repeat(4000))
  const child = spawn(process.execPath, [program, 'batch', path, '--format', 'ndjson', '--as-of', '2020-01-01'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let err = ''
  child.stderr.on('data', (part: Buffer) => (err += part.toString()))
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(err).toBe('')
  expect(code).toBe(2)
})
