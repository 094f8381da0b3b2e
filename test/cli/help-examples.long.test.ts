import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examples } from '../../src/report/index.js'
import { run } from './fake-host.js'

const root = fileURLToPath(new URL('../../', import.meta.url))
const opsin = '/usr/share/java/opsin-cli.jar'
let folder = ''

/** What a shell makes of a line: its words. */
function words(line: string): string[] {
  return spawnSync('bash', ['--norc', '-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(1, -1)
}

/** A line as a person would type it, in this process where it needs no shell. */
async function typed(line: string): Promise<{ status: number | null; stderr: string }> {
  if (!/[|<>]/.test(line)) {
    const { code, err } = await run(words(line))
    return { status: code, stderr: err }
  }
  const shell = `coverage() { ${JSON.stringify(process.execPath)} ${JSON.stringify(join(root, 'bin/coverage.js'))} "$@"; }\n${line}`
  return spawnSync('bash', ['--norc', '-c', shell], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8' },
  })
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'coverage-help-'))
  process.chdir(folder)
  for (const name of ['examples', 'data']) symlinkSync(join(root, name), join(folder, name))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(join(folder, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  writeFileSync(join(folder, 'private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  // What the examples of merge, report and verify read.
  for (const part of [1, 2])
    expect(
      (await typed(`coverage batch examples/fentanyls-2018.csv -j CN --quiet --shard ${part}/2 -o part-${part}.ndjson`))
        .status,
    ).toBe(0)
  expect((await typed('coverage merge part-1.ndjson part-2.ndjson -o verdicts.ndjson --quiet')).status).toBe(0)
}, 120_000)
afterAll(() => {
  process.chdir(root)
  rmSync(folder, { recursive: true })
})

/** Lines that say on purpose that something was found. */
const found = ['coverage diff', 'coverage lint-dataset']
const lines = Object.entries(examples)
  .filter(([command]) => command !== 'completion')
  .flatMap(([, of]) => of.map(([line]) => line))
  // OPSIN is needed for this one; CI has it.
  .filter((line) => !line.startsWith('coverage law draft') || process.env.CI === 'true' || existsSync(opsin))

describe('every example in the help', () => {
  test.each(lines)(
    '%s',
    async (line) => {
      const { status, stderr } = await typed(line)
      expect(status, stderr).toBe(found.some((f) => line.startsWith(f)) ? 1 : 0)
    },
    120_000,
  )
})
