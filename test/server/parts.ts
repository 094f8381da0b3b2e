import { fileURLToPath } from 'node:url'
import { runInfo } from '../../src/cli/output/run-info.js'
import { Metrics } from '../../src/server/index.js'
import type { ServerParts } from '../../src/server/server-parts.js'
import { LawLibrary, Service } from '../../src/service/index.js'
import { law } from '../support/law.js'

/** A thread that [991C] kills and [993C] blocks. */
export const fragileThread = fileURLToPath(new URL('fragile-thread.js', import.meta.url))

/** A server of United States law on 2026-09-01, and what is given otherwise. */
export async function serverParts(
  service: { workers: number; thread: string; rowMs: number },
  given: Partial<ServerParts> = {},
): Promise<ServerParts> {
  const query = { asOf: '2026-09-01', jurisdictions: ['US'] }
  return {
    service: await Service.start({
      ...service,
      law,
      runOf: (asked) => runInfo(law, asked),
      preset: () => ({ query, manner: { lookUp: true, explain: false, identify: 'controlled' } }),
      today: () => '2026-09-01',
    }),
    library: new LawLibrary(law.edition),
    metrics: new Metrics(),
    bounds: { mostBytes: 200_000, bodyMs: 10_000, streamMs: 10_000, mostRows: 200, mostOpen: 20 },
    workers: service.workers,
    page: async () => '',
    token: null,
    local: true,
    memory: () => 1,
    log: null,
    isDraining: () => false,
    ...given,
  }
}
