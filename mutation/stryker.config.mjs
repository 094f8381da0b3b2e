import { rooms } from './rooms.mjs'

const room = process.env.ROOM
export default {
  mutate: process.env.FILES?.split(',') ?? rooms[room].mutate,
  plugins: ['./mutation/runner.mjs'],
  testRunner: 'one-process',
  buildCommand: 'node mutation/bundle.mjs',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  // The checks of the law are objects made while their files load: each change to one would need a new process.
  ignoreStatic: room === 'law',
  ignorePatterns: ['bench', 'docs', 'examples', 'torture', 'mutation/out', 'mutation/reports'],
  incremental: true,
  incrementalFile: `mutation/reports/${room}.incremental.json`,
  reporters: ['clear-text', 'json'],
  clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
  jsonReporter: { fileName: `mutation/reports/${process.env.REPORT ?? room}.json` },
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 30,
  allowConsoleColors: false,
  disableTypeChecks: false,
}
