import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { caiFurerImmerman, lcf, smilesOf } from '../budget/graphs.js'
import { wildRule } from '../budget/wild-rule.js'
import { fentanyl } from './fake-host.js'
import { temporaryFolder } from './files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const hard = smilesOf(caiFurerImmerman(lcf([-7, 7], 28)))
const folder = temporaryFolder('coverage-stop-')
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  writeFileSync(at('us-wild.json'), JSON.stringify(wildRule(`[*:1]1${'~*'.repeat(22)}~*~1`)))
  // Some tenths of a second each, in one chunk.
  writeFileSync(at('in.smi'), `${fentanyl} first\n${Array.from({ length: 4 }, (_, i) => `${hard} h${i}\n`).join('')}`)
  expect((await batch('whole.ndjson')).code).toBe(0)
})

/** Runs a batch, and sends a signal, if given, once it judges. */
function batch(
  output: string,
  signal: NodeJS.Signals | null = null,
  ...more: string[]
): Promise<{ code: number | null; took: number }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        ...[program, 'batch', at('in.smi'), '--rule', at('us-wild.json'), '-o', at(output)],
        ...['--as-of', '2026-09-01', '-j', 'US', '--quiet', '--workers', '1'],
        ...more,
      ],
      { stdio: 'ignore' },
    )
    let killed = 0
    const watch = setInterval(() => {
      if (signal === null || !existsSync(`${at(output)}.journal`)) return
      clearInterval(watch)
      setTimeout(() => {
        killed = performance.now()
        child.kill(signal)
      }, 300)
    }, 20)
    child.on('close', (code) => {
      clearInterval(watch)
      resolve({ code, took: performance.now() - killed })
    })
  })
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a run that is busy with hard structures, and --resume completes it', async (signal, code) => {
  const output = `${signal}.ndjson`
  const stopped = await batch(output, signal)
  expect(stopped.code).toBe(code)
  // It ends within 2 s; a busy machine is slow to report it.
  expect(stopped.took).toBeLessThan(5000)
  expect((await batch(output, null, '--resume')).code).toBe(0)
  expect(readFileSync(at(output)).equals(readFileSync(at('whole.ndjson')))).toBe(true)
})
