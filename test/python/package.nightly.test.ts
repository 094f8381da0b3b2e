import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { corpus } from '../batch/corpus.js'
import { placesFor } from '../cli/files.js'

const { path, put } = placesFor('coverage-python-')
const root = fileURLToPath(new URL('../../', import.meta.url))
const program = `${root}bin/coverage.js`
const rate = `
import sys, time
from analogue_coverage import Coverage
lines = [line.rstrip("\\n") for line in open(sys.argv[1])]
with Coverage(as_of="2026-09-01") as coverage:
    begun = time.time()
    answers = coverage.check_many({"smiles": s, "id": n} for s, _, n in (line.partition(" ") for line in lines))
    for a in answers: print(a.verdict)
    print(time.time() - begun, file=sys.stderr)
`

const python = (args: readonly string[]) => {
  const ran = spawnSync(path('venv/bin/python'), args, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, COVERAGE_COMMAND: path('coverage'), PYTHONDONTWRITEBYTECODE: '1' },
  })
  expect(ran.status, ran.stderr).toBe(0)
  return ran
}

test('the package installs into a new environment, passes its tests there, and is at least half as fast as a batch', () => {
  chmodSync(put('coverage', `#!/bin/sh\nexec ${process.execPath} ${program} "$@"\n`), 0o755)
  const made = spawnSync('/usr/bin/python3', ['-m', 'venv', '--system-site-packages', path('venv')], {
    encoding: 'utf8',
  })
  expect(made.status, made.stdout + made.stderr).toBe(0)
  // From a copy: a build leaves files in its folder.
  spawnSync('cp', ['-r', `${root}python`, path('copy')])
  python(['-m', 'pip', 'install', '--no-index', '--no-build-isolation', '--quiet', path('copy')])
  python(['-m', 'unittest', 'discover', '-s', 'python/tests'])
  const rows = put('rows.smi', corpus(5000, 30))
  const begun = performance.now()
  const batch = spawnSync(process.execPath, [program, 'batch', rows, '--as-of', '2026-09-01', '--quiet'], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  })
  const seconds = (performance.now() - begun) / 1000
  const asked = python(['-c', rate, rows])
  console.log(`5,000 rows: batch ${seconds.toFixed(1)} s, Python ${Number(asked.stderr).toFixed(1)} s`)
  expect(asked.stdout.trim().split('\n')).toEqual(
    batch.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).verdict),
  )
  expect(Number(asked.stderr)).toBeLessThan(2 * seconds)
})
