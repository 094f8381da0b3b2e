// Tries one mutant in a new process, where it is active before anything is loaded, and reports the outcome.
import { once } from 'node:events'
import { cpuSeconds, failureOf, loadTests } from './load.mjs'

const [{ id, hitLimit, order, seconds }] = await once(process, 'message')
globalThis.__stryker__ = { activeMutant: id, hitCount: 0, hitLimit }

async function firstFailure() {
  for (const [file, names] of order) {
    const byName = new Map((await loadTests([file])).map((test) => [test.id, test]))
    for (const name of names) {
      if (cpuSeconds() > seconds) return null
      const test = byName.get(name)
      // If the mutant changes a table of tests, the tests have other names.
      const failure = test ? await failureOf(test) : 'the test is gone'
      if (failure) return { by: name, failure }
    }
  }
  return null
}

const found = await firstFailure().catch((error) => ({ by: 'loading', failure: String(error?.message ?? error) }))
process.send(found ?? { by: null }, () => process.exit(0))
