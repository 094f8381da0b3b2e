// Loads the compiled tests of a folder, and runs one of them.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The tests of some test files, as `vitest.mjs` keeps them. */
export async function loadTests(files) {
  globalThis.keptTests ??= { file: '', tests: [] }
  const before = globalThis.keptTests.tests.length
  for (const file of files) {
    globalThis.keptTests.file = file
    // Stryker changes to its copy of the project after it has loaded its plugins.
    await import(pathToFileURL(resolve(file.replace(/\.ts$/, '.mutated.mjs'))).href)
  }
  return globalThis.keptTests.tests.slice(before)
}

/** The error of a test; null if it passes. */
export async function failureOf({ before, run, after }) {
  let failure = null
  for (const step of [...before, run, ...after]) {
    try {
      if (failure === null || after.includes(step)) await step()
    } catch (error) {
      failure ??= String(error?.message ?? error) || 'failed'
    }
  }
  return failure
}

export function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
