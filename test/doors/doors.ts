import { fileURLToPath } from 'node:url'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js'
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { InputFormat } from '../../src/batch/index.js'
import { check, toJson } from '../../src/index.js'
import { mcpServer } from '../../src/mcp/index.js'
import { Metrics, serverApp } from '../../src/server/index.js'
import { runInfoOf } from '../../src/report/index.js'
import { LawLibrary, Service } from '../../src/service/index.js'
import { run } from '../cli/fake-host.js'
import { law, reader } from '../support/law.js'
import { v2000 } from '../support/rewrite.js'
import { inline, workbook } from '../support/workbook.js'

/** What one row says; fields in the order in which an object has them. */
export type Row = Readonly<Partial<Record<'id' | 'smiles' | 'inchi' | 'inchikey' | 'cas' | 'name', string>>>

const asOf = '2019-05-01'
const codes = ['US']
export const question = ['--as-of', asOf, '-j', codes.join()]
const names = ['id', 'smiles', 'inchi', 'inchikey', 'cas', 'name'] as const
const cellsOf = (row: Row) => names.map((name) => row[name] ?? '')

/** A door: the verdict of each row, in order. */
export type Door = (rows: readonly Row[]) => Promise<string[]>

const verdictsIn = (ndjson: string): string[] =>
  ndjson
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { verdict: string }).verdict)

export const ndjsonOf = (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('')
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const tableOf = (rows: readonly Row[], between: string) =>
  [[...names], ...rows.map(cellsOf)].map((cells) => cells.map(quoted).join(between)).join('\n')
export const unreadable = 'C1CC'
const cutOff = '\n\n\n  9  9  0  0  0  0  0  0  0  0999 V2000\nM  END\n'
const noAtoms = '\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n'

export function sdRecord({ smiles, ...row }: Row): string {
  const block = smiles === undefined ? noAtoms : smiles === unreadable ? cutOff : `${v2000(smiles).trimEnd()}\n`
  const properties = Object.entries(row).map(([name, value]) => `> <${name}>\n${value}\n\n`)
  return `${block.replace(/\n?$/, '\n')}${properties.join('')}$$$$\n`
}

/** A file of rows in each format that a batch reads. */
export const written: Record<InputFormat, (rows: readonly Row[]) => string | Buffer | Promise<Buffer>> = {
  ndjson: ndjsonOf,
  csv: (rows) => tableOf(rows, ','),
  tsv: (rows) => tableOf(rows, '\t'),
  smi: (rows) => rows.map((row) => `${row.smiles ?? row.inchi ?? row.inchikey ?? row.cas ?? row.name}\n`).join(''),
  sdf: (rows) => rows.map(sdRecord).join(''),
  xlsx: (rows) => workbook({ Rows: [[...names], ...rows.map(cellsOf)].map(inline).join('') }),
  parquet: (rows) =>
    Buffer.from(
      parquetWriteBuffer({
        columnData: names.map((name) => ({
          name,
          data: rows.map((row) => row[name] ?? null),
          type: 'STRING' as const,
        })),
      }),
    ),
}

export const batchOf = (format: InputFormat, put: (file: string, content: string | Buffer) => string): Door => {
  return async (rows) => {
    const file = put(`rows.${format}`, await written[format](rows))
    return verdictsIn((await run(['batch', file, ...question, '--format', 'ndjson', '--quiet'])).out)
  }
}

/** What answers other programs: the HTTP routes and the tools for agents, over one service. */
export async function startService(of = law) {
  const service = await Service.start({
    law: of,
    workers: 1,
    thread: fileURLToPath(new URL('../server/fragile-thread.js', import.meta.url)),
    rowMs: 60_000,
    runOf: (asked) => runInfoOf(of, asked, [], '0'),
    preset: () => ({
      query: { asOf, jurisdictions: codes },
      manner: { lookUp: true, explain: false, identify: 'controlled' },
    }),
    today: () => asOf,
  })
  const library = new LawLibrary(of.edition)
  const app = serverApp({
    service,
    library,
    metrics: new Metrics(),
    bounds: { mostBytes: 2_000_000, bodyMs: 5000, streamMs: 5000, mostRows: 20_000, mostOpen: 20 },
    workers: 1,
    page: async () => '',
    token: null,
    local: true,
    memory: () => 1,
    log: null,
    isDraining: () => false,
  })
  const client = new Client({ name: 'an agent', version: '1' })
  const [near, far] = InMemoryTransport.createLinkedPair()
  await Promise.all([mcpServer(service, library).connect(far), client.connect(near)])
  const post = async (path: string, body: string) =>
    (await app.request(path, { method: 'POST', body, headers: { host: 'localhost' } })).text()
  const call = async (name: string, given: Record<string, unknown>): Promise<any> =>
    (await client.callTool({ name, arguments: given })).structuredContent
  const close = async () => {
    await client.close()
    await service.close()
  }
  return { app, client, post, call, close }
}

export type Started = Awaited<ReturnType<typeof startService>>

const substanceOf = ({ smiles, ...row }: Row) => ({
  ...row,
  ...(smiles === undefined ? {} : { structure: smiles }),
})

/** The doors for programs: by route, by tool, and the library. */
export const programs = (started: () => Started): Record<string, Door> => ({
  'POST /v1/check': async (rows) =>
    JSON.parse(await started().post('/v1/check', JSON.stringify({ inputs: rows.map(substanceOf) }))).results.map(
      (row: any) => row.verdict,
    ),
  'POST /v1/batch': async (rows) => verdictsIn(await started().post('/v1/batch', ndjsonOf(rows))),
  'agents: check_many': async (rows) =>
    (await started().call('check_many', { inputs: rows.map(substanceOf) })).answers.map((row: any) => row.verdict),
  'agents: check_structure': async (rows) => {
    const verdicts = []
    for (const { id: _, ...row } of rows)
      verdicts.push((await started().call('check_structure', substanceOf(row))).answer.verdict)
    return verdicts
  },
  library: async (rows) => {
    const verdicts = []
    for (const { id: _, ...row } of rows) {
      const query = { asOf, jurisdictions: codes }
      const answer = await check(reader, law, substanceOf(row), query)
      const ref = { index: 1, id: 'a', input: '' }
      verdicts.push(String(toJson(ref, answer, runInfoOf(law, query, [], '0'), { explain: false }).verdict))
    }
    return verdicts
  },
  pipe: async (rows) => verdictsIn((await run(['pipe', ...question], { stdin: ndjsonOf(rows) })).out),
})
