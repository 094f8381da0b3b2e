import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { Cluster, until } from './cluster.js'

const program = `${process.execPath} ${fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))}`
const script = fileURLToPath(new URL('../../examples/slurm/array.sbatch', import.meta.url))
const lineCount = 80_000

let cluster: Cluster
beforeAll(async () => void (cluster = await Cluster.start()), 120_000)
afterAll(async () => cluster?.stop())

const journal = (part: number) => join(cluster.folder, `verdicts/part-${part}.ndjson.journal`)

/** The task's state in Slurm: RUNNING, COMPLETED ... and how often it was restarted. */
function taskOf(job: string, part: number): { state: string; restarts: number } {
  const text = cluster.command('scontrol', ['show', 'job', `${job}_${part}`]).stdout
  return { state: /JobState=(\w+)/.exec(text)?.[1] ?? '', restarts: Number(/Restarts=(\d+)/.exec(text)?.[1] ?? 0) }
}

/** The process that writes a file, by its command line. */
function processOf(output: string): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      const [command, ...args] = commandLine(pid)
      return (
        command === process.execPath &&
        args.includes('batch') &&
        args.some((arg) => arg.endsWith(output) && arg.startsWith(cluster.folder))
      )
    })
  if (!found) throw new Error(`no process writes ${output}`)
  return Number(found)
}

function commandLine(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

test('an array of four, one task killed and restarted by Slurm: merged, it is the single run', async () => {
  writeFileSync(join(cluster.folder, 'library.smi'), corpus(lineCount, 2000))
  const variables = {
    INPUT: join(cluster.folder, 'library.smi'),
    OUT: join(cluster.folder, 'verdicts'),
    DAY: '2026-09-01',
    COVERAGE: program,
  }
  const exported = Object.entries(variables)
    .map(([key, value]) => `${key}=${value}`)
    .join(',')
  const submitted = cluster.command('sbatch', ['--parsable', `--export=ALL,${exported}`, script])
  expect(submitted.status, submitted.stderr).toBe(0)
  const job = submitted.stdout.trim()

  // Once the second task has recorded some output, its process is killed.
  await until(
    'the second task to have rows',
    () => existsSync(journal(2)) && (JSON.parse(readFileSync(journal(2), 'utf8')) as { bytes: number }).bytes > 0,
    () => cluster.logs(),
  )
  process.kill(processOf('verdicts/part-2.ndjson'), 'SIGKILL')
  await until(
    'the second task to be requeued',
    () => taskOf(job, 2).state === 'PENDING' && taskOf(job, 2).restarts === 1,
    () => cluster.logs(),
  )
  // Slurm waits two minutes before it starts a requeued job.
  cluster.command('scontrol', ['update', `JobId=${job}_2`, 'StartTime=now'])

  for (let part = 1; part <= 4; part++) {
    await until(
      `task ${part} to be completed`,
      () => taskOf(job, part).state === 'COMPLETED',
      () => `${JSON.stringify(taskOf(job, part))}\n${cluster.logs()}`,
    )
  }
  expect(taskOf(job, 2).restarts).toBe(1)

  const coverage = (...args: string[]) => cluster.command(process.execPath, [program.split(' ')[1]!, ...args])
  const merged = coverage(
    'merge',
    ...[4, 2, 1, 3].map((part) => join(cluster.folder, `verdicts/part-${part}.ndjson`)),
    '-o',
    'merged.ndjson',
  )
  expect(merged.status, merged.stderr).toBe(3)
  expect(coverage('batch', variables.INPUT, '--as-of', variables.DAY, '--quiet', '-o', 'whole.ndjson').status).toBe(3)
  expect(statSync(join(cluster.folder, 'whole.ndjson')).size).toBeGreaterThan(lineCount * 100)
  expect(
    readFileSync(join(cluster.folder, 'merged.ndjson')).equals(readFileSync(join(cluster.folder, 'whole.ndjson'))),
  ).toBe(true)
}, 300_000)
