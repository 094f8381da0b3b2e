// Runs commands and says what they took.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Pairs of runs behind each ratio of ours to ours. */
export const pairs = 3

/**
 * Runs a command. Exit codes 0, 1 and 3 are answers of `coverage`, not failures.
 * @returns seconds on the clock, seconds of all processors, largest resident memory (MB), and what it printed
 */
export function run(command, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    let errors = ''
    let peak = 0
    let busy = 0
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (errors += text))
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOf(child.pid))
      busy = Math.max(busy, processorTimeOf(child.pid))
    }, 50)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      if (code === 0 || code === 1 || code === 3) resolve({ seconds, output, peak, busy })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${errors}`))
    })
  })
}

/** Two commands in turn: the run of each that took the median time, and how much faster the second was, pair by pair. */
export async function inPairs(first, second) {
  const done = []
  for (let i = 0; i < pairs; i++) {
    // Which of them comes first changes, for a machine that grows slower or faster.
    if (i % 2 === 0) done.push([await first(), await second()])
    else done.push([await second(), await first()].reverse())
  }
  const usual = (results) => results.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(pairs / 2)]
  return {
    first: usual(done.map(([a]) => a)),
    second: usual(done.map(([, b]) => b)),
    ratios: done.map(([a, b]) => a.seconds / b.seconds),
  }
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** The largest resident memory of a process so far, MB. Linux only; 0 elsewhere. */
function memoryOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Seconds of all processors that a process has taken so far. Linux only; 0 elsewhere. */
function processorTimeOf(pid) {
  try {
    // Fields after the name, which is in parentheses and may hold blanks: user and system time in hundredths of a second.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}
