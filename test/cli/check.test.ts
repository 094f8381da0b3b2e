import { describe, expect, test } from 'vitest'
import { ibuprofen, carfentanil, crotonylfentanyl, fentanyl, run, runJson } from './fake-host.js'

const jurisdiction = (row: any, code: string) => row.jurisdictions.find((j: any) => j.code === code)

describe('crotonylfentanyl through time', () => {
  test('2018-11-26: class E in the United States, in China only proposed', async () => {
    const { code, rows } = await runJson(['check', '--json', '--as-of', '2018-11-26', crotonylfentanyl])
    expect(code).toBe(0)
    expect(rows[0]).toMatchObject({
      index: 1,
      id: 'row-1',
      input: crotonylfentanyl,
      verdict: 'class',
      asOf: '2018-11-26',
      problem: null,
    })
    expect(jurisdiction(rows[0], 'US').findings).toEqual([
      expect.objectContaining({
        kind: 'class',
        ruleId: 'us-fentanyl-related-substances',
        cite: '83 FR 5188',
        from: '2018-02-06',
        status: 'in force',
      }),
      expect.objectContaining({ kind: 'class', ruleId: 'us-sitsa-2017', status: 'proposed', counts: null }),
      expect.objectContaining({ kind: 'class', ruleId: 'us-sofa-2018', status: 'proposed', counts: null }),
    ])
    expect(jurisdiction(rows[0], 'US').findings[0].clauses).toEqual([
      expect.objectContaining({ id: 'E', atoms: [0, 1, 2, 3, 4] }),
    ])
    expect(jurisdiction(rows[0], 'CN')).toMatchObject({
      verdict: 'uncontrolled',
      findings: [
        { ruleId: 'cn-proposed-fentanyl-class', status: 'proposed', counts: null },
        { ruleId: 'cn-proposed-us-export', status: 'proposed', counts: null },
      ],
    })
  })
  test('2018-11-26 with the proposal assumed: class in China', async () => {
    const { rows } = await runJson([
      ...['check', '--json', '--as-of', '2018-11-26', '--assume', 'cn-proposed-fentanyl-class'],
      ...['-j', 'CN', crotonylfentanyl],
    ])
    expect(jurisdiction(rows[0], 'CN')).toMatchObject({
      verdict: 'class',
      findings: [
        { ruleId: 'cn-proposed-fentanyl-class', assumed: true, counts: 'class' },
        { ruleId: 'cn-proposed-us-export', assumed: false, counts: null },
      ],
    })
  })
  test.each([
    ['2019-04-30', 'uncontrolled'],
    ['2019-05-01', 'class'],
  ])('China on %s: %s', async (day, verdict) => {
    const { rows } = await runJson(['check', '--json', '--as-of', day, '-j', 'CN', crotonylfentanyl])
    expect(jurisdiction(rows[0], 'CN').verdict).toBe(verdict)
  })
  test('2019-05-01: China by clause 1 of the class', async () => {
    const { rows } = await runJson(['check', '--json', '--as-of', '2019-05-01', '-j', 'CN', crotonylfentanyl])
    const counted = jurisdiction(rows[0], 'CN').findings.find((f: any) => f.counts === 'class')
    expect(counted).toMatchObject({ ruleId: 'cn-fentanyl-class', from: '2019-05-01', clauses: [{ id: '1' }] })
  })
})

describe('the table', () => {
  test('a jurisdiction shows verdict, words, day and citation', async () => {
    const { out, code, err } = await run(['check', '--as-of', '2018-11-26', crotonylfentanyl])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toMatch(/^(?:\S+: )?class in 4 \(by reading\), undecided in \d+ of 15 laws on 2018-11-26$/m)
    expect(out).toMatch(/^US +class +2018-02-06 +Fentanyl-related substances .* 83 FR 5188$/m)
    expect(out).toMatch(/^CN +uncontrolled +proposed, would be covered by/m)
    expect(out).toMatch(/^Nothing found: [A-Z, ]*UN, CWC \(chemical weapons only\), EU \(precursors only\)$/m)
    expect(out).toMatch(/\d+\sknown\sgaps\s\(law\sgaps\)\.[^.]*\.\sEdition\s\d/)
  })
  test('fentanyl in all laws fits in 24 lines of 100 columns', async () => {
    const { out } = await run(['check', 'fentanyl'], { today: '2026-11-30' })
    const lines = out.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(24)
    // By when it was controlled without a break since, and a name in English where the law has none.
    expect(out).toMatch(/^CN +listed +<=2014-01-01 /m)
    expect(out).toMatch(/^Law reviewed to \d{4}-\d\d-\d\d or later; EU only to \d{4}-\d\d-\d\d, GB to/m)
    expect((await run(['check', 'CNC(C)Cc1ccc2c(c1)OCO2', '-j', 'JP,US'])).out).toMatch(/^MDMA +C11H15NO2/m)
  })
  test('one law alone, and --explain, are in full', async () => {
    for (const args of [
      ['-j', 'US'],
      ['-j', 'CN,US', '--explain'],
    ])
      expect((await run(['check', 'fentanyl', ...args])).out).toMatch(
        / as +Fentanyl, Schedule II\(c\) opiates.*\n +since +1971-05-01 or earlier\n +law +21 CFR/,
      )
  })
  test('a name that is not recorded is not unreadable', async () => {
    const { out, code } = await run(['check', 'no-such-name'])
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/^no-such-name: not recorded\n[\s\S]*does not mean it is uncontrolled/),
    ])
    const { rows } = await runJson(['check', '--json', 'no-such-name', 'C1CC('])
    expect(rows.map((row) => [row.verdict, row.problem.kind])).toEqual([
      ['unreadable', 'not recorded'],
      ['unreadable', 'unreadable'],
    ])
  })
  test('no line is wider than the terminal', async () => {
    for (const columns of [60, 80, 99, 100, 140, 200]) {
      const { out } = await run(['check', fentanyl, carfentanil], { columns })
      for (const line of out.split('\n'))
        expect([...line].reduce((n, c) => n + (/[\u2e80-\u9fff]/.test(c) ? 2 : 1), 0)).toBeLessThanOrEqual(columns)
    }
  })
  test('a second kind of control is named on the line of its law', async () => {
    const { out } = await run(['check', 'acetone', '--kinds', 'all', '-j', 'EU,US'], { today: '2026-11-30' })
    expect(out).toMatch(/ EU: explosives precursor\. /)
  })
  test('precursors are in a separate table and can be left out', async () => {
    const { out } = await run(['check', '-j', 'US', 'CCN'])
    expect(out).toMatch(/LISTED \(as a precursor or listed chemical, not as a drug\)/)
    expect(out).toMatch(/List I chemicals[\s\S]*note +precursor/)
    const without = await run(['check', '-j', 'US', '--kinds', 'drug,chemical weapon', 'CCN'])
    expect(without.out).not.toContain('List I chemicals')
    expect(without.out).toContain('UNCONTROLLED in US on')
  })
  test('an open structure is undecided and says why', async () => {
    const { out } = await run(['check', '-j', 'US', '*CC(*)c1ccccc1'])
    expect(out).toMatch(/UNDECIDED in US on/)
    expect(out).toMatch(/leaves the\s[\s\S]*structure\s[\s\S]*open/)
  })
  test('a plant is judged by the entries that name it, with their citation', async () => {
    const { out, code } = await run(['check', '-j', 'UN', 'coca leaves'], { columns: 140 })
    expect(code).toBe(0)
    expect(out).toContain('Coca Leaf (coca-leaf), not a single structure: A plant or part of a plant.')
    expect(out).toMatch(
      / as +Coca leaf,[\s\S]* since +1964-12-13 or earlier\n +law +Single Convention[\s\S]*named, no single structure to test/,
    )
  })
  test('a law that does not name it leaves it undecided, and says that this proves nothing', async () => {
    const { out } = await run(['check', '-j', 'UN', 'khat'], { columns: 200 })
    expect(out).toMatch(/ open +Not recorded here, and it has no single structure to/)
  })
  test('it never says legal or safe', async () => {
    for (const text of [fentanyl, ibuprofen, '*C', 'C1', 'khat']) {
      expect((await run(['check', '--explain', text])).out).not.toMatch(/\b(legal|safe|lawful|permitted)\b/i)
    }
  })
  test('a control character in an input does not reach the terminal', async () => {
    const { out, code } = await run(['check', 'C\u001b[31mC'])
    expect(code).toBe(3)
    expect(out).not.toContain('\u001b')
    expect(out).toContain('C\\u001b[31mC')
  })
})

describe('--explain', () => {
  test('gives the words and atoms of the clause', async () => {
    const { out } = await run(['check', '--explain', '--as-of', '2018-11-26', crotonylfentanyl])
    expect(out).toContain('us-fentanyl-related-substances')
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /clause E, 21 CFR 1308.11\(h\)\(30\)\(i\)\(E\): the N-propionyl becomes another acyl group/,
    )
    expect(out.replace(/\s+/g, ' ')).toContain('atoms 0-4 (counted from 0)')
    expect(out).toContain('https://www.federalregister.gov/citation/83-FR-5188')
  })
  test('gives the closest rule and what failed', async () => {
    const { out } = await run([
      ...['check', '--explain', '-j', 'CN', '--as-of', '2019-05-01', 'C1CN(CCc2ccccc2)CCC1Nc1ccccc1'],
    ])
    expect(out).toMatch(/CN closest class rule: .*cn-fentanyl-class/)
    expect(out).toMatch(/it does not fit: /)
  })
  test('json has near misses only on request', async () => {
    const args = ['check', '--json', '-j', 'CN', 'C1CN(CCc2ccccc2)CCC1Nc1ccccc1']
    expect((await runJson(args)).rows[0].jurisdictions[0]).not.toHaveProperty('nearMisses')
    expect((await runJson([...args, '--explain'])).rows[0].jurisdictions[0].nearMisses.length).toBeGreaterThan(0)
  })
})

describe('a recorded substance by its name', () => {
  test.each([
    ['Fentanyl', 'name', 'fentanyl'],
    ['FENTANYL', 'name', 'fentanyl'],
    ['芬太尼', 'name', 'fentanyl'],
    ['437-38-7', 'cas', 'fentanyl'],
    ['9801', 'code', 'fentanyl'],
    ['PJMPHNIQZUBGLI-UHFFFAOYSA-N', 'inchikey', 'fentanyl'],
    ['PCP', 'name', 'phencyclidine'],
  ])('%s is found by %s', async (text, by, substance) => {
    const { code, rows } = await runJson(['check', '--json', text])
    expect(code).toBe(0)
    expect(rows[0]).toMatchObject({ input: text, verdict: 'listed', lookup: { by, substance } })
  })
  test('the table says that it was looked up, and which structure was used', async () => {
    const { out } = await run(['check', 'PCP'])
    expect(out).toContain('matched recorded name: Phencyclidine (phencyclidine). Structure used: ')
  })
  test('a code of several substances is unreadable and lists them', async () => {
    const { code, out } = await run(['check', '7370'])
    expect(code).toBe(3)
    expect(out.replace(/\s+/g, ' ')).toMatch(/this code is recorded for 4 substances \(.*delta-9-Tetrahydrocannabinol/)
  })
  test('a plant is reported from its entries; if none names it, undecided', async () => {
    const { rows } = await runJson(['check', '--json', 'cannabis'])
    expect(rows[0]).toMatchObject({
      verdict: 'listed',
      structure: null,
      lookup: { substance: 'cannabis', structure: null },
    })
    expect(jurisdiction(rows[0], 'CN').findings[0]).toMatchObject({ kind: 'listed', substance: 'cannabis' })
    for (const j of rows[0].jurisdictions) expect(j.verdict).not.toBe('uncontrolled')
  })
  test('a name followed by other words is looked up too, not read as SMILES', async () => {
    const { rows } = await runJson(['check', '--json', 'PCP hydrochloride'])
    expect(rows[0]).toMatchObject({ verdict: 'listed', lookup: { substance: 'phencyclidine' } })
  })
})

describe('unreadable inputs', () => {
  test('says why, where, and that no name is recorded', async () => {
    const { code, out } = await run(['check', 'C1CC('])
    expect(code).toBe(3)
    expect(out).toMatch(/unreadable/)
    expect(out).toMatch(/not a SMILES.*nor is it a recorded name/)
  })
  test('gives the position', async () => {
    const { rows } = await runJson(['check', '--json', 'CC[Xx]CC'])
    expect(rows[0].problem).toMatchObject({ code: 'syntax', position: 4 })
  })
  test('a file name is referred to batch', async () => {
    const { out } = await run(['check', 'package.json'])
    expect(out).toContain('coverage batch')
  })
  test('other inputs are still judged', async () => {
    const { code, rows } = await runJson(['check', '--json', 'C1CC', fentanyl])
    expect(code).toBe(3)
    expect(rows.map((r) => r.verdict)).toEqual(['unreadable', 'listed'])
  })
})

describe('stdin', () => {
  test('one per line, with names, in order', async () => {
    const { rows } = await runJson(['check', '--json', '-'], { stdin: `${fentanyl} first\r\n\r\n${ibuprofen}\n` })
    expect(rows.map((r) => [r.id, r.verdict])).toEqual([
      ['first', 'listed'],
      ['row-2', 'unreadable'],
      ['row-3', 'uncontrolled'],
    ])
  })
  test('a mol block is one input', async () => {
    const { rows } = await runJson(['check', '--json', '-'], { stdin: ethylamine })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ id: 'ethylamine', structure: { formula: 'C2H7N' } })
  })
  test('several records are referred to batch', async () => {
    const { code, err } = await run(['check', '-'], { stdin: `${ethylamine}$$$$\n${ethylamine}$$$$\n` })
    expect(code).toBe(2)
    expect(err).toContain('coverage batch')
  })
  test('Latin-1 is read if it is not UTF-8', async () => {
    const { rows } = await runJson(['check', '--json', '-'], { stdin: Buffer.from('CCO \u00e9thanol\n', 'latin1') })
    expect(rows[0].id).toBe('\u00e9thanol')
  })
})

test('a repeated list option adds to its value', async () => {
  const { rows } = await runJson(['check', '--json', '-j', 'US', '-j', 'ca,uk', ibuprofen])
  expect(rows[0].jurisdictions.map((j: { code: string }) => j.code)).toEqual(['CA', 'GB', 'US'])
})

describe('exit codes', () => {
  test.each<[number, string[]]>([
    [0, ['check', fentanyl]],
    [1, ['check', '--fail-on', 'listed', fentanyl]],
    [1, ['check', '--fail-on', 'controlled', fentanyl]],
    [0, ['check', '--fail-on', 'class', '-j', 'US', ibuprofen]],
    [1, ['check', '--fail-on', 'listed', '--fail-on', 'class', fentanyl]],
    [1, ['check', '--fail-on', 'class', '--as-of', '2018-11-26', crotonylfentanyl]],
    [1, ['check', '--fail-on', 'undecided', '*C']],
    [1, ['check', '--fail-on', 'unreadable', 'C1']],
    [3, ['check', 'C1']],
    [3, ['check', '--fail-on', 'listed', 'C1']],
    [1, ['check', '--fail-on', 'listed', 'C1', fentanyl]],
    [2, ['check']],
    [2, ['check', '--as-of', '2018-02-30', 'C']],
    [2, ['check', '--jurisdiction', 'XX', 'C']],
    [2, ['check', '--assume', 'no-such-rule', 'C']],
    [2, ['check', '--fail-on', 'illegal', 'C']],
    [2, ['check', '--edition', 'no/such/file.json', 'C']],
    [2, ['check', '--edition', 'package.json', 'C']],
    [2, ['check', '--nonsense', 'C']],
    [2, ['nonsense']],
    [0, ['check', '--help']],
  ])('%i: %j', async (code, args) => {
    const ran = await run(args)
    expect(ran.code).toBe(code)
    // Some law of the shipped edition may have been reviewed long ago; there is no other message.
    if (code === 2) expect(ran.err).not.toBe('')
    else expect(ran.err.replace(/^coverage: warning: law reviewed .*\n/, '')).toBe('')
  })
})

describe('colour', () => {
  test.each<[boolean, string, Parameters<typeof run>[1], string[]]>([
    [true, 'on a terminal', { tty: true }, []],
    [false, 'where stdout is no terminal', {}, []],
    [false, 'with NO_COLOR', { tty: true, env: { NO_COLOR: '1' } }, []],
    [false, 'with --no-color', { tty: true }, ['--no-color']],
    [true, 'with FORCE_COLOR into a pipe', { env: { FORCE_COLOR: '1' } }, []],
  ])('%s %s', async (coloured, _, options, args) => {
    const { out } = await run(['check', ...args, fentanyl], options)
    expect(out.includes('\u001b[')).toBe(coloured)
  })
})

test('a provision that a reading settles is named as read, and as law that may cover it where it is open', async () => {
  const said = async (...more: string[]) =>
    (await run(['check', fentanyl.replace('c1ccccc1', 'c1ccccc1F'), '-j', 'EE', ...more])).out
  expect(await said()).toMatch(/CLASS in EE \(by reading\)[\s\S]*as +A provision as read here: List VI/)
  expect(await said('--readings', 'none')).toMatch(/UNDECIDED in EE[\s\S]*not recorded here may cover it: List VI/)
})

const ethylamine = `ethylamine
  test

  3  2  0  0  0  0  0  0  0  0999 V2000
    0.0000    0.0000    0.0000 C   0  0
    1.0000    0.0000    0.0000 C   0  0
    2.0000    0.0000    0.0000 N   0  0
  1  2  1  0
  2  3  1  0
M  END
`
