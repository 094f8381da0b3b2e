import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageAssets } from '../../src/cli/output/page-assets.js'
import { impactPage } from '../../src/report/html/index.js'
import { impactDocument, toText } from '../../src/report/documents.js'
import type { Impact } from '../../src/report/index.js'
import { run } from './fake-host.js'
import { testFolder } from './files.js'

const file = testFolder()
const bupropion = 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'
const verdict = (out: string) => (JSON.parse(out) as { verdict: string }).verdict
const check = async (...args: string[]) => run(['check', bupropion, '-j', 'DE', '--json', ...args])

describe('--position', () => {
  test('takes an answer, a JSON file or a table of decisions', async () => {
    expect(verdict((await check('--position', 'de/medicine=not controlled')).out)).toBe('uncontrolled')
    const json = file('counsel.json', JSON.stringify({ 'de/medicine': { answer: 'no', by: 'Legal' } }))
    expect(verdict((await check('--position', json)).out)).toBe('class')
    const head = 'inchikey,question,answer,source,day'
    const csv = file(
      'decisions.csv',
      `${head}\nSNPPWIUOZRMYNY-UHFFFAOYSA-N,de/medicine,yes,"BfArM, letter",2026-01-01\n`,
    )
    const { out } = await check('--position', csv)
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'uncontrolled',
      jurisdictions: [{ byWords: 'undecided', positions: [{ question: 'de/medicine', by: 'BfArM, letter' }] }],
    })
  })
  test('is said in every format', async () => {
    const by = ['--position', 'de/medicine=yes']
    const said = 'by your position de/medicine = yes'
    for (const format of ['text', 'csv', 'md', 'html'])
      expect((await run(['check', bupropion, '-j', 'DE', '--format', format, ...by])).out, format).toContain(said)
    const rows = file('rows.smi', `${bupropion} a\n`)
    for (const format of ['ndjson', 'csv', 'html'])
      expect((await run(['batch', rows, '-j', 'DE', '--format', format, ...by])).out, format).toMatch(/de\/medicine/)
  })
  test('from the settings; the command line goes before it', async () => {
    const settings = file('coverage.config.json', JSON.stringify({ positions: { 'de/medicine': { answer: 'yes' } } }))
    const options = { folder: dirname(settings) }
    const asked = ['check', bupropion, '-j', 'DE', '--json']
    expect(verdict((await run(asked, options)).out)).toBe('uncontrolled')
    expect(verdict((await run([...asked, '--position', 'de/medicine=no'], options)).out)).toBe('class')
    expect(verdict((await run([...asked, '--no-config'], options)).out)).toBe('undecided')
  })
  test('is a side of compare, and verify needs nothing more', async () => {
    const rows = file('rows.smi', `${bupropion} a\nCCO b\n`)
    const compared = await run(['compare', rows, '-j', 'DE', '--position', 'de/medicine=no'])
    expect(compared.out).toMatch(/DE undecided -> class/)
    const { out } = await run(['check', bupropion, '-j', 'DE', '--json', '--position', 'de/medicine=no'])
    const written = file('answer.ndjson', out)
    expect((await run(['verify', written])).out).toMatch(/1 unchanged, 0 different/)
    // An answer that says something else than its positions give is found.
    writeFileSync(written, out.replaceAll('"answer":"no"', '"answer":"yes"'))
    expect((await run(['verify', written])).code).toBe(1)
  })
  test('from the settings, holds on both sides of compare', async () => {
    const settings = file('coverage.config.json', JSON.stringify({ positions: { 'de/medicine': { answer: 'no' } } }))
    const rows = file('rows.smi', `${bupropion} a\n`)
    const days = ['compare', rows, '-j', 'DE', '--as-of', '2026-08-30', '--against', '2026-08-31']
    expect((await run(days, { folder: dirname(settings) })).out).not.toMatch(/->/)
    expect((await run([...days, '--position', 'de/medicine=no'])).out).toMatch(/undecided -> class/)
  })
  test('is one of histories, on the days for which it holds, in every format', async () => {
    const json = file(
      'spans.json',
      JSON.stringify({ 'de/medicine': { answer: 'yes', by: 'Legal', from: '2026-01-01', until: '2026-03-01' } }),
    )
    const history = ['history', bupropion, '-j', 'DE', '--position', json]
    const { out } = await run([...history, '--json'])
    const { chapters } = (JSON.parse(out) as { jurisdictions: { chapters: Record<string, unknown>[] }[] })
      .jurisdictions[0]!
    expect(chapters.slice(-3)).toMatchObject([
      { until: '2026-01-01', verdict: 'undecided' },
      {
        from: '2026-01-01',
        until: '2026-03-01',
        verdict: 'uncontrolled',
        byWords: 'undecided',
        positions: [{ question: 'de/medicine', answer: 'yes', by: 'Legal' }],
      },
      { from: '2026-03-01', until: null, verdict: 'undecided' },
    ])
    expect(chapters.filter(({ positions }) => positions)).toHaveLength(1)
    for (const format of ['text', 'csv', 'md', 'html'])
      expect((await run([...history, '--format', format])).out.replace(/\s+/g, ' '), format).toContain(
        'by your position de/medicine = yes (Legal)',
      )
    const set = await run(['history', `${bupropion} | CCO`, '-j', 'DE', '--json', '--position', json])
    expect(set.out).toContain('"byWords":"depends"')
    const settings = file('coverage.config.json', JSON.stringify({ positions: { 'de/medicine': { answer: 'no' } } }))
    const byConfig = await run(['history', bupropion, '-j', 'DE'], { folder: dirname(settings) })
    expect(byConfig.out).toMatch(/class +NpSG/)
  })
  test('on one structure holds in its history alone', async () => {
    const last = async (key: string) => {
      const json = file('one.json', JSON.stringify({ 'de/medicine': { answer: 'no', inchikeys: [key] } }))
      const { out } = await run(['history', bupropion, '-j', 'DE', '--json', '--position', json])
      const [law] = (JSON.parse(out) as { jurisdictions: { chapters: { verdict: string }[] }[] }).jurisdictions
      return law!.chapters.at(-1)!.verdict
    }
    expect(await last('SNPPWIUOZRMYNY-UHFFFAOYSA-N')).toBe('class')
    expect(await last('LNEPOXFFQSENCJ-UHFFFAOYSA-N')).toBe('undecided')
  })
  test('is said in SARIF, and in its properties where no row is found by it', async () => {
    const rows = file('rows.smi', `${bupropion} a\nCCO b\n`)
    const sarif = async (answer: string) => {
      const { out } = await run(['batch', rows, '-j', 'DE', '--format', 'sarif', '--position', `de/medicine=${answer}`])
      return (JSON.parse(out) as { runs: { results: object[]; properties: object }[] }).runs[0]!
    }
    expect((await sarif('no')).results).toMatchObject([
      { level: 'error', message: { text: expect.stringContaining('by your position de/medicine = no') } },
    ])
    expect(await sarif('yes')).toMatchObject({
      results: [],
      properties: { positions: [{ question: 'de/medicine', answer: 'yes' }] },
    })
  })
  test('a wrong one is refused', async () => {
    const refused = async (...positions: string[]) => (await check(...positions.flatMap((p) => ['--position', p]))).err
    expect(await refused('de/medicin=yes')).toMatch(/no open question de\/medicin\. Did you mean de\/medicine/)
    expect(await refused('de/medicine=maybe')).toMatch(/answer/)
    expect(await refused('nowhere.json')).toMatch(/coverage questions/)
    expect(await refused(file('a.csv', 'inchikey,answer\n'))).toMatch(/no column question, source, day/)
    expect(
      await refused(file('b.csv', 'inchikey,question,answer,source,day\nX,de/medicine,yes,a,2026-01-01\n')),
    ).toMatch(/row 2: inchikey: a standard InChIKey/)
  })
})

test('questions lists each with its words and how many structures depend on it', async () => {
  const { out } = await run(['questions', '-j', 'DE', '--json'])
  const questions = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: string; places: unknown[]; depending: Record<string, number> })
  const medicine = questions.find(({ id }) => id === 'de/medicine')!
  expect(medicine.places.length).toBeGreaterThan(30)
  expect(medicine.depending['medicines']).toBeGreaterThan(50)
  expect(questions.every(({ id }) => id.startsWith('de'))).toBe(true)
})

test('questions writes a table of what depends on one, which --position reads; medicines are offered as such', async () => {
  const decisions = file('table.csv', '')
  expect((await run(['questions', 'us-opium-derivatives/open-words', 'de/medicine', '-o', decisions])).code).toBe(0)
  const [head, ...rows] = readFileSync(decisions, 'utf8').trim().split('\r\n')
  expect(head).toBe('inchikey,question,answer,source,day,name,smiles')
  const answered = rows.filter((row) => /,yes,"?DrugCentral/.test(row))
  expect(answered.length).toBeGreaterThan(50)
  expect(answered.every((row) => row.includes(',de/medicine,'))).toBe(true)
  expect(rows.some((row) => row.includes(',us-opium-derivatives/open-words,,,'))).toBe(true)
  expect(verdict((await check('--position', decisions)).out)).toBe('uncontrolled')
  expect((await run(['questions', 'de/medicin'])).err).toMatch(/Did you mean de\/medicine/)
})

test('impact measures a rule whose questions are answered, and says so', async () => {
  const impact = ['impact', 'us-cannabimimetic-agents', '--no-others', '-j', 'US', '--as-of', '2026-09-01']
  const covered = async (...more: string[]) => {
    const said = JSON.parse((await run([...impact, '--json', ...more])).out) as Impact & Impact['run']
    return { ...said, run: said }
  }
  const [words, answered] = [await covered(), await covered('--position', 'us-cannabimimetic-agents/cb1-agonist=yes')]
  expect([words, answered].map(({ collateral }) => collateral.medicines)).toEqual([[], ['clometacin']])
  expect(answered.query.positions).toMatchObject([{ question: 'us-cannabimimetic-agents/cb1-agonist' }])
  const page = [...impactPage(answered, new Map(), pageAssets())].join('')
  for (const text of [toText(impactDocument(answered)), page])
    expect(text.replace(/\s+/g, ' ')).toContain('by your position us-cannabimimetic-agents/cb1-agonist = yes')
  const one = file(
    'for-one.json',
    JSON.stringify({ 'de/medicine': { answer: 'no', inchikeys: ['SNPPWIUOZRMYNY-UHFFFAOYSA-N'] } }),
  )
  expect((await run([...impact, '--position', one])).err).toMatch(/for all structures/)
})
