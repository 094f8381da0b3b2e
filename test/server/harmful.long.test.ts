import { expect, test } from 'vitest'
import { serverApp } from '../../src/server/index.js'
import { fentanyl } from '../cli/fake-host.js'
import { fragileThread, serverParts } from './parts.js'

test('a structure that kills a thread, and one that blocks it, cost one row each', async () => {
  // Long enough for any structure, even on a busy machine.
  const parts = await serverParts({ workers: 1, thread: fragileThread, rowMs: 3000 })
  const response = await serverApp(parts).request('/v1/check', {
    method: 'POST',
    body: JSON.stringify({ inputs: ['CCO', '[991C]', fentanyl, '[993C]', 'CCO'] }),
    headers: { host: 'localhost', 'content-type': 'application/json' },
  })
  const { results }: any = await response.json()
  expect(results.map((row: any) => row.problem?.code ?? row.verdict)).toEqual([
    'uncontrolled',
    'engine-failure',
    'listed',
    'budget',
    'uncontrolled',
  ])
  expect(parts.service.replaced).toBe(3)
  await parts.service.close()
})
