import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caiFurerImmerman, lcf, smilesOf } from '../budget/graphs.js'
import { wildRule } from '../budget/wild-rule.js'
import { fentanyl } from './fake-host.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'coverage-stop-'))))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs a batch; `onBusy` is called once it has judged for a while. */
function batch(args: readonly string[], onBusy?: (kill: (signal: NodeJS.Signals) => void) => void): Promise<{ code: number | null; took: number }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'batch', ...args, '--as-of', '2026-09-01', '-j', 'US', '--quiet', '--workers', '1'], { stdio: 'ignore' })
    let killed = 0
    if (onBusy) setTimeout(() => onBusy((signal) => {
      killed = performance.now()
      child.kill(signal)
    }), 8000)
    child.on('close', (code) => resolve({ code, took: performance.now() - killed }))
  })
}

test.each([['SIGINT', 130], ['SIGTERM', 143]] as const)('%s ends a run that is busy with hard structures, and --resume completes it', async (signal, expected) => {
  const input = join(folder, `${signal}.smi`)
  const rule = join(folder, 'us-wild.json')
  const hard = smilesOf(caiFurerImmerman(lcf([-7, 7], 28)))
  writeFileSync(rule, JSON.stringify(wildRule(`[*:1]1${'~*'.repeat(22)}~*~1`)))
  // About a second each, in one chunk.
  writeFileSync(input, `${fentanyl} first\n${Array.from({ length: 25 }, (_, i) => `${hard} h${i}\n`).join('')}`)
  const [output, whole] = [join(folder, `${signal}.ndjson`), join(folder, `${signal}-whole.ndjson`)]
  const args = (file: string) => [input, '--rule', rule, '-o', file]
  const stopped = await batch(args(output), (kill) => kill(signal))
  expect(stopped.code).toBe(expected)
  // The run would go on for half a minute; a machine that others keep busy is slow to end it as well.
  expect(stopped.took).toBeLessThan(5000)
  expect(existsSync(`${output}.journal`)).toBe(true)
  expect((await batch([...args(output), '--resume'])).code).toBe(0)
  expect((await batch(args(whole))).code).toBe(0)
  expect(readFileSync(output).equals(readFileSync(whole))).toBe(true)
})
