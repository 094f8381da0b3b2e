import { rooms } from './rooms.mjs'

const { ROOM: room, FILES, SAMPLE, SEED } = process.env
const name = SAMPLE ? `${room}-${SEED}` : room
export default {
  mutate: FILES?.split(',') ?? rooms[room].mutate,
  plugins: ['./mutation/runner.mjs', './mutation/sample.mjs'],
  testRunner: 'one-process',
  checkers: SAMPLE ? ['sample'] : [],
  buildCommand: 'node mutation/bundle.mjs',
  coverageAnalysis: 'perTest',
  concurrency: 1,
  ignorePatterns: ['bench', 'examples', 'torture', 'mutation/reports'],
  incremental: !SAMPLE,
  incrementalFile: `mutation/reports/${room}.incremental.json`,
  reporters: ['progress-append-only', 'json'],
  jsonReporter: { fileName: `mutation/reports/${name}.json` },
  timeoutMS: 7_200_000,
  dryRunTimeoutMinutes: 120,
  warnings: { slow: false },
  allowConsoleColors: false,
  disableTypeChecks: true,
}
