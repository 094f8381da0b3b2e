// Prints the total "N passed, N failed" of several vitest JSON reports, and exits with 1 if anything failed.
import { readFileSync } from 'node:fs'

const [code, ...files] = process.argv.slice(2)
const reports = files.map((file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // A build, data or type error leaves no report.
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  }
})
const sum = (numbers) => numbers.reduce((total, n) => total + n, 0)
// A file that could not be loaded has no tests to count, and counts as one failure.
const unloaded = (report) =>
  report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length
const passed = sum(reports.map((report) => report.numPassedTests))
const failed = sum(reports.map((report) => report.numFailedTests + unloaded(report)))
const incomplete = code !== '0' || reports.some((report) => report.numPassedTests === 0)
const shown = failed === 0 && incomplete ? 1 : failed
console.log(`${passed} passed, ${shown} failed`)
process.exit(shown === 0 ? 0 : 1)
