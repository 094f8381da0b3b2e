import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chainBlock, chainBlockV3000, cutGzip, fentanyl, ibuprofen, nastyLines, nastySmi } from '../batch/nasty.js'
import { lastColumns, noneLast, run, runJson } from './fake-host.js'
import { temporaryFolder } from './files.js'

const folder = temporaryFolder('coverage-batch-')

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const verdicts = (rows: any[]) => rows.map((r) => [r.id, r.verdict])

describe('SMILES files', () => {
  test('every line of the nasty set is one row with its verdict and reason', async () => {
    const { code, rows } = await runJson(['batch', file('nasty.smi', nastySmi)])
    expect(rows.map((r) => [r.row, r.verdict, r.problem?.code ?? null])).toEqual(
      nastyLines.map(([, , verdict, problem], i) => [i + 1, verdict, problem]),
    )
    expect(code).toBe(3)
  })
  test('byte order mark, CRLF, no final newline', async () => {
    const { rows } = await runJson(['batch', file('bom.smi', `\ufeff${ibuprofen} a\r\n${fentanyl}\tb c`)])
    expect(verdicts(rows)).toEqual([
      ['a', 'uncontrolled'],
      ['b c', 'listed'],
    ])
    expect(rows[0].input).toBe(ibuprofen)
  })
  test('Latin-1 names', async () => {
    const { rows } = await runJson([
      'batch',
      file('latin1.smi', Buffer.from(`${ibuprofen} \u00e9t\u00e9\n${ibuprofen} a\n`, 'latin1')),
    ])
    expect(rows.map((r) => r.id)).toEqual(['\u00e9t\u00e9', 'a'])
  })
  test('a CXSMILES block stays with its SMILES', async () => {
    const { rows } = await runJson(['batch', file('cx.smi', 'C[C@H](F)Cl |&1:1| racemic one\nCC |garbage| x\n')])
    expect(rows.map((r) => [r.input, r.id, r.verdict])).toEqual([
      ['C[C@H](F)Cl |&1:1|', 'racemic one', 'uncontrolled'],
      ['CC |garbage|', 'x', 'uncontrolled'],
    ])
  })
  test('a header line is skipped and reported', async () => {
    const { code, rows, err } = await runJson(['batch', file('header.smi', `smiles name\n${ibuprofen} a\n`)])
    expect(verdicts(rows)).toEqual([['a', 'uncontrolled']])
    expect(err).toContain('line 1 was taken as a header: smiles name')
    expect(code).toBe(0)
  })
  test('a line of 50 MB is one row, and the next is read', async () => {
    const { rows } = await runJson([
      'batch',
      file('long.smi', Buffer.concat([Buffer.alloc(50_000_000, 'C'), Buffer.from(`\n${fentanyl} next\n`)])),
    ])
    expect(rows.map((r) => [r.verdict, r.problem?.code ?? null])).toEqual([
      ['unreadable', 'too-long'],
      ['listed', null],
    ])
    expect(rows[0].input.length).toBeLessThan(300)
  })
  test('an empty file has no rows and says so', async () => {
    const { code, rows, err } = await runJson(['batch', file('empty.smi', '')])
    expect([code, rows]).toEqual([2, []])
    expect(err).toContain('no rows in')
  })
  test('several files continue in order, each row with its file', async () => {
    const [a, b] = [file('a.smi', `${ibuprofen}\n`), file('b.smi', `${fentanyl}\n${ibuprofen}\n`)]
    const { rows } = await runJson(['batch', a, b])
    expect(rows.map((r) => [r.index, r.row, r.file, r.id])).toEqual([
      [1, 1, a, 'row-1'],
      [2, 1, b, 'row-2'],
      [3, 2, b, 'row-3'],
    ])
  })
  test('several files as CSV: the file is a column, next to one of that name in a table', async () => {
    const [a, b] = [file('a.smi', `${ibuprofen}\n`), file('b.smi', `C1\n`)]
    const ask = ['--format', 'csv', '-j', 'CA', '--quiet']
    const lines = async (...given: string[]) => (await run(['batch', ...given, ...ask])).out.trim().split('\r\n')
    expect(await lines(a, b)).toEqual([
      `index,id,input,fields,file,verdict,CA,findings,cites,controlled_since,problem,${lastColumns}`,
      `1,row-1,${ibuprofen},,${a},uncontrolled,uncontrolled,,,,,2026-09-01${noneLast}`,
      `2,row-2,C1,,${b},unreadable,,,,,not a SMILES: unclosed ring,2026-09-01${noneLast}`,
    ])
    expect((await lines(a))[0]).toBe(
      `index,id,input,fields,verdict,CA,findings,cites,controlled_since,problem,${lastColumns}`,
    )
    const [c, d] = [file('c.csv', `smiles,file\n${ibuprofen},x\n`), file('d.csv', `smiles,file\n${ibuprofen},y\n`)]
    expect(await lines(c, d)).toEqual([
      `smiles,file,coverage_file,verdict,CA,findings,cites,controlled_since,problem,${lastColumns}`,
      `${ibuprofen},x,${c},uncontrolled,uncontrolled,,,,,2026-09-01${noneLast}`,
      `${ibuprofen},y,${d},uncontrolled,uncontrolled,,,,,2026-09-01${noneLast}`,
    ])
    const other = await run(['batch', c, file('e.csv', `smiles\n${ibuprofen}\n`), ...ask])
    // Before any row is written.
    expect([other.code, other.out, other.err]).toEqual([
      2,
      '',
      expect.stringContaining('e.csv: its columns differ from those of the first file'),
    ])
    const output = join(folder, 'differ.csv')
    expect((await run(['batch', c, join(folder, 'e.csv'), ...ask, '-o', output])).code).toBe(2)
    expect(readdirSync(folder).filter((name) => name.startsWith('differ'))).toEqual([])
    // Neither is an earlier output lost to a file that is refused.
    const earlier = file('earlier.csv', 'earlier\n')
    expect((await run(['batch', file('foo.csv', 'foo\n1\n'), ...ask, '-o', earlier])).code).toBe(2)
    expect(readFileSync(earlier, 'utf8')).toBe('earlier\n')
    for (const output of [earlier, file('earlier.md', 'earlier\n')]) {
      expect((await run(['history', join(folder, 'foo.csv'), '-j', 'US', '-o', output])).code).toBe(2)
      expect(readFileSync(output, 'utf8')).toBe('earlier\n')
    }
    const left = readdirSync(folder).filter((name) => name.startsWith('earlier'))
    expect(left.sort()).toEqual(['earlier.csv', 'earlier.md'])
  })
  test('identity only if controlled, or with --identify', async () => {
    const path = file('identify.smi', `${ibuprofen}\n${fentanyl}\n`)
    const keys = async (...more: string[]) =>
      (await runJson(['batch', path, ...more])).rows.map((r) => r.structure.inchikey)
    expect(await keys()).toEqual([null, 'PJMPHNIQZUBGLI-UHFFFAOYSA-N'])
    expect(await keys('--identify', 'all')).toEqual(['HEFNNWSXXWATRW-UHFFFAOYSA-N', 'PJMPHNIQZUBGLI-UHFFFAOYSA-N'])
    expect(await keys('--identify', 'listed')).toEqual([null, 'PJMPHNIQZUBGLI-UHFFFAOYSA-N'])
  })
  test('--identify listed omits the identity of structures that only a class covers', async () => {
    const path = file('class.smi', `C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1\n`)
    const keys = async (...more: string[]) =>
      (await runJson(['batch', path, '--as-of', '2018-11-26', '-j', 'US', ...more])).rows.map((r) => [
        r.verdict,
        r.structure.inchikey !== null,
        r.structure.formula,
      ])
    expect(await keys()).toEqual([['class', true, 'C23H28N2O']])
    expect(await keys('--identify', 'listed')).toEqual([['class', false, 'C23H28N2O']])
  })
})

describe('tables', () => {
  const table = `id,SMILES,note\nx1,${fentanyl},"two\nlines, ""quoted"""\nx2,${ibuprofen},\n\nx3\n`
  test('columns are guessed, quoted newlines read, short and blank rows kept', async () => {
    const { rows } = await runJson(['batch', file('t.csv', table)])
    expect(rows.map((r) => [r.id, r.verdict, r.problem?.code ?? null])).toEqual([
      ['x1', 'listed', null],
      ['x2', 'uncontrolled', null],
      ['row-3', 'unreadable', 'empty'],
      ['x3', 'unreadable', 'empty'],
    ])
    expect(rows[0].fields).toEqual({ id: 'x1', SMILES: fentanyl, note: 'two\nlines, "quoted"' })
  })
  test.each([
    ['semicolons', 't2.csv', `name;canonical_smiles\na;${fentanyl}\n`, []],
    ['tabs by name', 't3.tsv', `name\tsmiles\na\t${fentanyl}\n`, []],
    ['columns by name', 't4.csv', `q,w,smiles\n${fentanyl},a,C\n`, ['--columns', 'smiles=q,id=W']],
    ['a comma in a name', 't7.csv', `"q, x=y",w\n${fentanyl},a\n`, ['--columns', 'smiles=q, x=y,id=w']],
    ['columns by number', 't5.csv', `q,w\na,${fentanyl}\n`, ['--columns', 'smiles=2', '--columns', 'id=1']],
    ['no header', 't6.csv', `${fentanyl},a\n`, ['--no-header', '--columns', 'id=2']],
    ['byte order mark and CRLF', 't7.csv', `\ufeffsmiles,name\r\n${fentanyl},a\r\n`, []],
  ])('%s', async (_, name, content, args) => {
    const { rows } = await runJson(['batch', file(name, content), ...args])
    expect(verdicts(rows)).toEqual([['a', 'listed']])
  })
  test('a quote that is never closed costs one row', async () => {
    const { rows } = await runJson([
      'batch',
      file('quote.csv', `smiles,id\n"${ibuprofen},a\n${fentanyl},b\n${ibuprofen},c\n`),
    ])
    expect(rows.map((r) => [r.id, r.verdict, r.problem?.code ?? null])).toEqual([
      ['row-1', 'unreadable', 'not-a-structure'],
      ['b', 'listed', null],
      ['c', 'uncontrolled', null],
    ])
    expect(rows[0].problem.message).toBe(`a quote opened in row 1 is never closed: "${ibuprofen},a`)
  })
  test('a quote inside a cell is an ordinary character', async () => {
    const { rows } = await runJson(['batch', file('inch.csv', `smiles,id\n${ibuprofen},5" pipe\n`)])
    expect(rows[0].id).toBe('5" pipe')
  })
  test('repeated column names lose nothing', async () => {
    const { rows } = await runJson(['batch', file('twice.csv', `smiles,x,x\n${ibuprofen},1,2\n`)])
    expect(rows[0].fields).toEqual({ smiles: ibuprofen, x: '1', x3: '2' })
  })
  test('a table without a SMILES column cannot run, and names its columns', async () => {
    const { code, err } = await run(['batch', file('none.csv', 'a,b\n1,2\n')])
    expect(code).toBe(2)
    expect(err).toContain('1 a, 2 b')
  })
})

describe('SD files', () => {
  test('V2000 and V3000, title or property as id, properties kept', async () => {
    const content = `${chainBlock('one', 2)}>  <ID>  (1)\nP-1\n\n>  <NOTE>\nfirst\nsecond\n\n$$$$\n${chainBlockV3000('two', 3)}>  <ID>\nP-2\n\n$$$$\n`
    const path = file('two.sdf', content)
    const { rows } = await runJson(['batch', path])
    expect(rows.map((r) => [r.id, r.structure.formula])).toEqual([
      ['one', 'C2H7N'],
      ['two', 'C3H9N'],
    ])
    expect(rows[0].fields).toEqual({ ID: 'P-1', NOTE: 'first\nsecond' })
    expect((await runJson(['batch', path, '--columns', 'id=ID'])).rows.map((r) => r.id)).toEqual(['P-1', 'P-2'])
  })
  test('a property that no record has: reported at the end', async () => {
    const path = file('id.sdf', `${chainBlock('one', 2)}>  <ID>\nP-1\n\n$$$$\n${chainBlock('two', 3)}$$$$\n`)
    const { rows, err } = await runJson(['batch', path, '--columns', 'id=CAS'])
    expect(rows.map((r) => r.id)).toEqual(['one', 'two'])
    expect(err).toContain(`${path}: no record has the property CAS`)
    expect((await run(['batch', path, '--columns', 'id=ID'])).err).not.toContain('no record has')
  })
  test('damaged records are rows and swallow no others', async () => {
    const cut = chainBlock('cut', 4).split('\n').slice(0, 6).join('\n')
    const content = [
      `${cut}\n$$$$\n`,
      `${chainBlock('no delimiter', 2)}>  <A>\n1\n\n`,
      `${chainBlock('after it', 3)}$$$$\n`,
      '\n\n$$$$\n',
      'CCO\nonly words\n$$$$\n',
      `${chainBlock('other version', 2).replace('V2000', 'V9999')}$$$$\n`,
      `${chainBlock('unknown element', 2).replace(' N ', ' Xx')}$$$$\n`,
      chainBlock('last', 5),
    ].join('')
    const { rows } = await runJson(['batch', file('damaged.sdf', content)])
    expect(rows.map((r) => [r.id, r.verdict === 'unreadable' ? r.problem.code : r.structure.formula])).toEqual([
      ['cut', 'mol-block'],
      ['no delimiter', 'C2H7N'],
      ['after it', 'C3H9N'],
      ['row-4', 'empty'],
      ['CCO', 'mol-block'],
      ['other version', 'mol-block'],
      ['unknown element', expect.anything()],
      ['last', 'C5H13N'],
    ])
    expect(rows[6].verdict).not.toBe('uncontrolled')
  })
  test('a file cut within its last record', async () => {
    const content = `${chainBlock('whole', 2)}$$$$\n${chainBlock('cut', 9)}`
    const { rows } = await runJson(['batch', file('cut.sdf', content.slice(0, -60))])
    expect(rows.map((r) => [r.id, r.problem?.code ?? null])).toEqual([
      ['whole', null],
      ['cut', 'mol-block'],
    ])
  })
  test('a property named twice keeps both values', async () => {
    const { rows } = await runJson([
      'batch',
      file('props.sdf', `${chainBlock('a', 2)}>  <K>\n1\n\n>  <K>\n2\n\n$$$$\n`),
    ])
    expect(rows[0].fields).toEqual({ K: '1', K2: '2' })
  })
  test('CRLF', async () => {
    const { rows } = await runJson([
      'batch',
      file('crlf.sdf', `${chainBlock('a', 2)}>  <K>\nv\n\n$$$$\n`.replaceAll('\n', '\r\n')),
    ])
    expect(rows[0]).toMatchObject({ id: 'a', verdict: 'listed', fields: { K: 'v' } })
  })
})

describe('compressed and from stdin', () => {
  test('gzip by content, including concatenated members', async () => {
    const zipped = Buffer.concat([gzipSync(`${ibuprofen} a\n`), gzipSync(`${fentanyl} b\n`)])
    const expected = [
      ['a', 'uncontrolled'],
      ['b', 'listed'],
    ]
    expect(verdicts((await runJson(['batch', file('z.smi.gz', zipped)])).rows)).toEqual(expected)
    expect(verdicts((await runJson(['batch', '-', '--input-format', 'smi'], { stdin: zipped })).rows)).toEqual(expected)
  })
  test('truncated gzip: the rows so far are written, then it ends with 2', async () => {
    const lines = Array.from(
      { length: 3000 },
      (_, i) =>
        `${'C'.repeat(((i * 7919) % 23) + 5)}N${'C'.repeat((i * 104729) % 17)} row${(i * 2654435761) % 4294967296}\n`,
    ).join('')
    const { code, rows, err } = await runJson(['batch', file('cut.smi.gz', cutGzip(lines, 0.5))])
    expect(code).toBe(2)
    expect(rows.length).toBeGreaterThan(500)
    expect(rows.length).toBeLessThan(3000)
    expect(err).toMatch(/cut\.smi\.gz: the compressed data are damaged or cut off/)
  })
  test('gzip with a wrong checksum: all rows are written, and --resume, which would fail again, is not proposed', async () => {
    const zipped = gzipSync(`${ibuprofen} a\n${fentanyl} b\n`)
    zipped[zipped.length - 8]! ^= 1
    const output = join(folder, 'sum.ndjson')
    const { code, err } = await run(['batch', file('sum.smi.gz', zipped), '-o', output])
    expect(code).toBe(2)
    expect(err).toContain('damaged or cut off (incorrect data check)')
    expect(err).not.toContain('--resume')
    expect(readFileSync(output, 'utf8').trimEnd().split('\n')).toHaveLength(2)
  })
  test('.gz that is not gzip', async () => {
    const { code, err } = await run(['batch', file('not.smi.gz', 'CCO\n')])
    expect(code).toBe(2)
    expect(err).toContain('not gzip data')
  })
  test.each(['smi', 'csv'])('UTF-16 in either byte order, with or without its mark: %s', async (format) => {
    const text = format === 'smi' ? `CCO Äthanol\r\nC1CC x\n` : `name;smiles\r\nÄthanol;CCO\r\nx;C1CC\n`
    const encoded = [`\ufeff${text}`, text].map((own) => Buffer.from(own, 'utf16le'))
    for (const bytes of [...encoded, ...encoded.map((own) => Buffer.from(own).swap16())])
      for (const packed of [bytes, gzipSync(bytes)]) {
        const { rows } = await runJson(['batch', file(`u16.${format}`, packed)])
        expect(rows.map((r) => [r.row, r.id, r.verdict])).toEqual([
          [1, 'Äthanol', 'uncontrolled'],
          [2, 'x', 'unreadable'],
        ])
      }
  })
  test('a quoted header with a line break', async () => {
    const { rows } = await runJson(['batch', file('break.csv', ' Smiles ,"Compound\nName",Lot\nCCO,Ethanol,7\n')])
    expect(rows.map((r) => [r.row, r.input, r.fields])).toEqual([
      [1, 'CCO', { Smiles: 'CCO', 'Compound\nName': 'Ethanol', Lot: '7' }],
    ])
  })
  test('stdin needs a format', async () => {
    const { code, err } = await run(['batch', '-'], { stdin: 'C\n' })
    expect(code).toBe(2)
    expect(err).toContain('--input-format')
  })
})

describe('CSV output', () => {
  test('columns of the table, then verdicts, findings, citations and problem', async () => {
    const { out } = await run([
      ...['batch', file('c.csv', `id,smiles,verdict\na,${fentanyl},old\nb,C1,\n`), '--format', 'csv'],
      ...['-j', 'US'],
    ])
    const lines = out.split('\r\n')
    expect(lines[0]).toBe(
      `id,smiles,verdict,coverage_verdict,US,findings,cites,controlled_since,problem,${lastColumns}`,
    )
    expect(lines[1]).toMatch(
      /^a,CCC\(=O\)N\(c1ccccc1\)C1CCN\(CCc2ccccc2\)CC1,old,listed,listed,US: Fentanyl \(Schedule II\(c\) opiates\),US: 21 CFR 1308\.12\(c\)\(9\)/,
    )
    expect(lines[2]).toMatch(/^b,C1,,unreadable,,,,,not a SMILES: unclosed ring,/)
  })
  test('a value that a spreadsheet would run gets an apostrophe; numbers do not', async () => {
    const { out } = await run([
      'batch',
      file(
        'f.csv',
        `smiles,note,n\n${ibuprofen},"=HYPERLINK(""x"")",-1.5\n${ibuprofen},@SUM(A1),+2\n=1+1,-x,3\n${ibuprofen},"\n=1",4\n${ibuprofen},＝1,5\n`,
      ),
      '--format',
      'csv',
    ])
    const lines = out.split('\r\n')
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")",-1.5,`)
    expect(lines[2]).toContain(",'@SUM(A1),+2,")
    expect(lines[3]).toMatch(/^'=1\+1,'-x,3,unreadable/)
    expect(lines[4]).toContain(`,"'\n=1",4,`)
    expect(lines[5]).toContain(",'＝1,5,")
  })
  test('a SMILES file gives index, id and input', async () => {
    const { out } = await run(['batch', file('s.smi', `${fentanyl} a\n`), '--format', 'csv', '-j', 'US'])
    expect(out.split('\r\n')[0]).toBe(
      `index,id,input,fields,verdict,US,findings,cites,controlled_since,problem,${lastColumns}`,
    )
  })
  test('tables with different columns cannot share one CSV', async () => {
    const { code, err } = await run([
      ...['batch', file('c1.csv', `smiles,a\n${ibuprofen},1\n`), file('c2.csv', `smiles,b\n${ibuprofen},1\n`)],
      ...['--format', 'csv'],
    ])
    expect(code).toBe(2)
    expect(err).toContain('ndjson')
  })
  test('-o determines the format and compresses', async () => {
    const output = join(folder, 'out.csv.gz')
    const { code, out } = await run(['batch', file('o.smi', `${fentanyl} a\n`), '-o', output])
    expect([code, out]).toEqual([0, ''])
    expect(gunzipSync(readFileSync(output)).toString()).toMatch(/^index,id,input,/)
  })
})

describe('summary, closing line, exit codes', () => {
  const mixed = `${fentanyl}\n${ibuprofen}\n*C\nC1\n`
  test('the closing line counts each verdict', async () => {
    const { err } = await run(['batch', file('m.smi', mixed)])
    expect(err).toMatch(/\n4 inputs: 1 listed, 0 class, 1 undecided, 1 uncontrolled, 1 unreadable/)
  })
  test('caveats of the day are shown once, on stderr or below the summary; rows contain their ids', async () => {
    const path = file('m.smi', mixed)
    const rows = await runJson(['batch', path, '-j', 'US', '--as-of', '2026-12-01'])
    expect(rows.err).toMatch(/US: law reviewed up to .*\n/)
    for (const caveat of rows.rows[1].jurisdictions[0].caveats) expect(caveat).not.toHaveProperty('message')
    const summary = await run(['batch', path, '-j', 'US', '--as-of', '2026-12-01', '--format', 'summary'])
    expect(summary.out).toContain('US: law reviewed up to')
    expect(summary.err).not.toContain('US: law reviewed up to')
  })
  test('a terminal gets the summary', async () => {
    const { out, err } = await run(['batch', file('m.smi', mixed), '--no-color'], { tty: true })
    expect(out).toMatch(/overall +1 +0 +1 +1 +1$/m)
    expect(out).toContain('- 1 not a SMILES (syntax)')
    expect(err).toContain('4 inputs')
  })
  test('a terminal shows progress, which is erased at the end; a pipe does not', async () => {
    const seen = (await run(['batch', file('m.smi', mixed)], { tty: true })).err
    expect(seen).toMatch(/\d+ done, \d+\/s, \d listed or class/)
    expect(seen.slice(seen.lastIndexOf('\r'))).toMatch(/^\r\u001b\[K.*4 inputs/s)
    expect((await run(['batch', file('m.smi', mixed)])).err).not.toContain('\r')
  })
  test('--quiet leaves stderr empty', async () => {
    expect((await run(['batch', file('m.smi', mixed), '--quiet'], { tty: true })).err).toBe('')
  })
  test.each<[number, string[]]>([
    [3, []],
    [1, ['--fail-on', 'listed']],
    [1, ['--fail-on', 'undecided,unreadable']],
    [3, ['--fail-on', 'class', '-j', 'US']],
  ])('%i with %j', async (code, args) => {
    expect((await run(['batch', file('m.smi', mixed), ...args])).code).toBe(code)
  })
  test.each<[string, () => string[], RegExp]>([
    ['a missing file', () => [join(folder, 'nowhere.smi')], /there is no file/],
    ['a missing file after a good one', () => [file('ok.smi', 'C\n'), join(folder, 'nowhere.smi')], /there is no file/],
    ['a directory', () => [folder], /is a directory/],
    ['an unknown extension', () => [file('x.docx', 'C\n')], /--input-format/],
    ['an unknown output extension', () => [file('ok.smi', 'C\n'), '-o', join(folder, 'x.pdf')], /--format/],
    ['output over input', () => [file('ok.csv', 'smiles\nC\n'), '-o', join(folder, 'ok.csv')], /both input and output/],
    ['a missing output folder', () => [file('ok.smi', 'C\n'), '-o', join(folder, 'no', 'x.csv')], /cannot be written/],
    ['no column of that name', () => [file('ok2.csv', 'smiles\nC\n'), '--columns', 'smiles=q'], /no column q/],
  ])('%s ends with 2 and says so', async (_, args, message) => {
    const { code, err, out } = await run(['batch', ...args()])
    expect(code).toBe(2)
    expect(err).toMatch(message)
    expect(out).toBe('')
  })
})

describe('a row whose name or number disagrees with its structure', () => {
  const rows = `id,name,cas,smiles\n1,Fentanyl,437-38-7,${'Cn1c(=O)c2c(ncn2C)n(C)c1=O'}\n2,Caffeine,58-08-2,Cn1c(=O)c2c(ncn2C)n(C)c1=O\n`
  const batch = (...options: string[]) => run(['batch', file('mismatch.csv', rows), '-j', 'US', ...options])
  const ids = (out: string) => out.split('\n').flatMap((line) => /^"?([12]),/.exec(line)?.[1] ?? [])

  test('is judged by its structure and counted', async () => {
    const { code, out, err } = await batch('--format', 'csv')
    expect(out).toContain('The name says Fentanyl, the structure does not')
    expect(err).toContain('1 row: name or CAS number disagrees with the structure')
    expect(err).toContain('2 inputs: 0 listed, 0 class, 0 undecided, 2 uncontrolled, 0 unreadable')
    expect(code).toBe(0)
  })
  test('is never clean', async () => {
    expect(ids((await batch('--format', 'csv', '--only', 'review')).out)).toEqual(['1'])
    expect(ids((await batch('--format', 'csv', '--only', 'clean')).out)).toEqual(['2'])
    expect((await batch('--format', 'github')).out).toContain('The name says Fentanyl')
    expect((await batch('--format', 'summary')).out).toContain('1 row: name or CAS number disagrees')
  })
  test('fails a run that asks for it', async () => {
    expect((await batch('--fail-on', 'mismatch')).code).toBe(1)
    expect((await batch('--fail-on', 'listed,class')).code).toBe(0)
  })
})
