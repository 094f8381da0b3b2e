// Prints "N passed, N failed" from vitest's JSON report and exits with 1 when anything failed.
import { readFileSync } from 'node:fs'

const [file, code] = process.argv.slice(2)
let report
try {
  report = JSON.parse(readFileSync(file, 'utf8'))
} catch {
  report = { numPassedTests: 0, numFailedTests: 0, testResults: [] }
}
const passed = report.numPassedTests
// A file that could not be loaded has no tests to count, and is one failure.
const unloaded = report.testResults.filter((f) => f.status === 'failed' && f.assertionResults.length === 0).length
const failed = report.numFailedTests + unloaded
// A build, data or type error leaves no report.
const shown = failed === 0 && (code !== '0' || passed === 0) ? 1 : failed
console.log(`${passed} passed, ${shown} failed`)
process.exit(shown === 0 ? 0 : 1)
