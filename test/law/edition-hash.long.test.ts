import { generateKeyPairSync } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { editionText } from '../../src/cli/law-files/compile-edition.js'
import { shippedEdition } from '../../src/cli/shipped.js'
import { loadEdition, verifyEdition } from '../../src/index.js'
import { edition } from '../support/law.js'
import { run } from './library-run.js'
import { temporaryFolder } from '../cli/files.js'

const folder = temporaryFolder('coverage-edition-')

const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
const withoutFentanyl = {
  ...edition,
  jurisdictions: edition.jurisdictions.map((j) => ({
    ...j,
    rules: [],
    lists: j.lists.map((l) => ({ ...l, entries: l.entries.filter((e) => e.substance !== 'fentanyl') })),
  })),
}

function fileOf(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const changed = fileOf('changed.json', editionText(withoutFentanyl))

describe('an edition that was changed after it was compiled', () => {
  it('is rejected, and the message names both hashes', async () => {
    const { code, out, err } = await run('check', fentanyl, '-j', 'CN', '--as-of', '2020-01-01', '--edition', changed)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('was changed after it was compiled')
    expect(err).toContain(edition.sha256.slice(0, 12))
    expect(err).toContain('--unverified-edition')
  })
  it('is also rejected if the hash is elsewhere in the file', async () => {
    const { sha256, ...rest } = withoutFentanyl
    expect(
      (await run('check', fentanyl, '--edition', fileOf('first.json', JSON.stringify({ sha256, ...rest })))).code,
    ).toBe(2)
  })
  it.each(['batch', 'history', 'compare', 'expect', 'verify', 'report'])('%s rejects it', async (command) => {
    const input = fileOf('input.csv', 'smiles,expected\nCCO,uncontrolled\n')
    const results = fileOf('results.ndjson', (await run('check', 'CCO', '--json', '--as-of', '2020-01-01')).out)
    const more =
      {
        compare: ['--against', '2020-01-01'],
        diff: ['--against', '2020-01-01'],
        report: ['-o', join(folder, 'page.html')],
      }[command] ?? []
    const { code, err } = await run(
      command,
      ['verify', 'report'].includes(command) ? results : command === 'history' ? 'CCO' : input,
      '--edition',
      changed,
      ...more,
    )
    expect(err).toContain('was changed after it was compiled')
    expect(code).toBe(2)
  })
  it('is read with --unverified-edition, and each answer says so and has the hash of what was read', async () => {
    const asked = ['check', fentanyl, '-j', 'CN', '--as-of', '2020-01-01', '--edition', changed, '--unverified-edition']
    expect((await run(...asked)).out).toContain('unverified edition')
    const { unverified, sha256 } = JSON.parse((await run(...asked, '--json')).out).edition
    expect(unverified).toBe(true)
    expect(sha256).not.toBe(edition.sha256)
    const csv = await run(
      'batch',
      fileOf('one.smi', 'CCO\nC1CC\n'),
      '--edition',
      changed,
      '--unverified-edition',
      '--format',
      'csv',
    )
    expect(
      csv.out
        .trim()
        .split('\r\n')
        .slice(1)
        .every((row) => row.includes('unverified edition')),
    ).toBe(true)
  })
})

it.each([
  ['no substances', { ...edition, substances: undefined }, 'it has no list of substances'],
  ['no hash', { ...edition, sha256: undefined }, 'it states no hash'],
  ['another format', { ...edition, format: 2 }, 'this version reads format 1'],
  ['a list', [], 'it is not a JSON object'],
])('an edition with %s gives a message', async (_, value, message) => {
  const { code, err } = await run('check', 'CCO', '--edition', fileOf('flawed.json', JSON.stringify(value)))
  expect(code).toBe(2)
  expect(err).toContain(message)
  expect(() => loadEdition(JSON.parse(JSON.stringify(value)))).toThrow(TypeError)
})

it('an edition that was only reformatted is read', async () => {
  const { code } = await run(
    'check',
    'CCO',
    '--edition',
    fileOf('indented.json', `${JSON.stringify(edition, null, 2)}\n`),
  )
  expect(code).toBe(0)
})

describe('law edition verify', () => {
  it('says that the shipped edition has its hash, and that a changed one does not', async () => {
    expect((await run('law', 'edition', 'verify')).out).toContain(
      `its content matches its hash (sha256 ${edition.sha256})`,
    )
    expect((await run('law', 'edition', 'verify', changed)).code).toBe(2)
  })
  it('does not write a signature over the key or a link to the edition', async () => {
    const { privateKey } = generateKeyPairSync('ed25519')
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string
    const text = readFileSync(shippedEdition, 'utf8')
    const file = fileOf('over.json', text)
    const key = fileOf('over.json.sig', pem)
    expect(await run('law', 'edition', 'sign', file, '--key', key)).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing was written'),
    })
    expect(readFileSync(key, 'utf8')).toBe(pem)
    rmSync(key)
    linkSync(file, key)
    expect((await run('law', 'edition', 'sign', file, '--key', fileOf('over.key', pem))).code).toBe(2)
    expect(readFileSync(file, 'utf8') === text).toBe(true)
  })
  it('checks the signature that law edition sign wrote', async () => {
    const pem = (name: string, type: 'ed25519' | 'ed448') => {
      const { publicKey, privateKey } = generateKeyPairSync(type as 'ed25519')
      return [
        fileOf(`${name}.key`, privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
        fileOf(`${name}.pub`, publicKey.export({ type: 'spki', format: 'pem' }) as string),
      ] as const
    }
    const [key, pub] = pem('ours', 'ed25519')
    const [, other] = pem('other', 'ed25519')
    const signed = fileOf('signed.json', readFileSync(shippedEdition, 'utf8'))
    expect((await run('law', 'edition', 'verify', signed, '--key', pub)).err).toContain('signed.json.sig')
    expect((await run('law', 'edition', 'sign', signed, '--key', key)).code).toBe(0)
    expect((await run('law', 'edition', 'sign', changed, '--key', key)).code).toBe(2)
    expect(await run('law', 'edition', 'verify', signed, '--key', pub)).toMatchObject({
      code: 0,
      out: expect.stringContaining('signature: valid'),
    })
    expect(await run('law', 'edition', 'verify', signed, '--key', other)).toMatchObject({
      code: 1,
      out: expect.stringContaining('NOT valid'),
    })
    expect((await run('law', 'edition', 'verify', signed, '--key', pem('wrong', 'ed448')[1])).err).toContain(
      'expected Ed25519',
    )
  })
})

it('the library distinguishes a changed edition from the compiled one', async () => {
  expect(await verifyEdition(edition)).toBe(true)
  expect(await verifyEdition(withoutFentanyl)).toBe(false)
})
