// Tries one mutant in a process of its own, where it is there before anything is loaded, and tells what came of it.
import { cpuSeconds, failureOf, loadTests } from './load.mjs'

const { id, hitLimit, order, seconds } = JSON.parse(process.argv[2])
globalThis.__stryker__ = { activeMutant: id, hitCount: 0, hitLimit }

async function firstFailure() {
  for (const [file, names] of order) {
    const byName = new Map((await loadTests([file])).map((test) => [test.id, test]))
    for (const name of names) {
      if (cpuSeconds() > seconds) return null
      const test = byName.get(name)
      // A table of tests that the mutant changes has tests of other names.
      const failure = test ? await failureOf(test) : 'the test is gone'
      if (failure) return { by: name, failure }
    }
  }
  return null
}

const found = await firstFailure().catch((error) => ({ by: 'loading', failure: String(error?.message ?? error) }))
process.send(found ?? { by: null }, () => process.exit(0))
