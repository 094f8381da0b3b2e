// node bench/serve-memory.js [--requests 60000] [--every 1000] [--connections 20] [--history]
// Memory of `serve` under requests that each ask for another day and another set of laws. It starts a server on
// 127.0.0.1, prints its resident memory every so many answers, and stops it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { coverage } from './commands.js'

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '60000' },
    every: { type: 'string', default: '1000' },
    connections: { type: 'string', default: '20' },
    workers: { type: 'string', default: '1' },
    // Every tenth request asks for a history.
    history: { type: 'boolean', default: false },
  },
})
const requests = Number(values.requests)
const every = Number(values.every)

const structures = [
  'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
  'CC=CC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1',
  'CNC(C)C(=O)c1ccccc1',
  'CC(C)Cc1ccc(cc1)C(C)C(=O)O',
  'CN1CCC23c4c5ccc(O)c4OC2C(O)C=CC3C1C5',
  'CCCCCn1nc(C(=O)NC(C(N)=O)C(C)(C)C)c2ccccc12',
  'Cn1c(=O)c2c(ncn2C)n(C)c1=O',
  'CCN(CC)CCn1c(Cc2ccc(OCC)cc2)nc2cc([N+](=O)[O-])ccc12',
]

const server = spawn(process.execPath, [coverage, 'serve', '--port', '0', '--workers', values.workers], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
try {
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: server.stderr }).on('line', (line) => {
      const found = /listening on (http:\S+)/.exec(line)
      if (found) resolve(found[1])
      else console.error(line)
    })
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
  await load(url)
} finally {
  if (server.exitCode === null) {
    server.kill('SIGTERM')
    const forced = setTimeout(() => server.kill('SIGKILL'), 40_000)
    await once(server, 'exit')
    clearTimeout(forced)
  }
}

async function load(url) {
  const { laws } = await (await fetch(`${url}/v1/law`)).json()
  const codes = laws.map(({ code }) => code)
  const begun = performance.now()
  let asked = 0
  let answered = 0
  let wrong = 0
  console.log('answers\tseconds\tMB')
  const report = async () => {
    const at = answered
    const seconds = (performance.now() - begun) / 1000
    const text = await (await fetch(`${url}/metrics`)).text()
    const bytes = Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1])
    console.log(`${at}\t${seconds.toFixed(0)}\t${(bytes / 1e6).toFixed(0)}`)
  }
  const pending = [report()]
  const result = await autocannon({
    url,
    connections: Number(values.connections),
    amount: requests,
    timeout: 120,
    requests: [
      {
        method: 'POST',
        path: '/v1/check',
        setupRequest: (own) => ({ ...own, ...requestFor(asked++, codes) }),
        onResponse: (status) => {
          if (status !== 200) wrong++
          if (++answered % every === 0) pending.push(report())
        },
      },
    ],
  })
  await Promise.all(pending)
  await report()
  console.log(`${answered} answers, ${wrong} not 200, ${result.errors} errors, ${result.timeouts} timeouts`)
}

/** Both numbers are coprime to their cycles, so that days and sets do not repeat together. */
function requestFor(n, codes) {
  const asOf = new Date(Date.UTC(2016, 0, 1) + ((n * 997) % 3890) * 86_400_000).toISOString().slice(0, 10)
  const sets = 2 ** codes.length - 1
  const set = ((n * 611_953) % sets) + 1
  const jurisdictions = codes.filter((_, i) => Math.floor(set / 2 ** i) % 2 === 1)
  const structure = structures[n % structures.length]
  if (values.history && n % 10 === 9) {
    const asked = new URLSearchParams({ structure, jurisdictions: jurisdictions.join(',') })
    return { method: 'GET', path: `/v1/history?${asked}`, body: undefined, headers: {} }
  }
  const inputs = [structure, structures[(n * 3 + 1) % structures.length]]
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ inputs, asOf, jurisdictions }) }
}
