import { expect, test } from 'vitest'
import { runJson } from '../cli/fake-host.js'
import { fullerene, smilesOf, torus } from './graphs.js'

// The other graphs, and both paths: symmetric.long.test.ts.
test('a graph above the step limit of one structure is unreadable and says so; those next to it are judged', async () => {
  const graphs = [fullerene(3), torus(20, 15), fullerene(4)].map((graph) => smilesOf(graph))
  const { rows } = await runJson(['batch', '-', '-j', 'US', '--format', 'ndjson', '--input-format', 'smi', '--quiet'], {
    stdin: graphs.map((smiles) => `${smiles}\n`).join(''),
  })
  expect(rows.map((row) => row.verdict)).toEqual(['uncontrolled', 'unreadable', 'uncontrolled'])
  expect(rows[1].problem).toMatchObject({
    code: 'budget',
    message: expect.stringMatching(/million steps|MB of memory/),
  })
})
