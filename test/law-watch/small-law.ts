import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../cli/fake-host.js'
import { justiceLaws } from '../support/official-texts.js'
import { always, amphetamine, ethanol, listOf, methyl } from '../support/records.js'

/** The law-watch, whose program is plain JavaScript. */
export const { watch } = (await import(new URL('../../bin/law-watch/watch.mjs', import.meta.url).href)) as any

/** The text of the small law: all of it is recorded. */
export const act = justiceLaws.replace(', their salts and derivatives, including', ', their salts, including')
export const withClass = justiceLaws

export const text = {
  id: 'x-1',
  title: 'Act X-1',
  address: 'https://law.example/x-1.xml',
  tried: 'untried',
  licence: 'none',
  format: 'XML',
  reader: 'law reconcile',
  takes: 'all of it',
}
export const feed = {
  id: 'gazette',
  title: 'Gazette',
  address: 'https://gazette.example/feed?since={since}',
  tried: 'untried',
  licence: 'none',
  format: 'Atom',
  matches: ['X-1'],
  may_be_empty: true,
}

/** Records of one law with two lists, as files of a data folder. */
export function smallLaw(): string {
  const home = mkdtempSync(join(tmpdir(), 'law-watch-'))
  const write = (file: string, value: unknown) => {
    mkdirSync(dirname(join(home, file)), { recursive: true })
    writeFileSync(join(home, file), JSON.stringify(value))
  }
  const entry = (substance: string, path: string) => ({
    substance,
    name_in_law: substance,
    entry: path,
    periods: [always()],
  })
  write('edition.json', { id: 'zz' })
  write('terms/alkyl.json', methyl)
  write('substances/ethanol.json', ethanol)
  write('substances/amphetamine.json', amphetamine)
  const structure = { from: 'none', why: 'A plant.' }
  write('substances/khat.json', { id: 'khat', name: 'Khat', smiles: null, not_a_structure: 'plant', structure })
  const { code, name, verified_through } = law([])
  const rest = { authority: 'Nobody', records_from: null, exceptions: [], gaps: [] }
  write('zz/jurisdiction.json', { code, name, verified_through, ...rest })
  const official = (part: string) => ({ official: { text: 'X-1', parts: [part] } })
  write('zz/lists/xx-list.json', listOf([entry('amphetamine', '1(1)'), entry('ethanol', '2')], official('Schedule I')))
  const second = { id: 'xx-5', ...official('Schedule V Part 2 Table 1') }
  write('zz/lists/xx-5.json', listOf([entry('khat', '1')], second))
  return home
}

export const law = (texts: object[], announcements: object[] = []) => ({
  code: 'ZZ',
  name: 'Nowhere',
  verified_through: '2026-01-31',
  sources: { texts, announcements },
})

/** Runs commands on the records of a folder alone. */
export const toolOn = (data: string) => async (args: string[]) => {
  const { code, out, err } = await run([...args, '--data', data, '--no-shipped'], { today: '2026-12-02' })
  return { code, stdout: out, stderr: err }
}

/** A server on this machine in the place of the hosts of the records. */
export async function server(answer: RequestListener) {
  const own = createServer(answer)
  await new Promise<void>((ready) => own.listen(0, '127.0.0.1', ready))
  const origin = `http://127.0.0.1:${(own.address() as AddressInfo).port}`
  const at = { 'https://law.example': origin, 'https://gazette.example': origin }
  const close = () => {
    own.closeAllConnections()
    return new Promise((done) => own.close(done))
  }
  return { at, close }
}
