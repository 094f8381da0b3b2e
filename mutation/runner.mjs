// A Stryker test runner that loads RDKit and the edition once and then runs the tests of each mutant in the same
// process.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { globSync } from 'tinyglobby'
import { cpuSeconds, failureOf, loadTests } from './load.mjs'
import { rooms } from './rooms.mjs'
import { endedFile, startWatch } from './watch.mjs'

const stryker = (globalThis.__stryker__ ??= {})
/** Results of the run without a mutant, for processes that start later. */
const dryRunFile = 'dry-run.json'
// All in seconds of processor time, so that a busy machine changes no result.
/** Tests that take longer are not run for mutants. */
const slowest = 3
/** A mutant that no test notices within this time counts as a survivor. */
const patience = 20
/** A mutant that runs longer within one test is in an endless loop. */
const circle = 60

class OneProcess {
  #loaded
  #known
  #watch
  /** Whether the process still holds state from an earlier mutant. */
  #spoiled = false

  /**
   * Code that runs while a test file loads, such as a table of tests, would make Stryker start a new worker for each of
   * its mutants. Here the tests that reach it later run first, as for any other code, and only a mutant that none of
   * them notices needs a new process.
   */
  capabilities() {
    return { reloadEnvironment: true }
  }

  async dryRun() {
    stryker.activeMutant = undefined
    stryker.mutantCoverage = { static: {}, perTest: {} }
    const tests = []
    for (const test of await this.#load()) {
      stryker.currentTestId = test.id
      const began = cpuSeconds()
      const failure = await failureOf(test)
      tests.push({
        id: test.id,
        name: test.id,
        timeSpentMs: (cpuSeconds() - began) * 1000,
        ...(failure ? { status: 1, failureMessage: failure } : { status: 0 }),
      })
    }
    stryker.currentTestId = undefined
    // Quick ones first: one failure is enough.
    const took = tests.map((t) => [t.id, t.timeSpentMs]).sort(([, a], [, b]) => a - b)
    this.#known = { took, reached: stryker.mutantCoverage.perTest }
    writeFileSync(dryRunFile, JSON.stringify(this.#known))
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun({ activeMutant: { id }, testFilter, hitLimit }) {
    // Stryker starts a new process and repeats the mutant, both here and when the watchdog has ended this one.
    if (this.#spoiled) throw new Error('something of an earlier mutant is still remembered')
    if (existsSync(endedFile) && readFileSync(endedFile, 'utf8') === id) return inCircles
    const { took, reached } = (this.#known ??= JSON.parse(readFileSync(dryRunFile, 'utf8')))
    const quick = took.filter(([, ms]) => ms <= slowest * 1000).map(([name]) => name)
    const reaching = quick.filter((name) => reached[name]?.[id])
    const here = await this.#runHere(id, hitLimit, reaching)
    if (here.status !== 'survived') return here
    // Here a cache may still hold what the code made before it was mutated: for all tests of a file, only the first of
    // which reaches the mutant.
    const files = new Set(reaching.map(fileOf))
    const others = testFilter ? quick.filter((name) => files.has(fileOf(name))) : quick
    return inFreshProcess({ id, hitLimit, order: byFile(others, took), seconds: patience })
  }

  /** Results in this process of the tests that reach the mutant. */
  async #runHere(id, hitLimit, reaching) {
    const byName = new Map((reaching.length === 0 ? [] : await this.#load()).map((test) => [test.id, test]))
    this.#watch ??= startWatch(circle)
    const began = cpuSeconds()
    for (const name of reaching) {
      if (cpuSeconds() - began > patience) break
      this.#watch(Number(id))
      Object.assign(stryker, { activeMutant: id, hitCount: 0, hitLimit })
      const failure = await failureOf(byName.get(name))
      const circles = stryker.hitCount > hitLimit
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined })
      this.#watch(-1)
      if (circles) {
        this.#spoiled = true
        return inCircles
      }
      if (!failure) continue
      // The test must fail because of this mutant, and not because of state left by an earlier one.
      this.#spoiled = (await failureOf(byName.get(name))) !== null
      if (this.#spoiled) break
      return { status: 'killed', killedBy: [name], failureMessage: failure, nrOfTests: 1 }
    }
    return { status: 'survived', nrOfTests: reaching.length }
  }

  async #load() {
    const tests = rooms[process.env.ROOM].tests
    return (this.#loaded ??= await loadTests(globSync(tests, { expandDirectories: false }).sort()))
  }
}

const inCircles = { status: 'timeout', reason: 'it runs in a circle' }
const freshFile = fileURLToPath(new URL('fresh.mjs', import.meta.url))

const fileOf = (name) => name.slice(0, name.indexOf(' > '))

/**
 * Tests by file, with the file first whose tests finish first: a file is loaded only if those before it notice nothing.
 */
function byFile(names, took) {
  const ms = new Map(took)
  const files = new Map()
  for (const name of names) {
    const file = fileOf(name)
    if (!files.has(file)) files.set(file, [])
    files.get(file).push(name)
  }
  const total = (file) => files.get(file).reduce((sum, name) => sum + ms.get(name), 0)
  return [...files].sort(([a], [b]) => total(a) - total(b))
}

function inFreshProcess(task) {
  return new Promise((resolve) => {
    const start = `ulimit -t ${circle + patience}; exec "$0" "$@"`
    const child = spawn('sh', ['-c', start, process.execPath, freshFile], {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    // As a message: the names of all tests are too long for an argument.
    child.send(task)
    let told
    child.on('message', (result) => (told = result))
    child.on('exit', (code, signal) => {
      const { by, failure } = told ?? { by: 'loading', failure: `ended by ${signal ?? code}` }
      if (signal) resolve(inCircles)
      else if (by === null) resolve({ status: 'survived', nrOfTests: 1 })
      else resolve({ status: 'killed', killedBy: [by], failureMessage: failure, nrOfTests: 1 })
    })
  })
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcess)]
