// node bench/impact.js CORPUS.smi.gz [RULE]
// What a report on a draft takes for a library, against a full batch of the same file, each on one thread and in turn: rows per
// second of each, and their ratio (target: at least 2). Only the draft is loaded.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const coverage = fileURLToPath(new URL('../bin/coverage.js', import.meta.url))
const [corpus, rule = 'cn-fentanyl-class'] = process.argv.slice(2)
const pairs = 3
const day = ['--as-of', '2026-09-01', '--workers', '1']

if (corpus === undefined) {
  console.error('No corpus given: node bench/impact.js CORPUS.smi.gz')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'coverage-bench-'))
try {
  const ratios = []
  for (let i = 0; i < pairs; i++) {
    const full = await rate(['batch', corpus, ...day, '-o', join(folder, `full-${i}.ndjson`)])
    const draft = await rate(['impact', rule, corpus, '--no-others', ...day])
    ratios.push(draft.rate / full.rate)
    console.log(`batch ${full.rate}/s, peak ${full.peak} MB; impact ${draft.rate}/s, peak ${draft.peak} MB`)
  }
  ratios.sort((a, b) => a - b)
  console.log(`ratio ${ratios[Math.floor(pairs / 2)].toFixed(1)} (median of ${pairs}; target: at least 2)`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Rows per second as the command itself says, and the most memory that it held. */
function rate(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [coverage, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let text = ''
    let peak = 0
    const look = setInterval(() => {
      try {
        peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0)
      } catch {
        // It has ended, or the system has no /proc.
      }
    }, 200)
    child.stderr.on('data', (part) => (text += part))
    child.on('close', () => {
      clearInterval(look)
      const found = /, (\d+) per second\)/.exec(text)
      if (found) resolve({ rate: Number(found[1]), peak: Math.round(peak / 1024) })
      else reject(new Error(text))
    })
  })
}
