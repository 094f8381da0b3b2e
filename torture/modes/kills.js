import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recorded } from '../law.js'
import { pick } from '../random.js'

/** Killed and resumed runs end with the bytes of an uninterrupted one, and lose at most two seconds of work. */
export const name = 'kills'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const mostLostMs = 2000
const formats = ['ndjson', 'csv', 'sdf', 'ndjson.gz', 'csv.gz']
const rows = 700

export async function run(random, untilDeadline, report) {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-kills-'))
  const lost = []
  const whole = new Map()
  try {
    const inputs = { smi: join(folder, 'in.smi'), sdf: join(folder, 'in.sdf') }
    writeFileSync(inputs.smi, Array.from({ length: rows }, (_, i) => `${pick(random, recorded)} r${i}\n`).join(''))
    writeFileSync(inputs.sdf, Array.from({ length: rows }, (_, i) => chain(i, 3 + Math.floor(random() * 40))).join(''))
    for (let round = 0; untilDeadline(); round++) {
      const format = formats[round % formats.length]
      const input = format === 'sdf' ? inputs.sdf : inputs.smi
      const output = join(folder, `out.${format}`)
      const command = (path, ...more) => [
        'batch',
        input,
        '-j',
        'US,GB',
        '--as-of',
        '2026-09-01',
        '--no-screen',
        '--quiet',
        '-o',
        path,
        ...more,
      ]
      if (!whole.has(format)) {
        const path = join(folder, `whole.${format}`)
        await ended(start(command(path, '--workers', '1')))
        whole.set(format, hashOf(path))
      }
      for (const path of [output, `${output}.journal`]) rmSync(path, { force: true })
      for (let kills = 0, code = null; code === null && untilDeadline(); ) {
        const child = start(command(output, '--resume', '--workers', pick(random, ['1', '1', '2'])))
        const end = ended(child)
        const from = entryOf(output)
        await Promise.race([end, entered(output, from, child)])
        const wait = kills < 4 ? random() * 2500 : Infinity
        const outcome = await Promise.race([end, ...(wait === Infinity ? [] : [slept(wait)])])
        if (outcome !== undefined) code = outcome
        else {
          // The loss is the work since the state recorded in the last entry.
          const since = Date.now() - entryOf(output)
          child.kill('SIGKILL')
          await end
          kills++
          report.tried(1)
          lost.push(since)
          if (since > mostLostMs) report.difference(`${format}: ${since} ms of work lost`, { kills })
        }
        if (code !== null && code !== 0 && code !== 3)
          report.difference(`${format}: taken up, it ended with ${code}`, { kills, err: child.told() })
      }
      if (existsSync(output) && untilDeadline() && hashOf(output) !== whole.get(format))
        report.difference(`${format}: other bytes than an uninterrupted run`, { round })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  lost.sort((a, b) => a - b)
  const at = (share) => Math.round(lost[Math.min(lost.length - 1, Math.floor(lost.length * share))] ?? 0)
  console.log(`${name}: work lost in ms: median ${at(0.5)}, 99 of 100 ${at(0.99)}, most ${at(1)}`)
}

function start(args) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  let err = ''
  child.stderr.on('data', (part) => (err += part))
  return Object.assign(child, { told: () => err })
}

function ended(child) {
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 'killed')))
}

/** Waits for an entry after the first: before that a run has done nothing. */
async function entered(output, before, child) {
  while (child.exitCode === null && entryOf(output) <= before) await slept(10)
}

function entryOf(output) {
  try {
    return statSync(`${output}.journal`).mtimeMs
  } catch {
    return 0
  }
}

function slept(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** An SD record of a carbon chain with a nitrogen at its end. */
function chain(number, carbons) {
  const three = (n) => String(n).padStart(3)
  const atoms = Array.from(
    { length: carbons + 1 },
    (_, i) => `${(i * 1.2).toFixed(4).padStart(10)}    0.0000    0.0000 ${i < carbons ? 'C' : 'N'}   0  0\n`,
  )
  const bonds = Array.from({ length: carbons }, (_, i) => `${three(i + 1)}${three(i + 2)}  1  0\n`)
  return `m${number}\n  test\n\n${three(carbons + 1)}${three(carbons)}  0  0  0  0  0  0  0  0999 V2000\n${atoms.join('')}${bonds.join('')}M  END\n> <number>\n${number}\n\n$$$$\n`
}
