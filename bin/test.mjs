#!/usr/bin/env node
// npm test: builds and checks what changed, then runs the quick tests whose files, or anything that these use, changed
// since they last passed. `--all` runs all of them, and the long ones. Other arguments are passed to vitest.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Inputs, root } from './inputs.mjs'

/** What each test file depended on when it last passed. */
const store = join(root, 'node_modules/.cache/passed.json')
const passed = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {}
/** All tests need these. */
const always = ['vitest.config.ts', 'test/support/ready.ts', 'package-lock.json', 'tsconfig.json', 'bin/test.mjs']
/** Readers of records, names and tables. What they import of rooms of words is tested by the tests of these. */
const readers = /^src\/cli\/law-files\/|^src\/cli\/commands\/desk\/opsin\.ts|^test\/support\/table\.ts/
const ofWords = /^src\/(report|batch|impact|service|mcp|server|page)\/|^src\/cli\/(?!law-files\/)|^dist\/(page|command)/
const leadsOn = (path, need) => !(readers.test(path) && ofWords.test(need))

const given = process.argv.slice(2).filter((arg) => arg !== '--all')
const all = process.argv.includes('--all') || process.env.CI === 'true'

// What is checked names files that the kernel's step makes; nothing of it reads what the other steps make.
run(process.execPath, 'bin/made.mjs', 'kernel')
run('npx', 'run-p', '--print-label', 'dist', 'types', 'lint', 'imports')

const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((file) => `test/${file}`)
  .filter((file) => /(?<!\.(long|nightly))\.test\.ts$/.test(file))
const inputs = new Inputs()
const now = Object.fromEntries(files.map((file) => [file, inputsOf(file)]))
const unchanged = all ? [] : files.filter((file) => passed[file] === now[file])
if (unchanged.length > 0)
  console.log(
    `${unchanged.length} of ${files.length} test files left out: they passed, and nothing that they use changed`,
  )

const report = join(root, 'node_modules/.cache/vitest.json')
const projects = all ? ['all', 'long-alone'] : ['quick']
mkdirSync(join(report, '..'), { recursive: true })
writeFileSync(report, '')
const { status } = spawnSync(
  'npx',
  [
    ...['vitest', 'run', '--passWithNoTests', ...projects.flatMap((name) => ['--project', name])],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...given],
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, COVERAGE_UNCHANGED: unchanged.join(':') } },
)
keep()
process.exitCode = status ?? 1

/** What the last run says is kept even if another test failed. */
function keep() {
  const text = readFileSync(report, 'utf8')
  const { testResults } = text === '' ? { testResults: [] } : JSON.parse(text)
  for (const { name, status: outcome } of testResults) {
    const file = relative(root, name)
    if (outcome !== 'passed') delete passed[file]
    else if (now[file] && given.length === 0) passed[file] = now[file]
  }
  for (const file of Object.keys(passed)) if (!now[file]) delete passed[file]
  writeFileSync(store, JSON.stringify(passed))
}

function inputsOf(file) {
  return inputs.hashOf([file, ...always], { leadsOn })
}

function run(program, ...args) {
  const ran = spawnSync(program, args, { cwd: root, stdio: 'inherit' })
  if (ran.status !== 0) process.exit(ran.status ?? 1)
}
