// Loads the compiled tests of a folder, and runs one of them.
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** In milliseconds; forty times as long as the slowest test that is run for a mutant takes on an idle machine. */
const longestWait = 120_000

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
      if (failure === null || after.includes(step)) await inTime(step)
    } catch (error) {
      failure ??= String(error?.message ?? error) || 'failed'
    }
  }
  return failure
}

/** A step that waits for something that a mutant never does uses no processor time. */
async function inTime(step) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('it waits for ever')), longestWait)
  })
  try {
    await Promise.race([step(), late])
  } finally {
    clearTimeout(timer)
  }
}

export function cpuSeconds() {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}
