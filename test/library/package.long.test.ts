import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Project, root } from './package.js'

const project = new Project()
afterAll(() => project.remove())
const run = (command: string, args: readonly string[], cwd: string) =>
  promisify(execFile)(command, args, { cwd, maxBuffer: 64 * 1024 * 1024 })

let tarball = ''
beforeAll(async () => {
  const { stdout } = await run(process.execPath, [join(root, 'bin/pack.mjs'), project.folder], root)
  tarball = stdout.trim()
})

test('the package contains all that is exported, started and documented', async () => {
  const { stdout } = await run('tar', ['-tzf', tarball], project.folder)
  const packed = stdout
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''))
  const byNpm = await run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', '--offline'], root)
  const [{ files }] = JSON.parse(byNpm.stdout) as [{ files: { path: string }[] }]
  expect(packed.toSorted()).toEqual(files.map((f) => f.path).sort())
  const { exports, bin, types } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>
    bin: Record<string, string>
    types: string
  }
  const named = [
    ...Object.values(exports).flatMap((e) => (typeof e === 'string' ? [e] : Object.values(e))),
    ...Object.values(bin),
    types,
  ]
  const needed = [
    ...named.map((path) => path.replace(/^\.\//, '')),
    'dist/command/coverage.cjs',
    'dist/command/thread.cjs',
    'dist/command/drawing-thread.cjs',
    'dist/command/parquet-thread.cjs',
    'dist/command/service-thread.cjs',
    'dist/records.json',
    'data/reference/medicines.tsv',
    'dist/chem/index.d.ts',
    'docs/library.md',
    'LICENSE',
  ]
  expect(needed.filter((path) => !packed.includes(path))).toEqual([])
  expect(packed.filter((path) => /^(test|node_modules|dist\/cli|data\/us)\//.test(path))).toEqual([])
  expect(packed.length).toBeLessThan(1000)
})

test('the tarball alone installs without a warning about scripts, and runs', async () => {
  const own = join(project.folder, 'installed')
  mkdirSync(own)
  writeFileSync(join(own, 'package.json'), '{}')
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=peer', `../${tarball}`]
  const installed = await run('npm', install, own)
  expect(installed.stdout + installed.stderr).not.toMatch(/script|prepare/)
  const asked = await run(join(own, 'node_modules/.bin/coverage'), ['check', 'Fentanyl', '-j', 'US', '--json'], own)
  expect(JSON.parse(asked.stdout).verdict).toBe('listed')
  // What reads records has them from one file.
  const shown = await run(join(own, 'node_modules/.bin/coverage'), ['law', 'show', 'fentanyl'], own)
  expect(shown.stdout).toContain('Fentanyl (fentanyl)')
})

test('the hooks of npm pack put the manifest of the tarball in place, and that of the checkout back', async () => {
  const copy = join(project.folder, 'checkout')
  mkdirSync(join(copy, 'bin'), { recursive: true })
  for (const file of ['package.json', 'bin/pack.mjs']) copyFileSync(join(root, file), join(copy, file))
  const manifest = () => readFileSync(join(copy, 'package.json'), 'utf8')
  const before = manifest()
  await run(process.execPath, ['bin/pack.mjs', '--before'], copy)
  const installed = join(project.folder, 'installed/node_modules/analogue-coverage/package.json')
  expect(manifest()).toBe(readFileSync(installed, 'utf8'))
  await run(process.execPath, ['bin/pack.mjs', '--after'], copy)
  expect(manifest()).toBe(before)
})

test('a user without the types of Node can compile against the library', async () => {
  project.write(
    'main.ts',
    `import { check, historyOf, loadEdition, Reader, toJson, UnknownName, type Answer, type Query, type Verdict } from 'analogue-coverage'
import edition from 'analogue-coverage/edition.json' with { type: 'json' }

const law = loadEdition(edition)
const reader = await Reader.start({ locateFile: (file) => '/' + file })
const query: Query = { asOf: '2018-11-26', jurisdictions: ['CN'] }
const answer: Answer = await check(reader, law, 'CCO', query)
export const verdict: Verdict | null = answer.kind === 'judged' ? answer.judgement.verdict : null
// @ts-expect-error an answer that was not read has no judgement
export const wrong = answer.judgement
export { historyOf, toJson, UnknownName }
`,
  )
  const compilerOptions = {
    noEmit: true,
    strict: true,
    target: 'es2023',
    lib: ['es2023'],
    module: 'nodenext',
    types: [],
    skipLibCheck: true,
    resolveJsonModule: true,
  }
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['main.ts'] }))
  await run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc')], project.folder).catch(
    (error: { stdout: string }) => expect.fail(error.stdout),
  )
})
