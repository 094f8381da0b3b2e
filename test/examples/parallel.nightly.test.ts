import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { temporaryFolder } from '../cli/files.js'

const program = fileURLToPath(new URL('../../bin/coverage.js', import.meta.url))
const script = fileURLToPath(new URL('../../examples/parallel/run.sh', import.meta.url))
const folder = temporaryFolder('coverage-parallel-')

test('GNU parallel: four shards, two at once, merged, equal the single run', () => {
  const input = join(folder, 'in.smi')
  writeFileSync(input, corpus(4000, 200))
  const env = { ...process.env, COVERAGE: `${process.execPath} ${program}`, JOBS: '2' }
  const ran = spawnSync(script, [input, join(folder, 'out.ndjson'), '2026-09-01', '4'], { encoding: 'utf8', env })
  expect(ran.status, ran.stderr).toBe(0)
  spawnSync(process.execPath, [program, 'batch', input, '--as-of', '2026-09-01', '-o', join(folder, 'whole.ndjson')])
  expect(readFileSync(join(folder, 'out.ndjson')).equals(readFileSync(join(folder, 'whole.ndjson')))).toBe(true)
})
