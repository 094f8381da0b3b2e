import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readInchi } from '../../src/identifiers/inchi-reader.js'
import { NameIndex, NoInchiReader } from '../../src/identifiers/index.js'
import { edition, reader } from '../support/law.js'
import { run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { put } = placesFor('coverage-inchi-')
const day = ['--as-of', '2026-09-01']
const names = new NameIndex(edition)

const { medicines } = JSON.parse(readFileSync(new URL('../reference/medicines.json', import.meta.url), 'utf8')) as {
  readonly medicines: readonly { readonly smiles: string }[]
}

/** Sydnones, which Indigo draws differently from RDKit. */
const sydnones = ['feprosidnine', 'mesocarb']

/** Of medicines, and of recorded substances with an added ethyl group, which are in classes more often. */
const withInchi = (all: readonly string[]) =>
  all.flatMap((smiles) => {
    const inchi = reader.inchiOf(smiles)
    return inchi ? [{ smiles, inchi }] : []
  })
const isRecorded = ({ inchi }: { readonly inchi: string }) =>
  names.findBy('inchikey', reader.inchikeyOf(inchi)!) !== null
const ethylated = edition.substances.flatMap(({ id, smiles }) =>
  smiles?.includes('c1ccccc1') && !sydnones.includes(id) ? [smiles.replace('c1ccccc1', 'c1ccc(CC)cc1')] : [],
)
const public200 = [
  ...withInchi(medicines.map((m) => m.smiles))
    .filter((m) => !isRecorded(m))
    .slice(0, 140),
  ...withInchi(ethylated).slice(0, 60),
]

describe('200 InChIs', () => {
  test('are judged as their SMILES are', async () => {
    expect(public200).toHaveLength(200)
    const table = put('both.csv', `inchi\n${public200.map(({ inchi }) => `"${inchi}"`).join('\n')}\n`)
    const smiles = put('smiles.csv', `smiles\n${public200.map((each) => each.smiles).join('\n')}\n`)
    const by = async (file: string, ...more: string[]) =>
      (await runJson(['batch', file, ...day, '--identify', 'all', ...more])).rows
    const [inchis, drawn] = [await by(table), await by(smiles)]
    expect(inchis.map((r) => [r.verdict, r.structure?.inchikey, r.jurisdictions.map((j: any) => j.verdict)])).toEqual(
      drawn.map((r) => [r.verdict, r.structure?.inchikey, r.jurisdictions.map((j: any) => j.verdict)]),
    )
    expect(inchis.filter((r) => r.lookup.substance === null).length).toBeGreaterThan(150)
    expect(await by(table, '--no-screen')).toEqual(inchis)
    expect(await by(table, '--workers', '2')).toEqual(inchis)
  })
})

const cocaine = edition.substances.find((s) => s.id === 'cocaine')!
const inchiOfCocaine = reader.inchiOf(cocaine.smiles!)!
const other = public200[0]!
const sydnone = reader.inchiOf(edition.substances.find((e) => e.id === 'mesocarb')!.smiles!)!

describe('an InChI', () => {
  test('of a recorded substance is found by its key, without an InChI reader', async () => {
    const none = { smilesOf: async () => Promise.reject(new NoInchiReader()) }
    expect(await readInchi(inchiOfCocaine, reader, none, names)).toMatchObject({
      lookup: { by: 'inchi', substance: 'cocaine' },
    })
    expect(await readInchi(other.inchi, reader, none, names)).toEqual({ why: 'no reader' })
  })
  test('whose structure has another InChI is not read', async () => {
    const wrong = { smilesOf: async () => 'CCO' }
    expect(await readInchi(other.inchi, reader, wrong, names)).toEqual({ why: 'not the same' })
  })
  test('that leads to another structure is unreadable, and not judged as that', async () => {
    const changed = sydnone.replace('C18H18N4O2', 'C19H20N4O2').replace('1-14(12-15', '1-2-14(12-15')
    const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day], { stdin: `${changed}\n` })
    expect([rows[0].verdict, rows[0].problem.code]).toEqual(['unreadable', 'inchi'])
  })
  const invalid = ['InChI=1S/', 'InChI=1S/junk', 'InChI=1S/C2H6O', `InChI=1S/${'C'.repeat(20_000)}`, 'InChI=2/CH4/h1H4']
  test.each(invalid.map((text) => [text.slice(0, 20), text] as const))(
    'that is invalid is unreadable: %s',
    async (_, text) => {
      const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day], { stdin: `${text}\n` })
      expect(rows[0].verdict).toBe('unreadable')
      expect(['inchi', 'too-long']).toContain(rows[0].problem.code)
    },
  )
  test('is read in check, in a column of SMILES, and next to a SMILES that then decides', async () => {
    const { out } = await run(['check', other.inchi, ...day])
    expect(out).toContain('structure read from its InChI')
    const { rows } = await runJson(['batch', '-', '--input-format', 'csv', ...day], {
      stdin: `smiles,inchi\n"${inchiOfCocaine}",\nCCO,"${inchiOfCocaine}"\n,"${inchiOfCocaine}"\n`,
    })
    expect(rows.map((r) => r.lookup?.substance ?? null)).toEqual(['cocaine', null, 'cocaine'])
  })
})

test('an InChI that is not standard is said to be so', async () => {
  const inchi = 'InChI=1/C2H6O/c1-2-3/h3H,2H2,1H3'
  const { rows } = await runJson(['check', '--json', ...day, inchi, inchi.replace('=1/', '=1S/')])
  expect(rows[0].problem.message).toMatch(/no standard InChI, which begins with InChI=1S\/.*does not mean/)
  expect(rows[1].verdict).toBe('uncontrolled')
  const batch = await runJson(['batch', '-', '--input-format', 'smi', ...day], { stdin: `${inchi}\n` })
  expect(batch.rows[0].problem).toEqual(rows[0].problem)
})
