import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { chainBlock } from '../batch/nasty.js'
import { lastColumns, noneLast, run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put: file } = placesFor('coverage-tables-')

describe('SD files as tables', () => {
  const record = (title: string, ...properties: [string, string][]) =>
    `${chainBlock(title, 3)}${properties.map(([name, value]) => `>  <${name}>\n${value}\n\n`).join('')}$$$$\n`
  test('each property has its own column, from those of the first records', async () => {
    const text =
      record('', ['ID', 'E-1'], ['amount', '=5']) + record('second', ['ID', 'E-2'], ['note', 'a, b'], ['id', 'x'])
    const { out } = await run([
      ...['batch', file('props.sdf', text), '--format', 'csv', '-j', 'US', '--as-of', '2026-09-01'],
    ])
    expect(out.split('\r\n').map((line) => line.split(',uncontrolled')[0])).toEqual([
      `index,id,input,ID,amount,note,property_id,verdict,US,findings,cites,controlled_since,problem,${lastColumns}`,
      "1,E-1,(mol block),E-1,'=5,,",
      '2,second,(mol block),E-2,,"a, b",x',
      '',
    ])
  })
  test('values without a column are reported', async () => {
    const text = record('a', ['ID', '1']).repeat(200) + record('b', ['late', '2'])
    const { out, err } = await run(['batch', file('late.sdf', text), '--format', 'csv', '-j', 'US'])
    expect(out).not.toContain('late')
    expect(err).toMatch(/1 row has values in columns that do not occur/)
  })
  test('a record without a title is named by an identifying property', async () => {
    const { rows } = await runJson(['batch', file('id.sdf', record('', ['PUBCHEM_COMPOUND_CID', '702']))])
    expect(rows[0].id).toBe('702')
    expect((await runJson(['batch', file('no.sdf', record('', ['amount', '5']))])).rows[0].id).toBe('row-1')
  })
})

describe('CSV for spreadsheets', () => {
  const semicolons = () => file('semi.csv', 'name;smiles;share\nx;CCO;1,5\n"a;b";CC;2\n')
  test('semicolons in, semicolons out', async () => {
    const { out } = await run(['batch', semicolons(), '--format', 'csv', '-j', 'US', '--as-of', '2026-09-01'])
    const none = `${noneLast.replaceAll(',', ';')}\r\n`
    expect(out).toBe(
      `name;smiles;share;verdict;US;findings;cites;controlled_since;problem;${lastColumns.replaceAll(',', ';')}\r\n` +
        `x;CCO;1,5;uncontrolled;uncontrolled;;;;;2026-09-01${none}` +
        `"a;b";CC;2;uncontrolled;uncontrolled;;;;;2026-09-01${none}`,
    )
  })
  test('shards of them are merged, with one byte order mark', async () => {
    const whole = ['batch', semicolons(), '-j', 'US', '--as-of', '2026-09-01', '--bom', '--quiet']
    await run([...whole, '-o', path('semi-whole.csv')])
    await run([...whole, '--shard', '1/2', '-o', path('semi-1.csv')])
    await run([...whole, '--shard', '2/2', '-o', path('semi-2.csv')])
    expect((await run(['merge', path('semi-1.csv'), path('semi-2.csv'), '-o', path('semi-all.csv')])).code).toBe(0)
    const text = readFileSync(path('semi-whole.csv'), 'utf8')
    expect(text.startsWith('\ufeffname;smiles;share;verdict')).toBe(true)
    expect(readFileSync(path('semi-all.csv'), 'utf8')).toBe(text)
  })
  test('commas and semicolons cannot be mixed', async () => {
    const commas = file('comma.csv', 'name,smiles,share\nx,CCO,1\n')
    const { code, err } = await run(['batch', semicolons(), commas, '--format', 'csv', '-j', 'US', '--quiet'])
    expect([code, err]).toEqual([2, expect.stringContaining('its delimiter differs')])
  })
})

describe('check of a file', () => {
  test('a mol file is one structure', async () => {
    const { code, out } = await run(['check', file('one.mol', chainBlock('ethanol', 3)), '-j', 'US'])
    expect([code, out]).toEqual([0, expect.stringContaining('UNCONTROLLED')])
  })
  test('several records are for batch, and a file without a mol block is reported', async () => {
    const two = file('two.sdf', `${chainBlock('a', 3)}$$$$\n${chainBlock('b', 3)}$$$$\n`)
    expect((await run(['check', two])).err).toContain(`holds 2 records; use: coverage batch ${two}`)
    expect((await run(['check', file('text.mol', 'CCO\n')])).err).toContain('contains no mol block')
  })
  test.each(['none.mol', './none.SDF', 'none.csv', 'a folder/none.smi', 'none.sdf.gz', 'none.mdl'])(
    '%s does not exist, so it cannot be read',
    async (name) => {
      for (const command of ['check', 'history']) {
        const { code, out, err } = await run([command, 'CCO', name, '-j', 'US'])
        expect([code, out, err]).toEqual([2, '', expect.stringContaining(`there is no file ${name}`)])
      }
    },
  )
  test('a name with a full stop, and a line of stdin, are no files', async () => {
    for (const [text, stdin, said] of [
      ['2C-T-7.x', '', '2C-T-7.x: unreadable'],
      ['-', 'none.mol\n', 'none.mol: not recorded'],
    ] as const) {
      const { code, out } = await run(['check', text, '-j', 'US'], { stdin })
      expect([code, out]).toEqual([3, expect.stringContaining(said)])
    }
  })
})

describe('columns that are named like structures', () => {
  const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
  const us = ['-j', 'US', '--as-of', '2026-09-01']
  const twice = () => file('twice.csv', `id,smiles,smiles\nx,CCO,${fentanyl}\n`)
  const warning = (others: RegExp, read: string) =>
    new RegExp(`^coverage: warning: \\S+: ${others.source} not checked, only ${read};`, 'm')
  test.each<[string, () => readonly string[]]>([
    ['batch', () => ['batch', twice(), ...us, '--quiet']],
    ['batch, by a name that two have', () => ['batch', twice(), ...us, '--quiet', '--columns', 'smiles=SMILES']],
    ['compare', () => ['compare', twice(), '-j', 'US', '--as-of', '2018-01-01', '--against', '2026-09-01']],
    ['history', () => ['history', twice(), '-j', 'US']],
    ['history of rows', () => ['history', twice(), '-j', 'US', '-o', path('twice.ndjson')]],
    ['history as a page', () => ['history', twice(), '-j', 'US', '--format', 'html']],
    ['expect --lint', () => ['expect', '--lint', twice()]],
  ])('%s warns of the second', async (_, command) => {
    expect((await run(command())).err).toMatch(warning(/the column smiles3 is/, 'smiles'))
  })
  test('the second can be chosen, and then nothing is warned of', async () => {
    for (const column of ['smiles3', '3']) {
      const { out, err } = await run(['batch', twice(), ...us, '--quiet', '--columns', `smiles=${column}`])
      expect([JSON.parse(out).verdict, err]).toEqual(['listed', ''])
    }
  })
  test('names that are only alike count, in JSON lines too', async () => {
    const row = { id: 'x', SMILES: 'CCO', canonical_smiles: fentanyl, Structure: 'CCC' }
    const { err } = await run(['batch', file('alike.ndjson', `${JSON.stringify(row)}\n`), ...us, '--quiet'])
    expect(err).toMatch(warning(/the columns canonical_smiles, Structure are/, 'SMILES'))
  })
  test('with --log it is one of the warnings', async () => {
    const { err } = await run(['batch', twice(), ...us, '--log'])
    const { warnings } = JSON.parse(err.trim().split('\n').at(-1)!)
    expect(warnings).toEqual([expect.stringContaining('smiles3')])
  })
})
