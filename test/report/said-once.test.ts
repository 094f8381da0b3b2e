import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answerLines } from '../../src/report/index.js'
import { positionSentence } from '../../src/report/words/answer-words.js'
import { unconfirmedWords } from '../../src/report/words/finding-words.js'
import { crotonylfentanyl, run, runJson } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'

// Every format says the same of an answer: 15 inputs on three days in seven laws, 315 answers.

const laws = ['CN', 'CZ', 'DE', 'GB', 'JP', 'UN', 'US']
const days = ['2010-01-01', '2018-11-26', '2026-09-01']
const inputs = [
  ...['ketamine', 'bromazolam', 'fentanyl', '4-ANPP', 'acetone', 'CCO', 'isotonitazene', crotonylfentanyl],
  ...['2/3/4-fluorofentanyl', 'amphetamine | caffeine'],
  ...['THC', 'cannabis', 'khat', '*CC(*)c1ccccc1', 'Mephedronn'],
]

/** What one finding says: facts that each format has, and the citation of one that says nothing of that day. */
function factsOf(finding: any): { said: string[]; unsaid: string[] } {
  const { kind, counts, cite, until, unconfirmed = [], doubts = [] } = finding
  if (kind === 'open structure' || kind === 'gap') return { said: [finding.reads ?? ''], unsaid: [] }
  const before = doubts.find((d: any) => d.kind === 'before records')
  if (before) return { said: [`the records begin on ${before.recordsFrom}`], unsaid: [cite] }
  const since = counts === null || counts === 'undecided' ? null : (finding.controlledFrom ?? finding.controlledBy)
  const questions = counts === 'undecided' ? doubts.flatMap((d: any) => d.question ?? []) : []
  const unverified = unconfirmed.length > 0 ? [unconfirmedWords(unconfirmed)] : []
  return { said: [cite, since ?? '', until ?? '', ...questions, ...unverified], unsaid: [] }
}

/** Without markup, escapes and white space, which layouts change. */
function bare(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => {
      return { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }[name]!
    })
    .replace(/\\(?=[\\*_<>[\]`|])/g, '')
    .replace(/\s+/g, '')
}

/** The cells of the one row of a CSV, by the names of their columns. */
function cellsOf(csv: string): Record<string, string> {
  const [head, row] = csv
    .split('\r\n')
    .map((line) =>
      [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) =>
        cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!,
      ),
    )
  return Object.fromEntries(head!.map((name, i) => [name, row![i]!]))
}

/** Items of a list, each with the code of its law. */
const itemsOf = (cell: string) => (cell === '' ? [] : cell.split(/; (?=[A-Z]{2,4}: )/))

test.each(inputs.flatMap((input) => days.map((day) => [input, day] as const)))('%s on %s', async (input, day) => {
  const ask = ['check', input, '-j', laws.join(','), '--as-of', day]
  const { rows } = await runJson([...ask, '--json'])
  const [row] = rows
  const { out: csv } = await run([...ask, '--format', 'csv'])
  const cells = cellsOf(csv)
  expect(cells.as_of).toBe(day)
  const others = {
    md: bare((await run([...ask, '--format', 'md'])).out),
    html: bare((await run([...ask, '--format', 'html'])).out),
    text: bare((await run([...ask, '--explain'])).out),
  }
  if (row.problem) {
    expect(row.problem.kind).toBe('not recorded')
    expect(cells.verdict).toBe('not recorded')
    for (const text of [...Object.values(others), bare(answerLines(row).join())]) expect(text).toContain('notrecorded')
    return
  }
  const lists = ['findings', 'cites', 'controlled_since', 'until', 'unverified', 'open_question'].map((name) =>
    itemsOf(cells[name]!),
  )
  const full = lists[0]!.length
  for (const list of lists) expect([0, full]).toContain(list.length)
  const agents = bare(answerLines(row).join('\n'))
  for (const { code, verdict, findings } of row.jurisdictions) {
    expect(cells[code]).toBe(verdict)
    if (verdict !== 'uncontrolled') expect(agents).toContain(`${code}:${verdict}`)
    const facts = findings.map(factsOf)
    const said: string[] = facts.flatMap((f: any) => f.said)
    for (const [format, text] of Object.entries({ ...others, csv: bare(csv).replaceAll('""', '"') }))
      for (const fact of said) expect(text, `${format} ${code} says ${fact}`).toContain(bare(fact))
    const elsewhere = row.jurisdictions.flatMap((j: any) => j.findings.map(factsOf)).flatMap((f: any) => f.said)
    for (const cite of facts.flatMap((f: any) => f.unsaid))
      if (!elsewhere.includes(cite))
        for (const format of ['md', 'html'] as const)
          expect(others[format], `${format} ${code}`).not.toContain(bare(cite))
  }
})

test('before the records begin no later law is a ground, in every format of history', async () => {
  for (const format of ['text', 'md', 'csv', 'html']) {
    const { out } = await run(['history', 'ketamine', '-j', 'CN', '--format', format])
    const [before = ''] = bare(out).split('2014-01-01,2025', 1)
    expect(bare(out), format).toContain('therecordsbeginon2014-01-01;earliercontrolisnotincluded')
    if (format === 'csv') expect(before.split('therecordsbegin')[0]).not.toContain('2013')
  }
})

const { path, put } = placesFor('said-once')

test.each(days)('workbooks and build reports say the same of rows on %s', async (day) => {
  const file = put('inputs.csv', `id,name\n${inputs.map((input, i) => `i${i},${input}`).join('\n')}\n`)
  const ask = ['batch', file, '-j', laws.join(','), '--as-of', day, '--quiet']
  const { rows } = await runJson(ask)
  await run([...ask, '-o', path('r.xlsx')])
  await run([...ask, '-o', path('r.sarif')])
  const { rows: cells } = await runJson(['batch', path('r.xlsx'), '--sheet', '2', '-j', 'CN', '--quiet'])
  const { results } = JSON.parse(readFileSync(path('r.sarif'), 'utf8')).runs[0]
  const messages = new Map<string, string>()
  for (const { message } of results) {
    const id = /^(i\d+)/.exec(message.text)?.[1] ?? ''
    messages.set(id, (messages.get(id) ?? '') + message.text)
  }
  expect(cells.length).toBe(rows.length)
  for (const [i, { id, jurisdictions, problem }] of rows.entries()) {
    const workbook = bare(Object.values(cells[i].fields).join('; '))
    if (problem) {
      expect(workbook).toContain('notrecorded')
      continue
    }
    for (const { code, verdict, findings } of jurisdictions) {
      for (const fact of findings.flatMap((f: any) => factsOf(f).said))
        expect(workbook, `${id} ${code}: ${fact}`).toContain(bare(fact))
      if (verdict === 'uncontrolled') continue
      const cites = findings.flatMap((f: any) => (f.counts === verdict ? factsOf(f).said.slice(0, 1) : []))
      for (const fact of cites) expect(bare(messages.get(id) ?? ''), `${id} ${code}`).toContain(bare(fact))
    }
  }
})

test('a position is named in every format', async () => {
  const ask = ['check', 'bupropion', '-j', 'DE', '--position', 'de/medicine=yes']
  const { rows } = await runJson([...ask, '--json'])
  const said = positionSentence(rows[0].jurisdictions[0])!
  expect(said).toContain('your position')
  expect(bare(answerLines(rows[0]).join())).toContain(bare(said))
  for (const more of [['--format', 'csv'], ['--format', 'md'], ['--format', 'html'], ['--explain'], []])
    expect(bare((await run([...ask, ...more])).out), more.join(' ')).toContain(bare(said))
})
