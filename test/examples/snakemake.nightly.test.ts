import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { temporaryFolder } from '../cli/files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const snakefile = fileURLToPath(new URL('../../examples/snakemake/Snakefile', import.meta.url))
const folder = temporaryFolder('coverage-snakemake-')

test('Snakemake: three shards, merged, equal the single run', () => {
  const input = join(folder, 'in.smi')
  writeFileSync(input, corpus(4000, 200))
  const config = [
    `input=${input}`,
    'output=out.ndjson',
    'day=2026-09-01',
    'parts=3',
    `coverage=${process.execPath} ${program}`,
  ]
  const ran = spawnSync('snakemake', ['--snakefile', snakefile, '--cores', '2', '--config', ...config], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, HOME: folder },
  })
  expect(ran.status, ran.stderr).toBe(0)
  spawnSync(process.execPath, [program, 'batch', input, '--as-of', '2026-09-01', '-o', join(folder, 'whole.ndjson')])
  expect(readFileSync(join(folder, 'out.ndjson')).equals(readFileSync(join(folder, 'whole.ndjson')))).toBe(true)
}, 120_000)
