import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { crotonylfentanyl, fentanyl, ibuprofen, run } from './fake-host.js'
import { testFolder } from './files.js'

const put = testFolder()
const fresh = (name: string) => put('folder', '').replace(/folder$/, name)
const rowsOf = (page: string): any[] =>
  [...page.matchAll(/<script type="application\/json" id="rows-\d+">(.*?)<\/script>/g)].flatMap((m) =>
    JSON.parse(m[1]!),
  )

describe('where a page is written', () => {
  test('the file name determines the format', async () => {
    for (const [name, begins] of [
      ['a.html', '<!doctype html>'],
      ['a.json', '{"index":1'],
      ['a.txt', 'CC'],
    ] as const) {
      const path = fresh(name)
      expect(await run(['check', 'CCO', '-j', 'US', '-o', path])).toMatchObject({
        code: 0,
        out: '',
        err: `wrote ${path}\n`,
      })
      expect(readFileSync(path, 'utf8').startsWith(begins)).toBe(true)
    }
  })
  test('into a pipe with --format, never to a terminal', async () => {
    expect((await run(['check', 'CCO', '--format', 'html'])).out).toMatch(/^<!doctype html>/)
    for (const args of [
      ['check', 'CCO'],
      ['history', 'mdma'],
      ['compare', 'examples/medicines.csv', '--against', '2019-05-01'],
    ]) {
      const { code, out, err } = await run([...args, '--format', 'html'], { tty: true })
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('-o FILE.html')
    }
  })
  test.each([
    ['--json against --format html', ['check', 'CCO', '--json', '--format', 'html']],
    ['a missing folder', ['check', 'CCO', '-o', '/no/such/folder/a.html']],
    ['a shard of a batch', ['batch', 'examples/medicines.csv', '-o', 'x.html', '--shard', '1/2']],
    ['a resumed batch', ['batch', 'examples/medicines.csv', '-o', 'x.html', '--resume']],
  ])('%s: exit code 2 and no file', async (_, args) => {
    expect((await run(args)).code).toBe(2)
    expect(existsSync('x.html')).toBe(false)
  })
  test('exit codes are those of the command', async () => {
    expect((await run(['check', fentanyl, '--fail-on', 'controlled', '-o', fresh('b.html')])).code).toBe(1)
    expect((await run(['check', 'C1CC(', '-o', fresh('c.html')])).code).toBe(3)
  })
})

describe('batch', () => {
  const table =
    `name,smiles\na,${fentanyl}\nb,${ibuprofen}\nc,C1CC(\nd,${crotonylfentanyl}\n`.replace('smiles\n', 'smiles\n') +
    'e,CCO\nf,CCN\ng,CCC\nh,CCCC\ni,CCCCC\nj,CCCCCC\nk,CCCCCCC\nl,O\n'
  test('lists every row; only those with findings are drawn', async () => {
    const path = fresh('all.html')
    await run(['batch', put('t.csv', table), '-j', 'CN', '--as-of', '2019-05-01', '-o', path, '--quiet'])
    const rows = rowsOf(readFileSync(path, 'utf8'))
    expect(rows.map((r) => r.id).join('')).toBe('abcdefghijkl')
    expect(rows.filter((r) => r.drawing).map((r) => r.id)).toEqual(['a', 'd'])
  })
  test('--only: the page says what it omits, and counts all', async () => {
    const path = fresh('hits.html')
    await run([
      ...['batch', put('t.csv', table), '-j', 'CN', '--as-of', '2019-05-01', '--only', 'hits', '-o', path],
      '--quiet',
    ])
    const page = readFileSync(path, 'utf8')
    expect(rowsOf(page).map((r) => r.id)).toEqual(['a', 'd'])
    expect(page).toContain('2 of 12 rows are shown (--only hits); all are counted.')
    expect(page).toMatch(
      /all laws[^<]*<\/th><td class="number">1<\/td><td class="number">1<\/td><td class="number">0<\/td><td class="number">9<\/td><td class="number">1</,
    )
  })
  test('is the page that report makes of its rows, except for the file name', async () => {
    const [page, results, made] = [fresh('one.html'), fresh('one.ndjson'), fresh('two.html')]
    const file = put('t.csv', table)
    for (const path of [page, results])
      await run(['batch', file, '-j', 'CN,US', '--as-of', '2019-05-01', '-o', path, '--quiet'])
    expect(await run(['report', results, '-o', made])).toMatchObject({ code: 0, out: '', err: `wrote ${made}\n` })
    const strip = (path: string) => readFileSync(path, 'utf8').replace(/<li>[^<]*\(sha256 [0-9a-f]{64}\)<\/li>/g, '')
    expect(strip(made)).toBe(strip(page))
  })
})

describe('report', () => {
  test('rows of two days are not shown as one run', async () => {
    const lines = await Promise.all(
      ['2018-01-01', '2019-05-01'].map(async (day) => (await run(['check', fentanyl, '--json', '--as-of', day])).out),
    )
    const { code, err } = await run(['report', put('two.ndjson', lines.join('')), '-o', fresh('two-days.html')])
    expect(code).toBe(2)
    expect(err).toContain('line 2')
    expect(existsSync(fresh('two-days.html'))).toBe(false)
  })
  test.each([
    ['no results', ''],
    ['no JSON', 'x\n'],
    ['other JSON', '{}\n'],
  ])('%s: exit code 2', async (_, text) =>
    expect((await run(['report', put('bad.ndjson', text), '-o', fresh('bad.html')])).code).toBe(2),
  )
})

test('for court: the exhibit is the heading, its columns stand with it, and laws have their names', async () => {
  const table = `Exhibit,Case,Laboratory,Analyst,smiles\nEX-24-017,K 12/26,Central,A. B.,${fentanyl}\n`
  const page = fresh('court.html')
  expect((await run(['batch', put('court.csv', table), '-j', 'US,DE', '-o', page])).code).toBe(0)
  const text = readFileSync(page, 'utf8')
  expect(text).toMatch(/<h2>EX-24-017 /)
  expect(text).toMatch(/<dt>Case<\/dt><dd>K 12\/26<\/dd>/)
  expect(text).toContain('<h3>Germany (DE): listed</h3>')
  expect(text).not.toMatch(/<h2>[^<]*row-1/)
  await run(['check', fentanyl, '-j', 'US', '-o', page])
  expect(readFileSync(page, 'utf8')).toMatch(/<h2>Structure 1 /)
})

describe('check -o FILE.svg', () => {
  const draw = async (...args: string[]) => {
    const path = fresh('drawing.svg')
    const ran = await run(['check', ...args, '-o', path])
    return { ...ran, svg: ran.code === 2 ? '' : readFileSync(path, 'utf8') }
  }
  test('marks the atoms of each clause in the order of the input, with a legend', async () => {
    const { svg, out, code } = await draw(
      'CC(C)C(=O)N(c1ccc(Br)cc1)C1CCN(CCc2ccccc2)CC1',
      '-j',
      'US',
      '--as-of',
      '2019-05-01',
    )
    expect(code).toBe(0)
    expect(out).toContain('clauses D, E')
    const groups = [...svg.matchAll(/<g class="tone-(\d)"[^>]*>(.*?)<\/g>/g)].map((m) => [
      m[1],
      m[2]!.match(/<ellipse/g)!.length,
    ])
    expect(groups).toEqual([
      ['0', 7],
      ['1', 5],
    ])
    const text = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((m) => m[1]).join(' ')
    expect(text).toContain('class on 2019-05-01')
    expect(text).toMatch(
      /D \(21 CFR 1308\.11\(h\)\(30\)\(i\)\(D\)\): .* atoms 6-12 .*E \(.*another acyl group; atoms 0-4/,
    )
  })
  test('the same atoms however the structure is written', async () => {
    const marked = async (smiles: string) => {
      const { svg } = await draw(smiles, '-j', 'US', '--as-of', '2019-05-01')
      return [...svg.matchAll(/atoms ([\d, -]+) \(counted/g)].map((m) => m[1])
    }
    expect(await marked('C/C=C/C(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1')).toEqual(['0-4'])
    expect(await marked('c1ccc(cc1)CCN1CCC(CC1)N(C(=O)/C=C/C)c1ccccc1')).toEqual(['15-19'])
  })
  test('a listed or uncontrolled structure is drawn without marks', async () => {
    for (const smiles of [fentanyl, ibuprofen]) {
      const { svg } = await draw(smiles, '-j', 'US')
      expect(svg).not.toContain('<ellipse')
      expect(svg).toContain('<path')
    }
  })
  test('a recorded name is drawn by its structure; a plant has none', async () => {
    expect((await draw('mdma')).svg).toContain('<path')
    const { code, err } = await run(['check', 'cannabis', '-o', fresh('none.svg')])
    expect(code).toBe(2)
    expect(err).toContain('without a structure')
    expect(existsSync(fresh('none.svg'))).toBe(false)
  })
  test('two structures are rejected, an unreadable one is not drawn', async () => {
    expect((await run(['check', 'C', 'CC', '-o', fresh('no.svg')])).code).toBe(2)
    expect((await run(['check', 'C1CC(', '-o', fresh('no.svg')])).code).toBe(3)
    expect(existsSync(fresh('no.svg'))).toBe(false)
  })
})
