// npm run bench -- [CORPUS.smi.gz]
// (a) one `coverage check` from a cold start against the same lookup in Python RDKit,
// (b) with a corpus, `coverage batch` against a single-threaded Python RDKit script.
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'

const coverage = fileURLToPath(new URL('../bin/coverage.js', import.meta.url))
const peer = fileURLToPath(new URL('peer.py', import.meta.url))
const runs = 9
// Crotonylfentanyl: covered by a class in one jurisdiction on this day, by a proposal in another.
const question = ['C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', '--as-of', '2018-11-26']

// Debian's own Python first: it is the one that has python3-rdkit.
const python = ['/usr/bin/python3', 'python3'].find((p) => spawnSync(p, ['-c', 'import rdkit']).status === 0)
if (!python) console.log('Python RDKit is missing (apt-get install python3-rdkit): nothing to compare with, our side only.')

await cold()
const corpus = process.argv[2]
if (corpus) await batch(corpus)
else console.log('No corpus given: npm run bench -- CORPUS.smi.gz')

async function cold() {
  console.log(`\nOne structure, cold start: median of ${runs} runs, the two in turn`)
  const ours = []
  const theirs = []
  await run(process.execPath, [coverage, 'check', ...question])
  if (python) await run(python, [peer, 'check', question[0]])
  for (let i = 0; i < runs; i++) {
    ours.push((await run(process.execPath, [coverage, 'check', ...question])).seconds)
    if (python) theirs.push((await run(python, [peer, 'check', question[0]])).seconds)
  }
  line('coverage check', `${median(ours).toFixed(3)} s`)
  if (!python) return
  line('Python RDKit, lookup only', `${median(theirs).toFixed(3)} s`)
  line('ratio', `${(median(ours) / median(theirs)).toFixed(2)} (target: at most 3)`)
}

async function batch(file) {
  const count = await lines(file)
  console.log(`\n${count} structures of ${file}, ${availableParallelism()} processors`)
  const folder = mkdtempSync(join(tmpdir(), 'coverage-bench-'))
  try {
    const ours = await run(process.execPath, [coverage, 'batch', file, '--format', 'ndjson', '-o', join(folder, 'out.ndjson'), '--as-of', '2018-11-26'])
    report('coverage batch', count, ours)
    if (!python) return
    const theirs = await run(python, [peer, 'batch', file])
    report('Python RDKit, one thread', count, theirs)
    line('rate, ours to theirs', (theirs.seconds / ours.seconds).toFixed(2))
    console.log(`  Python read, found by key, matched a scaffold: ${theirs.output.trim()}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a command and tells its time and its largest resident memory. 0, 1 and 3 are answers of `coverage`, not failures. */
function run(command, args) {
  return new Promise((resolve, reject) => {
    const start = process.hrtime.bigint()
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } })
    let output = ''
    let errors = ''
    let peak = 0
    child.stdout.on('data', (text) => (output += text))
    child.stderr.on('data', (text) => (errors += text))
    const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 50)
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(watch)
      const seconds = Number(process.hrtime.bigint() - start) / 1e9
      if (code === 0 || code === 1 || code === 3) resolve({ seconds, output, peak })
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}\n${errors}`))
    })
  })
}

/** The largest resident memory of a process so far, MB. Linux only; 0 elsewhere. */
function memoryOf(pid) {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

async function lines(file) {
  const raw = createReadStream(file)
  let count = 0
  for await (const text of createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw })) if (text.trim() !== '') count++
  return count
}

function report(name, count, { seconds, peak }) {
  line(name, `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} structures/s, ${peak > 0 ? `${Math.round(peak)} MB at most` : 'memory not known'}`)
}

function line(name, value) {
  console.log(`  ${name.padEnd(28)}${value}`)
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
