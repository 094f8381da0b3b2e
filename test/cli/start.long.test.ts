import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { NameIndex } from '../../src/identifiers/index.js'
import { edition } from '../support/law.js'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** The packages outside the bundle that a command line loads. */
function packagesOf(...args: string[]): string[] {
  const run = spawnSync(
    process.execPath,
    ['--require', at('test/support/loaded.cjs'), at('bin/coverage.js'), ...args],
    { encoding: 'utf8' },
  )
  return JSON.parse(run.stderr.split('\n').at(-1)!) as string[]
}

test('a check loads RDKit and no schemas', () => {
  expect(packagesOf('check', 'CCO', '--as-of', '2020-01-01')).toEqual(['@rdkit/rdkit'])
})

test('a check does not load the slow parts of Node', () => {
  const run = spawnSync(
    process.execPath,
    ['--require', at('test/support/builtins.cjs'), at('bin/coverage.js'), 'check', 'CCO', '--as-of', '2020-01-01'],
    { encoding: 'utf8' },
  )
  const loaded = JSON.parse(run.stderr.split('\n').at(-1)!) as string[]
  expect(run.stdout).toContain('uncontrolled')
  expect(loaded).toContain('NativeModule fs')
  for (const module of ['child_process', 'internal/modules/esm/translators', 'fs/promises', 'timers/promises'])
    expect(loaded, module).not.toContain(`NativeModule ${module}`)
})

test('V8 takes over the code that the build stored', () => {
  const program = JSON.stringify(at('bin/coverage.js'))
  const show = `process.argv = [process.execPath, ${program}, 'check', 'CCO']
    process.stderr.write(String(require(${program}).script.cachedDataRejected))`
  const run = spawnSync(process.execPath, ['-e', show], { encoding: 'utf8' })
  expect(run.stdout).toContain('uncontrolled')
  expect(run.stderr).toMatch(/^false/)
})

test('a command that reads records loads the schemas', () => {
  expect(packagesOf('law', 'stats', '-j', 'CN')).toContain('zod')
})

test('the first questions by name are answered like later ones', () => {
  const names = [
    'PCP',
    'ｆｅｎｔａｎｙｌ',
    ' Fentanyl',
    '437-38-7',
    '芬太尼',
    '9801',
    '1',
    'CCO',
    'mdma',
    'ThF',
    ...edition.substances.slice(0, 40).map((s) => s.chemical_name?.toUpperCase() ?? s.id),
  ]
  const practised = new NameIndex(edition)
  for (let i = 0; i < 6; i++) practised.find('CCO')
  const found = names.map((name) => practised.find(name))
  expect(found.filter((f) => f !== null).length).toBeGreaterThan(40)
  expect(names.map((name) => new NameIndex(edition).find(name))).toEqual(found)
})
