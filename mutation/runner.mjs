// A test runner for Stryker that loads RDKit and the edition once and then runs the tests of each mutant in the same process.
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'

const stryker = (globalThis.__stryker__ ??= {})

class OneProcess {
  /** What is worked out while a file loads needs a new process. */
  capabilities() {
    return { reloadEnvironment: false }
  }

  async dryRun() {
    stryker.activeMutant = undefined
    stryker.mutantCoverage = { static: {}, perTest: {} }
    const tests = []
    for (const test of await load()) {
      stryker.currentTestId = test.id
      const began = performance.now()
      const failure = await failureOf(test)
      test.took = performance.now() - began
      tests.push({
        id: test.id,
        name: test.id,
        timeSpentMs: test.took,
        ...(failure ? { status: 1, failureMessage: failure } : { status: 0 }),
      })
    }
    stryker.currentTestId = undefined
    // The quick ones first: the first that fails is enough.
    loaded.sort((a, b) => a.took - b.took)
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage }
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    stryker.hitCount = hitLimit === undefined ? undefined : 0
    stryker.hitLimit = hitLimit
    stryker.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined
    let tests
    try {
      tests = await load()
    } catch (error) {
      return { status: 'killed', killedBy: ['loading'], failureMessage: String(error), nrOfTests: 0 }
    }
    stryker.activeMutant = activeMutant.id
    let run = 0
    for (const test of tests) {
      if (testFilter && !testFilter.includes(test.id)) continue
      run++
      const failure = await failureOf(test)
      if (stryker.hitCount > hitLimit) return { status: 'timeout', reason: 'it runs in a circle' }
      if (failure) return { status: 'killed', killedBy: [test.id], failureMessage: failure, nrOfTests: run }
    }
    return { status: 'survived', nrOfTests: run }
  }
}

let loaded
async function load() {
  if (loaded) return loaded
  // Stryker goes into its copy of the project after it has loaded this file.
  const folder = resolve('mutation/out')
  globalThis.keptTests = { file: '', tests: [] }
  for (const file of readdirSync(folder)
    .filter((f) => /-test-ts\.mjs$/.test(f))
    .sort()) {
    globalThis.keptTests.file = file.replace(/\.mjs$/, '')
    await import(pathToFileURL(resolve(folder, file)).href)
  }
  return (loaded = globalThis.keptTests.tests)
}

async function failureOf({ before, run }) {
  try {
    for (const prepare of before) await prepare()
    await run()
    return null
  } catch (error) {
    return String(error?.message ?? error) || 'failed'
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'one-process', OneProcess)]
