import { expect, test } from 'vitest'
import { answerLines } from '../../src/report/index.js'
import { crotonylfentanyl, run, runJson } from '../cli/fake-host.js'

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
  const { kind, counts, cite, until, doubts = [] } = finding
  if (kind === 'open structure' || kind === 'gap') return { said: [finding.reads ?? ''], unsaid: [] }
  const before = doubts.find((d: any) => d.kind === 'before records')
  if (before) return { said: [`the records begin on ${before.recordsFrom}`], unsaid: [cite] }
  const since = counts === null || counts === 'undecided' ? null : (finding.controlledFrom ?? finding.controlledBy)
  const questions = counts === 'undecided' ? doubts.flatMap((d: any) => d.question ?? []) : []
  return { said: [cite, since ?? '', until ?? '', ...questions], unsaid: [] }
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
