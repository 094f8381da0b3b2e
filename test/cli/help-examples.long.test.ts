import { spawn, spawnSync } from 'node:child_process'
import { createHash, generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentText, type Edition } from '../../src/law/index.js'
import { examples } from '../../src/cli/help-examples.js'
import { keepAnswers } from '../support/kept-answers.js'
import { run } from './fake-host.js'

keepAnswers()

const root = fileURLToPath(new URL('../../', import.meta.url))
const opsin = '/usr/share/java/opsin-cli.jar'
let folder = ''

/** Splits a line into words like a shell. */
function words(line: string): string[] {
  return spawnSync('bash', ['--norc', '-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .stdout.split('\0')
    .slice(1, -1)
}

/** Runs a line as typed, in this process unless it needs a shell. */
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
  // Input for pipe, and a law package that is already there.
  writeFileSync(join(folder, 'compounds.smi'), 'CCO ethanol\n')
  mkdirSync(join(folder, 'analogue-coverage-law'))
  symlinkSync(join(root, 'dist/edition.json'), join(folder, 'analogue-coverage-law/edition.json'))
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(join(folder, 'public.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
  writeFileSync(join(folder, 'private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
  // Input for the examples of compare, merge, report and verify.
  const before = 'coverage batch examples/fentanyls-2018.csv -j CN --as-of 2018-11-26 --quiet -o before.ndjson'
  expect((await typed(before)).status).toBe(0)
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

/** A server that is asked to end as soon as it listens; each of the two examples has its own port. */
async function served(line: string): Promise<{ status: number | null; stderr: string }> {
  const [, token = '', own = ''] = /^(?:COVERAGE_TOKEN=(\S+) )?coverage (.*)$/.exec(line)!
  const port = token === '' ? [] : ['--port', '8091']
  const env = {
    PATH: process.env.PATH,
    ...(token === '' ? {} : { COVERAGE_TOKEN: 'a-token-of-enough-characters-for-a-server' }),
  }
  const child = spawn(process.execPath, [join(root, 'bin/coverage.js'), ...words(`coverage ${own}`), ...port], { env })
  let stderr = ''
  return new Promise((resolve) => {
    child.stderr.on('data', (part: Buffer) => {
      stderr += part.toString()
      if (stderr.includes('listening on') && !child.killed) child.kill('SIGTERM')
    })
    child.on('close', (status) => resolve({ status, stderr }))
  })
}

/** Lines whose purpose is to report that something was found. */
const found = / --fail-on controlled$|^coverage expect --lint/
const lines = Object.entries(examples)
  .filter(([command]) => command !== 'completion')
  .flatMap(([, of]) => of.map(([line]) => line))
  // A site of all records takes longest; site.long.test.ts makes one.
  .filter((line) => line !== 'coverage law pages -o site')
  // test/data/generated.test.ts makes the same comparison.
  .filter((line) => line !== 'coverage law pages --check')
  // test/impact/compare-rules.long.test.ts makes the same comparison, and test/cli/impact.long.test.ts measures the same draft.
  .filter((line) => !line.startsWith('coverage rule compare'))
  .filter((line) => line !== 'coverage impact cn-proposed-fentanyl-class --as-of 2018-11-26')
  // test/cli/compare-sets.long.test.ts measures this draft, and test/page/every-page.long.test.ts a page of another.
  .filter((line) => line !== 'coverage impact gb-cannabinoids-1ca-2016 --no-others -o impact.html')
  // test/cli/positions.long.test.ts asks the same.
  .filter((line) => line !== 'coverage questions -j DE')
  // This one needs OPSIN; CI has it.
  .filter((line) => !line.startsWith('coverage law draft') || process.env.CI === 'true' || existsSync(opsin))

describe('every example in the help', () => {
  test.each(lines)(
    '%s',
    async (line) => {
      const { status, stderr } = await (line.includes('coverage serve') ? served(line) : typed(line))
      expect(status, stderr).toBe(found.test(line) ? 1 : 0)
    },
    120_000,
  )
  test('the same records give the same edition, whose hash is over its content', () => {
    const again = JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8')) as Edition
    const shipped = JSON.parse(readFileSync(join(root, 'dist/edition.json'), 'utf8')) as Edition
    expect(again.sha256).toBe(shipped.sha256)
    expect(createHash('sha256').update(contentText(again)).digest('hex')).toBe(again.sha256)
  })
})
