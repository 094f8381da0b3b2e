import { Writable } from 'node:stream'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xlsxSink } from '../../src/batch/index.js'
import { openArchive } from '../../src/batch/input/xlsx/archive.js'
import { dayOf, isDateFormat } from '../../src/batch/input/xlsx/workbook.js'
import { fentanyl, ibuprofen, run, runJson } from './fake-host.js'
import { placesFor } from './files.js'
import { inline, workbook } from '../support/workbook.js'

const { path, put } = placesFor('coverage-xlsx-')
const day = ['--as-of', '2026-09-01', '-j', 'US']
describe('reading', () => {
  test('a cell that refers to a text that the workbook lacks makes an unreadable row', async () => {
    const rows = `${inline(['smiles', 'id'])}<row><c t="s"><v>0</v></c></row><row><c t="s"><v>7</v></c><c t="inlineStr"><is><t>b</t></is></c></row>`
    const file = put('lost.xlsx', await workbook({ A: rows }, { strings: ['<t>CCO</t>'] }))
    const { code, rows: found } = await runJson(['batch', file, ...day])
    expect([code, found.map((r) => r.verdict)]).toEqual([3, ['uncontrolled', 'unreadable']])
    expect(found[1].problem.message).toContain('a cell refers to a text that the workbook does not have')
  })
  test('columns as PubChem exports them', async () => {
    const header = ['cid', 'cmpdname', 'mf', 'mw', 'isosmiles', 'inchikey', 'inchi', 'cidcdate'].map((h) =>
      h === 'isosmiles' ? 'Isomeric SMILES' : h,
    )
    const strings = [...header, fentanyl, 'Fentanyl', 'PJMPHNIQZUBGLI-UHFFFAOYSA-N', ibuprofen, 'Ibuprofen'].map(
      (s) => `<t>${s}</t>`,
    )
    const shared = (at: string, n: number) => `<c r="${at}" t="s"><v>${n}</v></c>`
    const rows = [
      `<row r="1">${header.map((_, i) => shared(`${'ABCDEFGH'[i]}1`, i)).join('')}</row>`,
      `<row r="2"><c r="A2"><v>3345</v></c>${shared('B2', 9)}<c r="D2"><v>336.5</v></c>${shared('E2', 8)}${shared('F2', 10)}<c r="H2" s="1"><v>38412</v></c></row>`,
      '<row r="3"/>',
      `<row r="4"><c r="A4"><v>3672</v></c>${shared('B4', 12)}<c r="D4"><f>SUM(1,2)</f><v>206.28</v></c>${shared('E4', 11)}<c r="H4"><f>1+1</f></c></row>`,
    ]
    const bytes = await workbook(
      { Compounds: rows.join('') },
      { strings, styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
    )
    const { code, out } = await run(['batch', put('pubchem.xlsx', bytes), ...day, '--format', 'csv'])
    expect(code).toBe(0)
    expect(out).toMatchSnapshot()
  })
  test('the first sheet, or one given by name or number', async () => {
    const file = put(
      'sheets.xlsx',
      await workbook({
        One: inline(['smiles', 'id']) + inline([ibuprofen, 'a']),
        Two: inline(['cas', 'id']) + inline(['50-36-2', 'b']),
      }),
    )
    const of = async (...more: string[]) => (await runJson(['batch', file, ...day, ...more])).rows.map((r) => r.id)
    expect(await of()).toEqual(['a'])
    expect(await of('--sheet', 'two')).toEqual(['b'])
    expect(await of('--sheet', '2')).toEqual(['b'])
    expect((await run(['batch', file, '--sheet', 'Three'])).err).toContain('no sheet Three; sheets: One, Two')
    expect((await run(['compare', file, '--against', '1960-01-01', '--sheet', 'Two', '-j', 'US'])).out).toContain('b')
    expect((await run(['batch', file, ...day])).err).toContain('only the first sheet was read, not Two (--sheet)')
    expect((await run(['batch', file, ...day, '--sheet', 'Two'])).err).not.toContain('not One')
  })
  test.each([
    ['empty', '', 'its first sheet is empty; '],
    ['a title', inline(['Inventory of the laboratory']), 'where the first line is data; '],
  ])('a first sheet that is no table names the others: %s', async (name, first, why) => {
    const file = put(`${name}.xlsx`, await workbook({ Cover: first, Stock: inline(['smiles']) + inline(['CCO']) }))
    const { code, err } = await run(['batch', file, ...day])
    expect([code, err]).toEqual([2, expect.stringContaining(`${why}give --sheet for another sheet: Stock`)])
  })
  test('rich text, escaped characters, and no phonetic text', async () => {
    const strings = ['<t>smiles</t>', `<r><t>C</t></r><r><t>CO</t></r><rPh><t>X</t></rPh>`, '<t>n_x0041_me</t>']
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>2</v></c></row><row><c t="s"><v>1</v></c><c t="b"><v>1</v></c></row>'
    const { rows: found } = await runJson(['batch', put('rich.xlsx', await workbook({ S: rows }, { strings }))])
    expect(found[0].fields).toEqual({ smiles: 'CCO', nAme: 'TRUE' })
  })
  test.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['no zip', () => Buffer.from('smiles\nC\n'), /cannot be read as XLSX/],
    ['another zip', async () => workbook({}, {}), /it has no sheet/],
    ['a truncated sheet', async () => workbook({ S: '<row><c>' }), /cannot be read as XLSX/],
    [
      'an entity that would expand',
      async () => workbook({ S: '<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>' }),
      /cannot be read as XLSX/,
    ],
    [
      'a sheet that decompresses to far more than its file can contain',
      async () => workbook({ S: `${inline(['smiles'])}${' '.repeat(80 * 1024 * 1024)}` }),
      /the sheet S unpacks to 8\d{7} bytes/,
    ],
    [
      'strings that decompress to far more than the file can contain',
      async () => workbook({ S: inline(['smiles']) }, { strings: ['<t/>'.repeat(17 * 1024 * 1024)] }),
      /its texts unpack to/,
    ],
    [
      'a text without an end',
      async () =>
        workbook({
          S: `${inline(['smiles'])}<row><c t="inlineStr"><is><t>${'C'.repeat(5 * 1024 * 1024)}</t></is></c></row>`,
        }),
      /a text of over/,
    ],
  ])('rejected: %s', async (_, bytes, message) => {
    const { code, err } = await run(['batch', put('bad.xlsx', await bytes()), '--quiet'])
    expect([code, err]).toEqual([2, expect.stringMatching(message)])
  })
  test('not from stdin', async () => {
    expect((await run(['batch', '-', '--input-format', 'xlsx'], { stdin: 'x' })).err).toContain(
      'cannot come from stdin',
    )
  })
  test.each([
    [43137, 1900, '2018-02-06'],
    [1, 1900, '1900-01-01'],
    [60.5, 1900, '1900-02-28T12:00:00'],
    [41675, 1904, '2018-02-06'],
    [-1, 1900, null],
  ] as const)('day %s of %s is %s', (number, system, text) => expect(dayOf(number, system)).toBe(text))
  test('date formats', () => {
    expect([
      isDateFormat(14, null),
      isDateFormat(2, null),
      isDateFormat(164, 'yyyy\\-mm'),
      isDateFormat(165, '[Red]0.0 "days"'),
    ]).toEqual([true, false, true, false])
  })
})

describe('writing', () => {
  const csv = () => put('in.csv', `smiles,id,note\n${fentanyl},a,=1+1\n${ibuprofen},007,12.5\nC1CC,x,"<&>_x0041_"\n`)
  const sheet = async (file: string, number = 1) => {
    const archive = await openArchive(file)
    const parts: Buffer[] = []
    for await (const part of await archive.parts.get(`xl/worksheets/sheet${number}.xml`)!.bytes())
      parts.push(part as Buffer)
    archive.close()
    return Buffer.concat(parts).toString()
  }
  test('columns kept, hits coloured, header frozen, and no formula', async () => {
    expect((await run(['batch', csv(), ...day, '-o', path('out.xlsx')])).code).toBe(3)
    expect(await sheet(path('out.xlsx'))).toMatchSnapshot()
  })
  test('its output can be read back: the cells of a CSV', async () => {
    await run(['batch', csv(), ...day, '-o', path('again.xlsx')])
    const { rows } = await runJson(['batch', path('again.xlsx'), ...day])
    expect(rows.map((r) => [r.id, r.fields.note, r.fields.verdict])).toEqual([
      ['a', '=1+1', 'listed'],
      ['007', '12.5', 'uncontrolled'],
      ['x', '<&>_x0041_', 'unreadable'],
    ])
  })
  test('a sheet about the run comes first, and each law has its name, list, kind and citation', async () => {
    const table = put('kinds.csv', 'id,name\n1,Fentanyl\n2,Acetic anhydride\n3,Sarin\n4,no such thing\n')
    const out = path('kinds.xlsx')
    await run(['batch', table, '-j', 'DE,CWC', '--as-of', '2026-09-01', '--only', 'review', '-o', out])
    const { rows } = await runJson(['batch', out, ...day])
    expect(rows.map(({ fields }) => [fields.verdict, fields['Germany (DE)'], fields['DE kind']])).toEqual([
      ['listed', 'listed', 'drug'],
      // By reference to the law of the European Union.
      ['class', 'class', 'precursor'],
      ['listed', 'uncontrolled', ''],
      ['not recorded', '', ''],
    ])
    expect(rows[0].fields).toMatchObject({
      'DE schedule or list': 'Fentanyl (BtMG Annex III)',
      'DE citation': 'BtMG, Anlage III; BGBl. I 2001 S. 1180',
    })
    expect(rows[2].fields).toMatchObject({
      'Chemical Weapons Convention (CWC)': 'listed',
      'CWC kind': 'chemical weapon',
    })
    const lines = [...(await sheet(out, 2)).matchAll(/<row [^>]*>(.*?)<\/row>/g)].map(([, row]) =>
      [...row!.matchAll(/<c [^>]*?(?:\/>|>(?:<is><t [^>]*>|<v>)(.*?)<)/g)].map(([, text = '']) => text),
    )
    const line = (first: string) => lines.find(([cell]) => cell === first)?.slice(1)
    expect(line('Law of the day')).toEqual(['2026-09-01'])
    expect(line('Edition of the records')![0]).toContain('sha256')
    expect(line('Options')).toEqual(['-j DE,CWC --only review'])
    expect(line('Germany')).toEqual(['DE', '2026-08-19', '1', '1', '0', '1', ''])
    expect(line('All together (the strongest counts)')).toEqual(['', '', '2', '1', '0', '0', '1'])
    expect((await run(['compare', out, out])).code).toBe(3)
  })
  test('hits first, if asked: all rows, and the others after them', async () => {
    const table = put('order.csv', `smiles,id\n${ibuprofen},a\n${fentanyl},b\nC1CC,c\n${fentanyl},d\n`)
    const order = async (...more: string[]) => {
      await run(['batch', table, ...day, ...more, '-o', path('order.xlsx')])
      return (await runJson(['batch', path('order.xlsx'), ...day])).rows.map((r) => r.id)
    }
    expect(await order()).toEqual(['a', 'b', 'c', 'd'])
    expect(await order('--only', 'hits-first')).toEqual(['b', 'd', 'a', 'c'])
    const { code, err } = await run(['batch', table, '--only', 'hits-first', '--format', 'csv'])
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('--only hits-first has no effect: csv is read and csv written'),
    ])
  })
  test('a name without Latin letters has that of its record, and the options of the run are those of now', async () => {
    const out = path('jp.xlsx')
    const named = put('jp.csv', 'name\nCocaine\n')
    await run(['batch', named, '-j', 'JP,CN', '--kinds', 'drug', '-o', out])
    const { rows } = await runJson(['batch', out, ...day])
    expect(rows[0].fields['JP schedule or list']).toBe('コカイン (cocaine) (Narcotics (act))')
    expect(rows[0].fields['CN schedule or list']).toMatch(/^古柯碱|^可卡因/)
    expect(await sheet(out, 2)).toMatch(/>-j CN,JP --kinds drug<|>-j JP,CN --kinds drug</)
    expect((await run(['check', 'Cocaine', '-j', 'JP'])).out).toContain('コカイン (cocaine)')
  })
  test('the same bytes each time', async () => {
    await run(['batch', csv(), ...day, '-o', path('first.xlsx')])
    await run(['batch', csv(), ...day, '-o', path('second.xlsx')])
    expect(readFileSync(path('first.xlsx')).equals(readFileSync(path('second.xlsx')))).toBe(true)
  })
  test('further sheets when one is full', async () => {
    const collected: Buffer[] = []
    const stream = new Writable({ write: (chunk, _, done) => done(void collected.push(chunk)) })
    const sink = await xlsxSink(
      { write: async (b) => void stream.write(Buffer.from(b)), close: async () => {} },
      ({ length }) => new Set([length - 4]),
      null,
      { most: 3 },
    )
    const line = (cells: string[]) => Buffer.from(`${JSON.stringify(cells)}\n`)
    await sink.write(line(['id', 'verdict', 'findings', 'cites', 'problem']))
    for (let i = 0; i < 5; i++) await sink.write(line([`${i}`, 'listed', '', '', '']))
    await sink.close()
    const archive = await openArchive(put('many.xlsx', Buffer.concat(collected)))
    expect([...archive.parts.keys()].filter((name) => name.includes('sheet')).length).toBe(3)
    archive.close()
  })
  test('it is neither resumed nor split', async () => {
    expect((await run(['batch', csv(), '-o', path('r.xlsx'), '--resume'])).err).toContain('neither resumed nor merged')
  })
})
