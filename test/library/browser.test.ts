import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/index.js'
import { startChromium } from '../support/chromium.js'
import { law, reader } from '../support/law.js'
import { bundleForBrowser } from './browser-bundle.js'
import { browserExample, Project, root } from './package.js'

const project = new Project()
let server: Server
let page: Page
const ends: (() => unknown)[] = [() => project.remove()]

beforeAll(async () => {
  const files: Record<string, readonly [type: string, content: string | Buffer]> = {
    '/': ['text/html', '<!doctype html><title>coverage</title><script type="module" src="/main.js"></script>'],
    '/main.js': ['text/javascript', await bundleForBrowser(project.write('main.js', browserExample()))],
    '/edition.json': ['application/json', readFileSync(join(root, 'dist/edition.json'))],
    '/RDKit_minimal.wasm': [
      'application/wasm',
      readFileSync(join(root, 'node_modules/@rdkit/rdkit/dist/RDKit_minimal.wasm')),
    ],
  }
  server = createServer((request, response) => {
    const found = files[request.url ?? '']
    if (found) response.writeHead(200, { 'content-type': found[0] }).end(found[1])
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => server.close())
  const { context, close } = await startChromium()
  ends.push(close)
  page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction('globalThis.ask')
}, 120_000)

afterAll(async () => {
  for (const end of ends.toReversed()) await end()
})

const methane = '\n  x\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  END\n'

test.each([
  ['fentanyl: listed', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'listed'],
  ['crotonylfentanyl: class', 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'class'],
  ['its hydrochloride: class', 'C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl', 'class'],
  ['MDMA with deuterium: listed', '[2H]C([2H])([2H])NC(C)Cc1ccc2OCOc2c1', 'listed'],
  [
    'heroin, which needs its stereo: listed',
    'CN1CC[C@]23[C@@H]4[C@H]1CC5=C2C(=C(C=C5)OC(=O)C)O[C@H]3[C@H](C=C4)OC(=O)C',
    'listed',
  ],
  ['ibuprofen: uncontrolled', 'CC(C)Cc1ccc(cc1)C(C)C(=O)O', 'uncontrolled'],
  ['a mol block: uncontrolled', methane, 'uncontrolled'],
  ['an R-group: undecided', '*C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1', 'undecided'],
  ['an open ring: unreadable', 'C1CC', 'unreadable'],
  [
    'a chain that exceeds the stack of RDKit: judged without a name, and the next is read',
    'C'.repeat(590),
    'uncontrolled',
  ],
  ['caffeine after that, which China lists: listed', 'CN1C=NC2=C1C(=O)N(C(=O)N2C)C', 'listed'],
])('%s, in Chromium as in Node', async (_, structure, verdict) => {
  const inNode = await check(reader, law, structure, { asOf: '2018-11-26' })
  const inBrowser = await page.evaluate(`ask(${JSON.stringify(structure)}, '2018-11-26')`)
  expect(inNode.kind === 'judged' ? inNode.judgement.verdict : inNode.kind).toBe(verdict)
  expect(inBrowser).toEqual(inNode)
})
