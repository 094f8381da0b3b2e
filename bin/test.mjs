#!/usr/bin/env node
// npm test: builds and checks what changed, then runs the quick tests whose files, or anything that these use, changed
// since they last passed. `--all` runs all of them, and the long ones. Other arguments are passed to vitest.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Inputs, notWords, root } from './inputs.mjs'

/** What each test file depended on when it last passed. */
const store = join(root, 'node_modules/.cache/passed.json')
const passed = existsSync(store) ? JSON.parse(readFileSync(store, 'utf8')) : {}
/** All tests need these. */
const always = ['vitest.config.ts', 'test/support/ready.ts', 'package-lock.json', 'tsconfig.json', 'bin/test.mjs']

const given = process.argv.slice(2).filter((arg) => arg !== '--all')
const all = process.argv.includes('--all') || process.env.CI === 'true'

// What is checked names files that the kernel's step makes; nothing of it reads what the other steps make.
await mustRun(process.execPath, 'bin/made.mjs', 'kernel')
let saidByChecks = ''
const checks = run('npx', ['run-p', '--continue-on-error', 'types', 'lint', 'imports'], {
  stdio: 'pipe',
  hear: (text) => (saidByChecks += text),
})
await mustRun(process.execPath, 'bin/made.mjs')

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
const tested =
  unchanged.length === files.length
    ? 0
    : await run(
        'npx',
        [
          ...['vitest', 'run', '--passWithNoTests', ...projects.flatMap((name) => ['--project', name])],
          ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...given],
        ],
        { env: { ...process.env, COVERAGE_UNCHANGED: unchanged.join(':') } },
      )
keep()
const checked = await checks
if (checked !== 0) console.error(`${saidByChecks}\nTypes, lint or imports: see above`)
process.exitCode = tested || checked

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
  return inputs.hashOf([file, ...always], { leadsOn: notWords })
}

async function mustRun(program, ...args) {
  const status = await run(program, args)
  if (status !== 0) process.exit(status)
}

/** The exit status. What it prints is shown, or heard. */
function run(program, args, { env = process.env, stdio = 'inherit', hear = () => {} } = {}) {
  const child = spawn(program, args, { cwd: root, env, stdio: ['inherit', stdio, stdio] })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', hear)
  return new Promise((resolve) => child.on('close', (status) => resolve(status ?? 1)))
}
