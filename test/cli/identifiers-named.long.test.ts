import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { beforeAll, describe, expect, test } from 'vitest'
import { chainBlock } from '../batch/nasty.js'
import { fentanyl, ibuprofen, run, runJson } from './fake-host.js'
import { placesFor } from './files.js'
import { inventory } from './inventory.js'

const { path, put } = placesFor('coverage-identifiers-')
const day = ['--as-of', '2026-09-01', '-j', 'US']

describe('an inventory of 5,000 rows keyed by CAS number and name', () => {
  let file = ''
  beforeAll(() => void (file = put('inventory.csv', inventory(5000))))
  const batch = (output: string, ...more: string[]) =>
    run(['batch', file, ...day, '-o', path(output), '--quiet', ...more])

  test('the transcript', async () => {
    const { code, out } = await run(['batch', file, ...day, '--format', 'summary', '--quiet'])
    expect(code).toBe(3)
    expect(out.replace(/sha256 \w+/, 'sha256 ...').replace(/\d+ known gaps/, 'n known gaps')).toMatchSnapshot()
    const csv = await run(['batch', file, ...day, '--format', 'csv', '--quiet'])
    expect(csv.out.split('\r\n').slice(0, 11).join('\n')).toMatchSnapshot()
  })
  test('an unrecorded identifier is unreadable, each kind with its own code, and never suggests uncontrolled', async () => {
    await batch('codes.ndjson')
    const rows = readFileSync(path('codes.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((l) => JSON.parse(l))
    const codes = new Set(rows.filter((r) => r.verdict === 'unreadable').map((r) => r.problem.code))
    expect([...codes].sort()).toEqual(expect.arrayContaining(['bad-cas', 'unknown-cas', 'unknown-name']))
    const unknown = rows.filter((r) => /^unknown/.test(r.problem?.code ?? ''))
    expect(unknown.length).toBeGreaterThan(900)
    for (const r of unknown) expect(r.problem.message).toContain('does not mean it is uncontrolled')
    for (const r of rows.filter((each) => each.verdict !== 'unreadable')) expect(r.lookup.substance).toBeTruthy()
  })
})

describe('the deciding identifier', () => {
  const one = async (columns: string, cells: string, ...more: string[]) => {
    const { rows } = await runJson(['batch', '-', '--input-format', 'csv', ...day, ...more], {
      stdin: `${columns}\n${cells}\n`,
    })
    return rows[0]
  }
  test('the structure, with a warning if name or CAS number mean another substance', async () => {
    const row = await one('smiles,cas,name', `${ibuprofen},50-36-2,Fentanyl`)
    expect(row.verdict).toBe('uncontrolled')
    expect(row.warnings.map((w: any) => w.message)).toEqual([
      "The CAS number '50-36-2' says Cocaine, the structure does not",
      'The name says Fentanyl, the structure does not',
    ])
    expect(await one('smiles,cas,name', `${ibuprofen},50-36-2,Fentanyl`, '--no-screen')).toEqual(row)
  })
  test('no warning if they agree, also for a salt or a drawing without stereo', async () => {
    expect((await one('smiles,name', `${fentanyl}.Cl,Fentanyl`)).warnings).toBeUndefined()
    expect((await one('smiles,name', 'COC(=O)C1C(OC(=O)c2ccccc2)CC2CCC1N2C,Cocaine')).warnings).toBeUndefined()
  })
  test('different stereochemistry has its own warning', async () => {
    const row = await one('smiles,name', 'C[C@H](N)Cc1ccccc1,Levamfetamine')
    expect(row.warnings?.map((w: any) => w.code)).toEqual(['other-stereo'])
  })
  test('a structure that cannot be read is not replaced by the name', async () => {
    expect((await one('smiles,name', 'C1CC,Fentanyl')).problem.code).toBe('syntax')
  })
  test('InChIKey before CAS number before name', async () => {
    const row = await one('inchikey,cas,name', 'PJMPHNIQZUBGLI-UHFFFAOYSA-N,50-36-2,Diazepam')
    expect(row.lookup).toMatchObject({ by: 'inchikey', substance: 'fentanyl' })
    expect(row.warnings).toHaveLength(2)
    expect((await one('inchikey,name', 'AAAAAAAAAAAAAA-UHFFFAOYSA-N,Fentanyl')).problem.code).toBe('unknown-inchikey')
  })
  test('an unknown CAS number with a recorded name: the name, with a warning', async () => {
    const row = await one('cas,name', '7732-18-5,Fentanyl')
    expect([row.verdict, row.lookup.by, row.warnings[0].code]).toEqual(['listed', 'name', 'unknown-cas'])
  })
  test('CAS number and name of different substances: unreadable', async () => {
    expect((await one('cas,name', '58-08-2,Fentanyl')).problem).toMatchObject({
      code: 'contradiction',
      message: expect.stringContaining('58-08-2 is recorded for Caffeine'),
    })
  })
  test('a plant is judged by its name', async () => {
    expect((await one('name', 'Cannabis')).lookup.structure).toBeNull()
  })
  test('a number without further characters is not a code', async () => {
    expect((await one('name', '9821')).problem.code).toBe('unknown-name')
  })
})

describe('one mixed column', () => {
  const mixed = ['Fentanyl', '50-36-2', 'PJMPHNIQZUBGLI-UHFFFAOYSA-N', ibuprofen, 'PCP', '9821', 'Fentanl', 'C1CC']
  const verdicts = (rows: any[]) => rows.map((r) => [r.verdict, r.lookup?.by ?? r.problem?.code ?? null])
  const wanted = [
    ['listed', 'name'],
    ['listed', 'cas'],
    ['listed', 'inchikey'],
    ['uncontrolled', null],
    ['listed', 'name'],
    ['listed', 'code'],
    ['unreadable', 'unknown-name'],
    ['unreadable', 'syntax'],
  ]
  test('with --lookup, the same without the screen', async () => {
    const args = ['batch', '-', '--input-format', 'csv', ...day, '--lookup']
    const stdin = `identifier\n${mixed.join('\n')}\n`
    const { rows } = await runJson(args, { stdin })
    expect(verdicts(rows)).toEqual(wanted)
    expect((await runJson([...args, '--no-screen'], { stdin })).rows).toEqual(rows)
  })
  test('in a file of lines, names of several words too', async () => {
    const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day, '--lookup'], {
      stdin: `${[...mixed, 'Acetyl fentanyl', `${fentanyl} batch 7`].join('\n')}\n`,
    })
    expect(verdicts(rows)).toEqual([...wanted, ['listed', 'name'], ['listed', null]])
    expect(rows[9].id).toBe('batch 7')
  })
  test('a name with further words is not the substance of its first word, unless they are a label', async () => {
    const lines = ['Acetone cyanohydrin', 'Fentanyl sample 3', 'PCP hydrochloride', '437-38-7 of Monday']
    const wanted = [
      ['unreadable', 'unknown-name'],
      ['listed', 'name'],
      ['listed', 'name'],
      ['listed', 'cas'],
    ]
    const args = (format: string) => ['batch', '-', '--input-format', format, ...day, '--lookup']
    const table = await runJson(args('csv'), { stdin: `identifier\n${lines.join('\n')}\n` })
    expect(verdicts(table.rows)).toEqual(wanted)
    expect(verdicts((await runJson(args('smi'), { stdin: `${lines.join('\n')}\n` })).rows)).toEqual(wanted)
    const { rows } = await runJson(['check', '--json', ...day, ...lines])
    expect(verdicts(rows)).toEqual(wanted)
  })
  const namesBegunBySmiles: [line: string, smiles: string | null][] = [
    ['CP 55,244', 'CP'],
    ['CI 581', 'CI'],
    ['CI 395', 'CI'],
    ['N -Hydroxyamfetamin (NOHB)', 'N'],
    ['CP 47,497 (cis-3-[4-(1,1-Dimethylheptyl)-2-hydroxyphenyl]-cyclohexanol)', 'CP'],
    ['N ethylphenidrone', 'N'],
    ['CP fentanyl', 'CP'],
    ['P-F fentanyl', 'P-F'],
    ['CO gas', 'CO'],
    ['CP hydrochloride', 'CP'],
    ['PCP acetate', null],
    ['CBN acetate', null],
  ]
  test.each(namesBegunBySmiles)(
    '%s is a name that is not recorded, not the SMILES %s with a title',
    async (line, smiles) => {
      const { rows } = await runJson(['check', '--json', ...day, line])
      const inFile = await runJson(['batch', '-', '--input-format', 'smi', ...day, '--lookup'], { stdin: `${line}\n` })
      const table = await runJson(['batch', '-', '--input-format', 'csv', ...day, '--lookup'], {
        stdin: `identifier\n"${line}"\n`,
      })
      for (const [row] of [rows, inFile.rows, table.rows]) {
        expect(row.problem.code).toBe('unknown-name')
        expect(row.problem.message).toContain('does not mean it is uncontrolled')
        if (smiles === null) expect(row.problem.message).not.toContain('with a title')
        else expect(row.problem.message).toContain(`give ${smiles} alone`)
      }
    },
  )
  test.each([
    ['CCO ethanol', 'CCO'],
    ['CC(=O)O acetic acid batch 7', 'CC(=O)O'],
    ['CO methanol', 'CO'],
    ['CCN Ethylamine', 'CCN'],
    ['C methane', 'C'],
    ['CCCCCCCC 12', 'CCCCCCCC'],
    ['c1ccccc1 7', 'c1ccccc1'],
  ])('%s is a SMILES with a title', async (line, smiles) => {
    const { rows } = await runJson(['check', '--json', ...day, line])
    const alone = await runJson(['check', '--json', ...day, smiles])
    expect(rows[0].structure).toEqual(alone.rows[0].structure)
    const inFile = await runJson(['batch', '-', '--input-format', 'smi', ...day, '--lookup'], { stdin: `${line}\n` })
    expect(inFile.rows[0]).toMatchObject({ verdict: alone.rows[0].verdict, id: line.slice(smiles.length + 1) })
  })
  test('without --lookup every line of a SMILES file is a SMILES with a title', async () => {
    const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day], { stdin: 'CP 55,244\nN 7\n' })
    expect(rows.map((r: any) => [r.id, r.verdict])).toEqual([
      ['55,244', 'uncontrolled'],
      ['7', 'uncontrolled'],
    ])
  })
  test.each([
    'CP 55,940',
    'CP-55,940',
    'CP55940',
    'CP 47,497-C6',
    'CP 47,497-C7',
    'CP 47,497-C8',
    'CP47,497-C9',
    'NOHA',
  ])('%s, which a law prints, is a recorded name', async (name) => {
    const { rows } = await runJson(['check', '--json', ...day, name])
    expect(rows[0].lookup.by).toBe('name')
  })
  test('without it, too, a name is not read as the SMILES that it also is', async () => {
    const { rows } = await runJson(['batch', '-', '--input-format', 'smi', ...day], { stdin: 'PCP\n' })
    expect(rows[0].lookup.substance).toBe('phencyclidine')
  })
})

describe('in every format', () => {
  const table = [
    { cas: '50-36-2', name: 'Cocaine' },
    { cas: '', name: 'Fentanyl' },
    { cas: '50-36-3', name: '' },
  ]
  const block = (cas: string, name: string) =>
    `\n\n\n  0  0  0  0  0  0  0  0  0  0999 V2000\nM  END\n>  <CAS>\n${cas}\n\n>  <NAME>\n${name}\n\n$$$$\n`
  test.each<[string, () => string | Buffer]>([
    ['t.csv', () => `cas;name\n${table.map((r) => `${r.cas};${r.name}`).join('\n')}\n`],
    ['t.tsv', () => `cas\tname\n${table.map((r) => `${r.cas}\t${r.name}`).join('\n')}\n`],
    ['t.ndjson', () => table.map((r) => `${JSON.stringify(r)}\n`).join('')],
    ['t.ndjson.gz', () => gzipSync(table.map((r) => `${JSON.stringify(r)}\n`).join(''))],
    [
      't.parquet',
      () =>
        Buffer.from(
          parquetWriteBuffer({
            columnData: (['cas', 'name'] as const).map((name) => ({
              name,
              data: table.map((r) => r[name]),
              type: 'STRING' as const,
            })),
          }),
        ),
    ],
    ['t.sdf', () => table.map((r) => block(r.cas, r.name)).join('')],
  ])('%s', async (name, content) => {
    const { rows } = await runJson(['batch', put(name, content() as Buffer), ...day])
    expect(rows.map((r) => [r.verdict, r.lookup?.by ?? r.problem.code])).toEqual([
      ['listed', 'cas'],
      ['listed', 'name'],
      ['unreadable', 'bad-cas'],
    ])
  })
  test('an SD file is returned with its matches', async () => {
    const { out } = await run(['batch', put('back.sdf', block('50-36-2', 'Cocaine')), ...day, '--format', 'sdf'])
    expect(out).toContain('>  <COVERAGE_MATCHED>\nCocaine\n')
    expect(out).toContain('M  END\n>  <CAS>')
  })
})

describe('the other commands', () => {
  const file = () => put('list.csv', 'cas,name,expected\n50-36-2,,listed\n,Fentanyl,listed\n,Fentanl,unreadable\n')
  test('expect', async () => expect((await run(['expect', file(), ...day])).code).toBe(0))
  test('compare', async () => {
    const args = [file(), '--as-of', '2026-09-01', '--against', '1960-01-01', '-j', 'US']
    const { out } = await run(['compare', ...args])
    // Nothing recorded later is a ground on a day before the records begin.
    expect(out).toContain('row-1 50-36-2: US listed -> undecided')
    expect(out).toMatch(/2 of 3 rows change:/)
  })
  test('expect --lint', async () => {
    const { code, out } = await run([
      'expect',
      '--lint',
      put('lint.csv', 'cas,name\n50-36-2,\n50-36-3,Fentanyl\n,Fentanl\n'),
    ])
    expect(code).toBe(1)
    expect(out).toContain('wrong check digit')
    expect(out).toContain("No substance recorded under 'Fentanl'. Similar: Fentanyl")
  })
  test('verify repeats lookups', async () => {
    await run(['batch', file(), ...day, '-o', path('verified.ndjson'), '--quiet'])
    const { code, out } = await run(['verify', path('verified.ndjson')])
    expect([code, out]).toEqual([0, expect.stringContaining('3 unchanged, 0 different, 0 not checked')])
  })
  test('check', async () => {
    const { code, out } = await run(['check', 'Fentanl', '50-36-3', ...day])
    expect(code).toBe(3)
    expect(out.replace(/\s+/g, ' ')).toContain("No substance recorded under 'Fentanl'. Similar: Fentanyl")
    expect(out).toContain('CAS number 50-36-3 has a wrong check digit')
  })
})

test('columns that identify nothing are rejected, listing the available ones', async () => {
  const { code, err } = await run(['batch', '-', '--input-format', 'csv'], { stdin: 'x,y\n1,2\n' })
  expect([code, err]).toEqual([2, expect.stringMatching(/no SMILES column found.*columns: 1 x, 2 y.*--columns/)])
  const named = await run(['batch', '-', '--input-format', 'csv', '--columns', 'cas=z'], { stdin: 'x,y\n1,2\n' })
  expect(named.err).toContain('no column z')
  const plain = await run(['batch', '-', '--input-format', 'smi', '--columns', 'cas=z'], { stdin: 'C\n' })
  expect(plain.err).toContain('--columns names a column with cas')
})

test('a mol block with atoms is judged whatever its properties say', async () => {
  const text = `${chainBlock('x', 8)}>  <CAS>\n50-36-2\n\n$$$$\n`
  const { rows } = await runJson(['batch', put('block.sdf', text), ...day])
  expect(rows[0].verdict).toBe('uncontrolled')
  expect(rows[0].warnings[0].code).toBe('other-substance')
})

test('a page shows contradictions between name and structure, for a hit and for another row', async () => {
  const stdin = `smiles,name\n${ibuprofen},Cocaine\n${fentanyl},Cocaine\n`
  const { out } = await run(['batch', '-', '--input-format', 'csv', ...day, '--format', 'html'], { stdin })
  expect(out.match(/, the structure does not/g)).toHaveLength(2)
})
