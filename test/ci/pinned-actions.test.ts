import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const workflows = readdirSync(new URL('.github/workflows/', root)).map((name) => `.github/workflows/${name}`)

test.each([...workflows, 'action.yml', 'examples/ci/github-workflow.yml'])(
  '%s pins every action of others by commit, and notes its version',
  (file) => {
    const used = [...readFileSync(new URL(file, root), 'utf8').matchAll(/uses: (.*)/g)].map(([, action]) => action!)
    const others = used.filter((action) => action !== 'OWNER/REPOSITORY@VERSION')
    expect(others.length).toBeGreaterThan(0)
    for (const action of others) expect(action).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  },
)
