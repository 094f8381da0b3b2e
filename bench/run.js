// npm run bench -- [CORPUS.smi.gz]
// (a) one `coverage check` from a cold start against Node and RDKit started alone, and against the same lookup in Python RDKit,
// (b) with a corpus, `coverage batch` against a single-threaded Python RDKit script: one thread and two,
// with and without the screen, as an SD file, a file full of hits, all class rules and those on fentanyls alone. What the machine does beside
// moves the times: what is compared runs in turn, and a ratio of ours to ours is the median of several pairs.
import { spawn, spawnSync } from 'node:child_process'
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { createGunzip } from 'node:zlib'
import { writeHits, writeSdFile } from './inputs.js'

const coverage = fileURLToPath(new URL('../bin/coverage.js', import.meta.url))
const peer = fileURLToPath(new URL('peer.py', import.meta.url))
const rdkit = fileURLToPath(import.meta.resolve('@rdkit/rdkit'))
const runs = 9
const pairs = 3
const day = '2026-09-01'
// Crotonylfentanyl: covered by a class in one jurisdiction on this day, by a proposal in another.
const question = ['C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', '--as-of', '2018-11-26']

// Debian's own Python first: it is the one that has python3-rdkit.
const python = ['/usr/bin/python3', 'python3'].find((p) => spawnSync(p, ['-c', 'import rdkit']).status === 0)
if (!python)
  console.log('Python RDKit is missing (apt-get install python3-rdkit): nothing to compare with, our side only.')

await cold()
const corpus = process.argv[2]
if (corpus) await batch(corpus)
else console.log('No corpus given: npm run bench -- CORPUS.smi.gz')

async function cold() {
  console.log(`\nOne structure, cold start: median of ${runs} runs, all in turn`)
  const commands = {
    'coverage check': [process.execPath, [coverage, 'check', ...question]],
    'node and RDKit, started': [process.execPath, ['-e', `require(${JSON.stringify(rdkit)})()`]],
    ...(python ? { 'Python RDKit, lookup only': [python, [peer, 'check', question[0]]] } : {}),
  }
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let i = 0; i <= runs; i++) {
    for (const [name, command] of Object.entries(commands)) {
      const { seconds } = await run(...command)
      // The first round warms the disk.
      if (i > 0) times[name].push(seconds)
    }
  }
  for (const [name, seconds] of Object.entries(times)) line(name, `${median(seconds).toFixed(3)} s`)
  const [ours, started, theirs] = Object.values(times).map(median)
  line('ratio to node and RDKit', `${(ours / started).toFixed(2)}`)
  if (python) line('ratio to Python RDKit', `${(ours / theirs).toFixed(2)} (target: at most 3)`)
}

async function batch(file) {
  const count = await lines(file)
  console.log(`\n${count} structures of ${file}, ${availableParallelism()} processors, law of ${day}`)
  const folder = mkdtempSync(join(tmpdir(), 'coverage-bench-'))
  const sample = join(folder, 'sample.smi')
  const out = join(folder, 'out.ndjson')
  const ours = async (input, ...more) => {
    // To empty what the last run wrote takes a while, and is no part of this one.
    rmSync(out, { force: true })
    return run(process.execPath, [coverage, 'batch', input, '--quiet', '--as-of', day, '-o', out, ...more])
  }
  try {
    const sampled = await writeSample(file, sample)
    const one = await ours(file, '--workers', '1')
    report('coverage batch, one thread', count, one)
    // The script looks keys up and writes none: canonical SMILES and InChIKeys of what is found are extra work.
    const same = await ours(file, '--workers', '1', '--no-identify')
    report('the same, without identifying', count, same)
    if (python) {
      const theirs = await run(python, [peer, 'batch', sample, day])
      report(`Python RDKit, first ${sampled}`, sampled, theirs)
      const ratio = ({ seconds }) => (count / seconds / (sampled / theirs.seconds)).toFixed(1)
      line('rate, ours to theirs', `${ratio(same)} without identifying, ${ratio(one)} with`)
      console.log(`  Python read, found by key, matched a scaffold: ${theirs.output.trim()}`)
    }
    const alone = ['--workers', '1', '--no-identify']
    const two = await inPairs(
      () => ours(file, ...alone),
      () => ours(file, '--workers', '2', '--no-identify'),
    )
    report('two threads, the same', count, two.second)
    line('rate, two threads to one', two.ratios)
    const [screened, full] = [await ours(sample, '--workers', '1'), await ours(sample, '--workers', '1', '--no-screen')]
    report(`first ${sampled}, no screen`, sampled, full)
    line('rate, with screen to without', (full.seconds / screened.seconds).toFixed(1))
    const drawings = join(folder, 'sample.sdf')
    const drawn = await writeSdFile(sample, drawings)
    const forms = await inPairs(
      () => ours(sample, ...alone),
      () => ours(drawings, ...alone),
    )
    report(`an SD file of ${drawn}`, drawn, forms.second)
    line('rate, SD file to SMILES', `${forms.ratios} (target: at least 0.5)`)
    const hits = join(folder, 'hits.smi')
    const many = await writeHits(hits)
    report('a file full of hits', many, await ours(hits, '--workers', '1'))
    if (python) report('Python RDKit on the same', many, await run(python, [peer, 'batch', hits, day]))
    await otherCommands(file, folder, ours)
    const fentanyls = fentanylsAlone(folder)
    const few = await inPairs(
      () => ours(file, ...alone, '--edition', fentanyls),
      () => ours(file, ...alone),
    )
    report('class rules on fentanyls alone', count, few.first)
    line('rate, all rules to those', few.ratios)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What other commands that judge files reach of the rate of a batch. */
async function otherCommands(file, folder, ours) {
  const results = join(folder, 'results.ndjson')
  await run(process.execPath, [coverage, 'batch', file, '--quiet', '--as-of', day, '-o', results])
  const table = join(folder, 'expected.csv')
  await writeExpected(file, table)
  const days = ['--as-of', day, '--against', '2024-09-01']
  const commands = {
    diff: [file, [file, ...days], 0.6],
    compare: [file, [file, ...days, '--format', 'json'], 0.6],
    verify: [file, [results], 0.9],
    expect: [table, [table, '--as-of', day], 0.9],
  }
  for (const [name, [input, args, least]] of Object.entries(commands)) {
    const { second, ratios } = await inPairs(
      () => ours(input, '--workers', '1'),
      () => run(process.execPath, [coverage, name, ...args, '--workers', '1']),
    )
    report(name, await lines(file), second)
    line(`rate, ${name} to batch`, `${ratios} (target: at least ${least})`)
  }
}

/** The structures of a file as a table of expectations. */
async function writeExpected(file, table) {
  const raw = createReadStream(file)
  const rows = ['id,structure,expected']
  for await (const text of createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw })) {
    const [smiles, id] = text.split(' ')
    if (smiles) rows.push(`${id},${smiles},uncontrolled`)
  }
  writeFileSync(table, `${rows.join('\n')}\n`)
}

/** Two commands in turn: the run of each that took the median time, and how much faster the second was, pair by pair. */
async function inPairs(first, second) {
  const done = []
  for (let i = 0; i < pairs; i++) {
    // Which of them comes first changes, for a machine that grows slower or faster.
    if (i % 2 === 0) done.push([await first(), await second()])
    else done.push([await second(), await first()].reverse())
  }
  const ratios = done.map(([a, b]) => a.seconds / b.seconds)
  const usual = (results) => results.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(pairs / 2)]
  return {
    first: usual(done.map(([a]) => a)),
    second: usual(done.map(([, b]) => b)),
    ratios: `${median(ratios).toFixed(2)}, the median of ${ratios.map((r) => r.toFixed(2)).join(', ')}`,
  }
}

/** The shipped edition with no class rules but those on fentanyls. */
function fentanylsAlone(folder) {
  const edition = JSON.parse(readFileSync(new URL('../dist/edition.json', import.meta.url), 'utf8'))
  for (const jurisdiction of edition.jurisdictions)
    jurisdiction.rules = jurisdiction.rules.filter((rule) => rule.id.includes('fentanyl'))
  const file = join(folder, 'fentanyls.json')
  writeFileSync(file, JSON.stringify(edition))
  return file
}

/** Python takes minutes for what the others do in seconds: it gets the first lines only. */
async function writeSample(file, sample) {
  const raw = createReadStream(file)
  const kept = []
  for await (const text of createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw })) {
    if (kept.push(text) === 20_000) break
  }
  raw.destroy()
  writeFileSync(sample, `${kept.join('\n')}\n`)
  return kept.length
}

/** Runs a command and tells its time, that of all its processors, and its largest resident memory. 0, 1 and 3 are answers of `coverage`, not failures. */
function run(command, args) {
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

async function lines(file) {
  const raw = createReadStream(file)
  let count = 0
  for await (const text of createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw }))
    if (text.trim() !== '') count++
  return count
}

function report(name, count, { seconds, peak, busy }) {
  const measured =
    peak > 0 ? `${busy.toFixed(1)} s of processors, ${Math.round(peak)} MB at most` : 'processors and memory not known'
  line(name, `${seconds.toFixed(1)} s, ${Math.round(count / seconds)} structures/s, ${measured}`)
}

function line(name, value) {
  console.log(`  ${name.padEnd(32)}${value}`)
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}
