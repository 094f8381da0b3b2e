import { spawnSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { placesFor } from '../cli/files.js'
import { mixed } from '../doors/rows.js'

const { put } = placesFor('coverage-python-doors-')
const root = fileURLToPath(new URL('../../', import.meta.url))
const program = `
import json, sys
from analogue_coverage import Coverage
with Coverage(as_of="2019-05-01", jurisdictions=["US"]) as coverage:
    print(json.dumps([answer.verdict for answer in coverage.check_many(json.load(open(sys.argv[1])))]))
`

test('the same rows have the same verdicts in Python', () => {
  const command = put('coverage', `#!/bin/sh\nexec ${process.execPath} ${root}bin/coverage.js "$@"\n`)
  chmodSync(command, 0o755)
  const rows = put('rows.json', JSON.stringify(mixed.map(([row]) => row)))
  const ran = spawnSync('/usr/bin/python3', ['-c', program, rows], {
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      COVERAGE_COMMAND: command,
      PYTHONPATH: `${root}python/src`,
      PYTHONDONTWRITEBYTECODE: '1',
    },
  })
  expect(ran.status, ran.stderr).toBe(0)
  expect(JSON.parse(ran.stdout)).toEqual(mixed.map(([, verdict]) => verdict))
})
