import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { limits } from '../../src/chem/index.js'
import { Screened } from '../../src/screen/index.js'
import { corpus } from '../batch/corpus.js'
import { crotonylfentanyl, fentanyl, ibuprofen, run, runJson } from './fake-host.js'
import { testFolder } from './files.js'

vi.setConfig({ testTimeout: 60_000 })
const file = testFolder()
const checked = async (...args: string[]) => (await run(['check', '--json', ...args])).out
const batched = async (text: string, ...args: string[]) =>
  (await run(['batch', '-', '--input-format', 'smi', '--format', 'ndjson', '--quiet', ...args], { stdin: text })).out

describe('verify', () => {
  test('results of check and batch are unchanged, whatever their options were', async () => {
    const text = [
      await checked(fentanyl, 'PCP', 'cannabis', 'C1CC(', '*CC'),
      await checked(
        '--explain',
        '--similar',
        '2',
        '--as-of',
        '2018-11-26',
        '-j',
        'CN',
        '--assume',
        'cn-proposed-fentanyl-class',
        crotonylfentanyl,
      ),
      await checked('--kinds', 'drug,chemical weapon', '-j', 'US', 'CCN'),
      await batched(`${fentanyl} a\nPCP\n# comment\n\n${ibuprofen}\n`),
      await batched(`${ibuprofen}\n`, '--identify', 'all', '--explain'),
    ].join('')
    const { code, rows } = await runJson(['verify', '--json', file('good.ndjson', text)])
    expect(rows).toHaveLength(13)
    expect(rows.filter((r) => r.state !== 'holds')).toEqual([])
    expect(code).toBe(0)
  })
  test.each<[string, (row: any) => void, string]>([
    ['a verdict', (row) => (row.verdict = 'uncontrolled'), 'verdict'],
    ['a verdict of one jurisdiction', (row) => (row.jurisdictions[0].verdict = 'uncontrolled'), 'verdict'],
    ['a citation', (row) => (row.jurisdictions[0].findings[0].cite = '1 FR 1'), 'findings'],
    ['the atoms of a clause', (row) => (row.jurisdictions[0].findings[0].clauses[0].atoms = [7]), 'findings'],
    ['a missing finding', (row) => row.jurisdictions[0].findings.pop(), 'findings'],
    ['a missing caveat', (row) => row.jurisdictions[0].caveats.pop(), 'caveats'],
    ['a structure', (row) => (row.structure.formula = 'CH4'), 'structure'],
  ])('a change is found: %s', async (_, change, what) => {
    // After the day of review there is a caveat to remove.
    const row = JSON.parse(
      await checked('-j', 'US', '--as-of', what === 'caveats' ? '2026-12-01' : '2018-11-26', crotonylfentanyl),
    )
    change(row)
    const { code, rows } = await runJson(['verify', '--json', file('bad.ndjson', `${JSON.stringify(row)}\n`)])
    expect(code).toBe(1)
    expect(rows[0]).toMatchObject({ state: 'differs' })
    expect(rows[0].differences.map((d: any) => d.what)).toContain(what)
  })
  test('names that no record has are looked up again', async () => {
    const table = 'name\nCodeine phosphate\nSuboxone\nbenzene\nibuprofen\nFentanyl citrate\n'
    const { out } = await run(['batch', '-', '--input-format', 'csv', '--format', 'ndjson'], { stdin: table })
    const { code, rows } = await runJson(['verify', '--json', file('names.ndjson', out)])
    expect([code, rows.map((r) => r.state)]).toEqual([0, Array(5).fill('holds')])
  })
  test('a result of another edition is re-checked, and reported as such', async () => {
    const row = JSON.parse(await checked('-j', 'US', fentanyl))
    row.edition = { id: '2020.01', sha256: '0'.repeat(64) }
    const { code, out } = await run(['verify', file('old.ndjson', `${JSON.stringify(row)}\n`)])
    expect(code).toBe(0)
    expect(out).toContain('1 of them was checked with edition 2020.01 (sha256 000000000000)')
  })
  test('a result that cannot be re-checked is not reported as unchanged', async () => {
    const { code, out } = await run([
      'verify',
      file('cut.ndjson', `${await batched(`${'C'.repeat(limits.characters + 1)}\n`)}{"a":1}\nnot json\n`),
    ])
    expect(code).toBe(3)
    expect(out).toMatch(/line 1 .*not checked: the input was too long/)
    expect(out).toMatch(/line 2: not checked: it is not a result/)
    expect(out).toMatch(/line 3: not checked: it is not JSON/)
    expect(out).toContain('0 unchanged, 0 different, 3 not checked')
  })
  test('among many uncontrolled rows, one that was changed is found', async () => {
    const rows = (await batched(corpus(300, 40), '-j', 'US,CN', '--as-of', '2026-12-01')).trimEnd().split('\n')
    const change = (n: number, from: RegExp, to: string) => {
      const changed = rows[n]!.replace(from, to)
      expect(changed).not.toBe(rows[n])
      rows[n] = changed
    }
    const plain = rows.flatMap((row, n) => (n > 200 && row.includes('"verdict":"uncontrolled"') ? [n] : []))
    change(plain[0]!, /"formula":"C/, '"formula":"CC')
    change(plain[1]!, /"verdict":"uncontrolled"/, '"verdict":"listed"')
    change(plain[2]!, /"caveats":\[\{.*?\}/, '"caveats":[{"kind":"before records","recordsFrom":"2001-01-01"}')
    change(plain[3]!, /"input":"/, '"input":"CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.')
    change(plain[4]!, /"row":/, '"rows":1,"row":')
    const path = file('many.ndjson', `${rows.join('\n')}\n`)
    const cleared = vi.spyOn(Screened.prototype, 'clears')
    const quick = await run(['verify', '--json', path])
    expect(cleared.mock.results.filter((r) => r.value === true).length).toBeGreaterThan(50)
    cleared.mockRestore()
    expect(quick).toEqual(await run(['verify', '--json', path, '--no-screen']))
    const states = quick.out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).state)
    expect(plain.slice(0, 6).map((n) => states[n])).toEqual([
      'differs',
      'differs',
      'differs',
      'differs',
      'not checked',
      'holds',
    ])
  })
  test('a table of results is refused as a whole', async () => {
    const { code, err, out } = await run(['verify', file('results.csv', 'smiles,verdict\nCCO,uncontrolled\n')])
    expect([code, err, out]).toEqual([2, expect.stringContaining('verify the .ndjson that batch writes'), ''])
  })
  test('a missing file', async () => {
    const { code, err } = await run(['verify', 'no-such.ndjson'])
    expect(code).toBe(2)
    expect(err).toContain('there is no file no-such.ndjson')
  })
})

describe('a user rule', () => {
  const proposed = JSON.parse(
    readFileSync(new URL('../../data/cn/rules/cn-proposed-fentanyl-class.json', import.meta.url), 'utf8'),
  )
  const draft = (change: object) =>
    `${JSON.stringify({ ...proposed, id: 'cn-my-draft', title: 'My draft', ...change })}`
  const asked = ['-j', 'CN', '--as-of', '2018-11-26', crotonylfentanyl]

  test('counts, and its findings are shown', async () => {
    const path = file('draft.json', draft({}))
    const { rows } = await runJson(['check', '--json', '--rule', path, ...asked])
    expect(rows[0]).toMatchObject({
      verdict: 'class',
      edition: { id: expect.stringMatching(/\+own$/) },
      query: { assume: ['cn-my-draft'], rules: ['cn-my-draft'] },
    })
    expect(rows[0].jurisdictions[0].findings).toContainEqual(
      expect.objectContaining({ ruleId: 'cn-my-draft', counts: 'class', assumed: true }),
    )
    expect((await run(['check', ...asked])).out).toContain('UNCONTROLLED in CN')
  })
  test('changes the hash of the edition when its text changes', async () => {
    const hash = async (change: object) =>
      (await runJson(['check', '--json', '--rule', file('draft.json', draft(change)), ...asked])).rows[0].edition.sha256
    const plain = (await runJson(['check', '--json', ...asked])).rows[0].edition.sha256
    const hashes = [plain, await hash({}), await hash({ title: 'Another' })]
    expect(new Set(hashes).size).toBe(3)
    expect(await hash({})).toBe(hashes[1])
  })
  test('in batch and compare', async () => {
    const path = file('draft.json', draft({}))
    expect(
      JSON.parse(await batched(`${crotonylfentanyl}\n`, '-j', 'CN', '--as-of', '2018-11-26', '--rule', path)),
    ).toMatchObject({ verdict: 'class', query: { rules: ['cn-my-draft'] } })
    const { rows } = await runJson([
      ...['compare', '--json', file('c.smi', `${crotonylfentanyl}\n`), '-j', 'CN', '--as-of', '2018-11-26'],
      ...['--rule', path],
    ])
    expect(rows[0]).toMatchObject({ before: 'uncontrolled', after: 'class' })
  })
  test('verify needs the rule, and says so', async () => {
    const path = file('draft.json', draft({}))
    const results = file('own.ndjson', await checked('--rule', path, ...asked))
    const without = await run(['verify', results])
    expect(without.code).toBe(3)
    expect(without.out).toContain('give --rule with the file of cn-my-draft')
    expect((await run(['verify', results, '--rule', path])).code).toBe(0)
  })
  test('its jurisdiction must be known', async () => {
    const path = file('own.json', draft({ id: 'my-draft' }))
    expect((await run(['check', '--rule', path, ...asked])).err).toContain(`give CODE=${path}`)
    expect((await run(['check', '--rule', `CN=${path}`, ...asked])).code).toBe(0)
    expect((await run(['check', '--rule', `XX=${path}`, ...asked])).code).toBe(2)
  })
  test.each<[string, object, string]>([
    ['an unknown field', { clauzes: [] }, '(record): found ["clauzes"], expected no such field'],
    ['a wrong value', { control: 'drugs' }, 'control: found "drugs", expected one of "drug"|"precursor"'],
    [
      'an unrecorded term',
      { clauses: [{ ...proposed.clauses[0], with: ['acul'] }] },
      'clauses[0].with[0]: found acul; expected the id of a term record',
    ],
    ['an unrecorded parent', { parent: 'fentanil' }, 'parent: found fentanil; expected the id of a substance record'],
    [
      'a pattern',
      { conditions: [{ id: 'x', reads: 'x', smarts: 'C(', present: true }] },
      'conditions[0].smarts: found C(; expected a SMARTS pattern',
    ],
  ])('%s: the message names the field', async (_, change, message) => {
    const { code, err } = await run(['check', '--rule', file('draft.json', draft(change)), ...asked])
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})

describe('--similar', () => {
  test('nearest first, advisory only: the verdict stays', async () => {
    const { rows } = await runJson([
      ...['check', '--json', '--similar', '3'],
      ...['-j', 'US', 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccc(C)cc2)CC1', ibuprofen],
    ])
    expect(rows[0].similar).toHaveLength(3)
    const numbers = rows[0].similar.map((n: any) => n.similarity)
    expect([...numbers].sort((a, b) => b - a)).toEqual(numbers)
    expect(rows[1]).toMatchObject({ verdict: 'uncontrolled', similar: expect.any(Array) })
  })
  test('says that structure alone does not decide what is an analogue', async () => {
    const { out } = await run(['check', '--similar', '-j', 'US', ibuprofen])
    expect(out).toContain('never a verdict')
    expect(out.replace(/\s+/g, ' ')).toContain('A structure alone cannot decide that.')
  })
  test('only on request', async () =>
    expect((await runJson(['check', '--json', ibuprofen])).rows[0]).not.toHaveProperty('similar'))
})
